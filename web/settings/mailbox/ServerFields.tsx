import { useText, type WordKey } from '../../app/words.ts'
import { CheckField, SelectField, TextField } from '../../ui/index.ts'
import type { Road, Security } from './connection.ts'
import styles from './mailbox.module.css'

const SECURITIES: Record<Security, WordKey> = {
  tls: 'mailbox.tls',
  starttls: 'mailbox.starttls',
  opportunistic: 'mailbox.opportunistic',
  none: 'mailbox.noEncryption',
}
/** The port that a way of encrypting usually has: followed as long as nobody has chosen another. */
const PORTS: Record<'imap' | 'smtp', Record<Security, string>> = {
  imap: { tls: '993', starttls: '143', opportunistic: '143', none: '143' },
  smtp: { tls: '465', starttls: '587', opportunistic: '25', none: '25' },
}

interface Props {
  path: 'imap' | 'smtp'
  road: Road
  onChange: (change: Partial<Road>, field: string) => void
  errorOf: (path: string) => string | undefined
}

/** Where a server is, and how the line to it is kept secret. */
export function ServerFields({ path, road, onChange, errorOf }: Props) {
  const t = useText()
  return (
    <>
      <div className={styles.server}>
        <TextField
          label={t('mailbox.server')}
          autoComplete="off"
          spellCheck={false}
          value={road.host}
          onChange={(e) => onChange({ host: e.target.value }, 'host')}
          error={errorOf(`${path}.host`)}
        />
        <TextField
          label={t('mailbox.port')}
          inputMode="numeric"
          autoComplete="off"
          value={road.port}
          onChange={(e) => onChange({ port: e.target.value }, 'port')}
          error={errorOf(`${path}.port`)}
        />
        <SelectField
          label={t('mailbox.security')}
          choices={(Object.keys(SECURITIES) as Security[]).map((value) => ({ value, label: t(SECURITIES[value]) }))}
          value={road.security}
          onChoose={(security) =>
            onChange(
              {
                security,
                ...(Object.values(PORTS[path]).includes(road.port) ? { port: PORTS[path][security] } : {}),
              },
              'security',
            )
          }
          error={errorOf(`${path}.security`)}
        />
      </div>
      {road.security !== 'none' && (
        <CheckField
          label={t('mailbox.anyCertificate')}
          hint={t('mailbox.anyCertificateHint')}
          checked={road.anyCertificate}
          onChange={(e) => onChange({ anyCertificate: e.target.checked }, 'anyCertificate')}
        />
      )}
    </>
  )
}

import WarningIcon from '~icons/tabler/alert-triangle'
import { LOCALES, useLanguage, useText } from '../../app/words.ts'
import { Button } from '../../ui/index.ts'
import styles from './Composer.module.css'
import type { Warning } from './warnings.ts'

/** Asked once, above the button; nothing is forbidden. */
export function Warnings({
  warnings,
  onSend,
  onBack,
}: {
  warnings: Warning[]
  onSend: () => void
  onBack: () => void
}) {
  const t = useText()
  const language = useLanguage()
  const say = (warning: Warning) => {
    if (warning.kind === 'missingAttachment') return t('composer.missingAttachment')
    if (warning.kind === 'manyRecipients') return t('composer.manyRecipients', { count: warning.count })
    return t('composer.unfilled', { fields: new Intl.ListFormat(LOCALES[language]).format(warning.fields) })
  }
  return (
    <div className={styles.warned} role="alert">
      <WarningIcon />
      <span>
        {warnings.map((warning) => (
          <span key={warning.kind}>{say(warning)}</span>
        ))}
      </span>
      <Button size="small" onClick={onBack}>
        {t('composer.keepWriting')}
      </Button>
      <Button size="small" look="primary" onClick={onSend}>
        {t('composer.sendAnyway')}
      </Button>
    </div>
  )
}

import InfoIcon from '~icons/tabler/info-circle'
import { useText } from '../../app/words.ts'
import forms from '../../ui/forms.module.css'
import { PasswordField, SelectField, TextField } from '../../ui/index.ts'
import { oauthOf, type Provider, type SignIn } from './connection.ts'
import styles from './mailbox.module.css'

interface Props {
  path: 'imap' | 'smtp'
  signIn: SignIn
  onChange: (change: Partial<SignIn>, field: string) => void
  errorOf: (path: string) => string | undefined
  kept: { password: boolean; clientSecret: boolean; refreshToken: boolean }
  provider: Provider | undefined
}

/** Who signs in, and with what. A secret that is kept is never shown: it can only be replaced. */
export function SignInFields({ path, signIn, onChange, errorOf, kept, provider }: Props) {
  const t = useText()
  const secretHint = (isKept: boolean) => (isKept ? t('mailbox.secretKept') : undefined)
  const secret = (field: 'password' | 'clientSecret' | 'refreshToken', label: string, at: string) => (
    <PasswordField
      label={label}
      hint={secretHint(kept[field])}
      placeholder={kept[field] ? '••••••••' : undefined}
      autoComplete="new-password"
      value={signIn[field]}
      onChange={(e) => onChange({ [field]: e.target.value }, at)}
      error={errorOf(`${path}.${at}`)}
    />
  )
  return (
    <>
      <div className={forms.two}>
        <SelectField
          label={t('mailbox.signIn')}
          choices={[
            { value: 'password', label: t('auth.password') },
            { value: 'oauth', label: t('mailbox.oauth') },
            { value: 'none', label: t('mailbox.noSignIn') },
          ]}
          value={signIn.kind}
          onChoose={(kind) =>
            onChange(
              { kind, ...(kind === 'oauth' && signIn.tokenUrl === '' && provider ? oauthOf(provider) : {}) },
              'user',
            )
          }
        />
        {signIn.kind !== 'none' && (
          <TextField
            label={t('mailbox.user')}
            autoComplete="off"
            spellCheck={false}
            value={signIn.user}
            onChange={(e) => onChange({ user: e.target.value }, 'user')}
            error={errorOf(`${path}.user`)}
          />
        )}
      </div>
      {signIn.kind === 'password' && provider && provider.signIn !== 'password' && (
        <div className={styles.note}>
          <InfoIcon />
          <p>
            {provider.signIn === 'oauth'
              ? t('mailbox.passwordRefused', { provider: provider.name })
              : t('mailbox.appPasswordNeeded', { provider: provider.name })}
          </p>
        </div>
      )}
      {signIn.kind === 'password' && secret('password', t('auth.password'), 'password')}
      {signIn.kind === 'oauth' && (
        <>
          <Consent provider={signIn.provider} scope={signIn.scope} />
          <div className={forms.two}>
            <TextField
              label={t('mailbox.clientId')}
              autoComplete="off"
              spellCheck={false}
              value={signIn.clientId}
              onChange={(e) => onChange({ clientId: e.target.value }, 'oauth.clientId')}
              error={errorOf(`${path}.oauth.clientId`)}
            />
            {secret('clientSecret', t('mailbox.clientSecret'), 'oauth.clientSecret')}
          </div>
          {secret('refreshToken', t('mailbox.refreshToken'), 'oauth.refreshToken')}
          <TextField
            label={t('mailbox.tokenUrl')}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={signIn.tokenUrl}
            onChange={(e) => onChange({ tokenUrl: e.target.value }, 'oauth.tokenUrl')}
            error={errorOf(`${path}.oauth.tokenUrl`)}
          />
          <TextField
            label={t('mailbox.scope')}
            optional
            autoComplete="off"
            spellCheck={false}
            value={signIn.scope}
            onChange={(e) => onChange({ scope: e.target.value }, 'oauth.scope')}
            error={errorOf(`${path}.oauth.scope`)}
          />
        </>
      )}
    </>
  )
}

/** What somebody must allow at the provider first. */
function Consent({ provider, scope }: { provider: SignIn['provider']; scope: string }) {
  const t = useText()
  const steps =
    provider === 'microsoft365'
      ? [t('mailbox.consentMicrosoft1'), t('mailbox.consentMicrosoft2'), t('mailbox.consentMicrosoft3')]
      : provider === 'google'
        ? [t('mailbox.consentGoogle1'), t('mailbox.consentGoogle2')]
        : [t('mailbox.consentOther')]
  return (
    <div className={styles.note}>
      <InfoIcon />
      <div>
        <p className={styles.strong}>{t('mailbox.consentTitle')}</p>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
          <li>{t('mailbox.consentToken')}</li>
        </ol>
        {scope !== '' && <code className={styles.said}>{scope}</code>}
      </div>
    </div>
  )
}

import type { Answer, Mailbox, mail } from '#contract'
import type { WordKey } from '../../app/words.ts'

export type Security = 'tls' | 'starttls' | 'opportunistic' | 'none'
export type After = 'seen' | 'move' | 'delete' | 'nothing'
export type Provider = Answer<typeof mail.detectProvider>

/** How one signs in on a road. Secrets are only what is typed now: the house never gives them back. */
export interface SignIn {
  kind: 'password' | 'oauth' | 'none'
  user: string
  password: string
  provider: 'microsoft365' | 'google' | 'other'
  tokenUrl: string
  clientId: string
  clientSecret: string
  refreshToken: string
  scope: string
}
export interface Road {
  host: string
  port: string
  security: Security
  anyCertificate: boolean
  signIn: SignIn
}
export interface ConnectionValues {
  receive: 'builtin' | 'imap'
  imap: Road
  folders: string
  after: After
  moveTo: string
  importDays: string
  send: 'house' | 'smtp'
  smtp: Road
  /** Sending signs in as receiving does. */
  sameSignIn: boolean
}

type Stored = Record<string, unknown> | null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const NO_SIGN_IN: SignIn = {
  kind: 'password',
  user: '',
  password: '',
  provider: 'other',
  tokenUrl: '',
  clientId: '',
  clientSecret: '',
  refreshToken: '',
  scope: '',
}

function signInFrom(stored: Stored, address: string): SignIn {
  if (!stored) return { ...NO_SIGN_IN, user: address }
  const oauth = (stored.oauth ?? null) as Stored
  return {
    ...NO_SIGN_IN,
    kind: oauth ? 'oauth' : stored.user === null || stored.user === undefined ? 'none' : 'password',
    user: text(stored.user),
    ...(oauth
      ? {
          provider: (text(oauth.provider) || 'other') as SignIn['provider'],
          tokenUrl: text(oauth.tokenUrl),
          clientId: text(oauth.clientId),
          scope: text(oauth.scope),
        }
      : {}),
  }
}

function roadFrom(stored: Stored, address: string, port: number, security: Security): Road {
  return {
    host: text(stored?.host),
    port: String(stored?.port ?? port),
    security: (text(stored?.security) || security) as Security,
    anyCertificate: stored?.anyCertificate === true,
    signIn: signInFrom(stored, address),
  }
}

const account = ({ kind, user, tokenUrl, clientId, scope }: SignIn) =>
  JSON.stringify([kind, user, ...(kind === 'oauth' ? [tokenUrl, clientId, scope] : [])])

/** What the form shows of a mailbox as it is stored. */
export function connectionOf({ address, imap, smtp }: Pick<Mailbox, 'address' | 'imap' | 'smtp'>): ConnectionValues {
  const into = roadFrom(imap, address, 993, 'tls')
  const out = roadFrom(smtp, address, 587, 'starttls')
  const folders = Array.isArray(imap?.folders) ? imap.folders.map(text) : ['INBOX']
  return {
    receive: imap ? 'imap' : 'builtin',
    imap: into,
    folders: folders.join('\n'),
    after: (text(imap?.after) || 'seen') as After,
    moveTo: text(imap?.moveTo) || 'Reda',
    importDays: String(imap?.importDays ?? 0),
    send: smtp ? 'smtp' : 'house',
    smtp: out,
    sameSignIn: imap !== null && (smtp === null || account(into.signIn) === account(out.signIn)),
  }
}

/** The provider's ready-made settings, put into the form. What was typed of secrets stays. */
export function withProvider(values: ConnectionValues, provider: Provider, address: string): ConnectionValues {
  const signIn = (old: SignIn): SignIn => ({
    ...old,
    kind: provider.signIn === 'oauth' ? 'oauth' : 'password',
    user: old.user || address,
    ...oauthOf(provider),
  })
  const road = (old: Road, hint: Provider['imap']): Road => ({
    ...old,
    host: hint.host,
    port: String(hint.port),
    security: hint.security as Security,
    anyCertificate: false,
    signIn: signIn(old.signIn),
  })
  return {
    ...values,
    receive: 'imap',
    imap: road(values.imap, provider.imap),
    send: 'smtp',
    smtp: road(values.smtp, provider.smtp),
    sameSignIn: true,
  }
}

/** Where a provider gives tokens, and for what. Nothing for those without OAuth. */
export function oauthOf({ id, oauth }: Provider): Partial<SignIn> {
  if (!oauth) return {}
  return {
    provider: id === 'microsoft365' || id === 'google' ? id : 'other',
    tokenUrl: oauth.tokenUrl,
    scope: oauth.scope,
  }
}

/** Which secrets the house keeps for this road as it stands in the form: those of the same server and account only. */
export function keptSecrets(stored: Stored, road: Road, signIn: SignIn) {
  const same = stored !== null && stored.host === road.host.trim() && stored.user === signIn.user.trim()
  const oauth = (stored?.oauth ?? null) as Stored
  const sameClient = same && oauth?.tokenUrl === signIn.tokenUrl.trim() && oauth?.clientId === signIn.clientId.trim()
  return {
    password: same && stored.hasPassword === true,
    clientSecret: sameClient && oauth?.hasClientSecret === true,
    refreshToken: sameClient && oauth?.hasToken === true,
  }
}

/** The sign-in that sending uses. */
export const smtpSignInOf = (values: ConnectionValues): SignIn =>
  values.sameSignIn && values.receive === 'imap' ? values.imap.signIn : values.smtp.signIn

const isWhole = (value: string, least: number, most: number) =>
  /^\d+$/.test(value.trim()) && Number(value) >= least && Number(value) <= most

/** What is not right yet, by the path that the house would name. */
export function wrongOf(values: ConnectionValues, stored: Pick<Mailbox, 'imap' | 'smtp'>): Record<string, WordKey> {
  const wrong: Record<string, WordKey> = {}
  const road = (path: 'imap' | 'smtp', { host, port }: Road) => {
    if (host.trim() === '') wrong[`${path}.host`] = 'errors.required'
    if (!isWhole(port, 1, 65_535)) wrong[`${path}.port`] = 'mailbox.portWrong'
  }
  const signIn = (path: 'imap' | 'smtp', keptFor: ('imap' | 'smtp')[], given: SignIn) => {
    if (given.kind === 'none') return
    const kept = keptFor.map((one) => keptSecrets(stored[one], values[one], given))
    if (given.user.trim() === '') wrong[`${path}.user`] = 'errors.required'
    if (given.kind === 'password') {
      if (given.password === '' && !kept.every((one) => one.password))
        wrong[`${path}.password`] = 'mailbox.secretNeeded'
      return
    }
    if (!URL.canParse(given.tokenUrl.trim())) wrong[`${path}.oauth.tokenUrl`] = 'mailbox.urlWrong'
    if (given.clientId.trim() === '') wrong[`${path}.oauth.clientId`] = 'errors.required'
    if (given.refreshToken === '' && !kept.every((one) => one.refreshToken))
      wrong[`${path}.oauth.refreshToken`] = 'mailbox.secretNeeded'
  }
  const shared = values.receive === 'imap' && values.send === 'smtp' && values.sameSignIn
  if (values.receive === 'imap') {
    road('imap', values.imap)
    signIn('imap', shared ? ['imap', 'smtp'] : ['imap'], values.imap.signIn)
    if (foldersOf(values).length === 0) wrong['imap.folders'] = 'errors.required'
    if (values.after === 'move' && values.moveTo.trim() === '') wrong['imap.moveTo'] = 'errors.required'
    if (!isWhole(values.importDays, 0, 3_650)) wrong['imap.importDays'] = 'mailbox.daysWrong'
  }
  if (values.send === 'smtp') {
    road('smtp', values.smtp)
    if (!shared) signIn('smtp', ['smtp'], values.smtp.signIn)
  }
  return wrong
}

const foldersOf = ({ folders }: ConnectionValues) =>
  folders
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function roadBody({ host, port, security, anyCertificate }: Road, signIn: SignIn): Record<string, unknown> {
  const { kind, user, password, provider, tokenUrl, clientId, clientSecret, refreshToken, scope } = signIn
  return {
    host: host.trim(),
    port: Number(port),
    security,
    anyCertificate,
    user: kind === 'none' ? null : user.trim(),
    password: kind === 'password' && password !== '' ? password : null,
    oauth:
      kind === 'oauth'
        ? {
            provider,
            tokenUrl: tokenUrl.trim(),
            clientId: clientId.trim(),
            ...(scope.trim() === '' ? {} : { scope: scope.trim() }),
            ...(clientSecret === '' ? {} : { clientSecret }),
            ...(refreshToken === '' ? {} : { refreshToken }),
          }
        : null,
  }
}

/** What is sent to the house: a secret that was not typed is left out, and kept there. */
export function bodyOf(values: ConnectionValues): {
  imap: Record<string, unknown> | null
  smtp: Record<string, unknown> | null
} {
  return {
    imap:
      values.receive === 'imap'
        ? {
            ...roadBody(values.imap, values.imap.signIn),
            folders: foldersOf(values),
            after: values.after,
            ...(values.moveTo.trim() === '' ? {} : { moveTo: values.moveTo.trim() }),
            importDays: Number(values.importDays),
          }
        : null,
    smtp: values.send === 'smtp' ? roadBody(values.smtp, smtpSignInOf(values)) : null,
  }
}

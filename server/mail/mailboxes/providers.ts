export type ProviderId =
  | 'microsoft365'
  | 'google'
  | 'onecom'
  | 'domeneshop'
  | 'loopia'
  | 'simply'
  | 'zoner'
  | 'icloud'
  | 'yahoo'
  | 'fastmail'
  | 'generic'

/** Where a provider's servers are, and how one signs in there. */
export interface Provider {
  id: ProviderId
  name: string
  imap: { host: string; port: number; security: 'tls' | 'starttls' }
  smtp: { host: string; port: number; security: 'tls' | 'starttls' }
  /** `oauth`: passwords are refused. `app-password`: the account's own password is refused. */
  signIn: 'password' | 'app-password' | 'oauth'
  oauth?: { tokenUrl: string; scope: string }
  /** What the provider signs Authentication-Results with; null: not known, or different for each customer. */
  authservId: string | null
}

const tls = (host: string, port: number) => ({ host, port, security: 'tls' as const })
const starttls = (host: string, port: number) => ({ host, port, security: 'starttls' as const })

const PROVIDERS: Record<Exclude<ProviderId, 'generic'>, Omit<Provider, 'id'>> = {
  microsoft365: {
    name: 'Microsoft 365',
    imap: tls('outlook.office365.com', 993),
    smtp: starttls('smtp.office365.com', 587),
    signIn: 'oauth',
    oauth: {
      tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
      scope: 'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
    },
    authservId: null,
  },
  google: {
    name: 'Google',
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    signIn: 'app-password',
    oauth: { tokenUrl: 'https://oauth2.googleapis.com/token', scope: 'https://mail.google.com/' },
    authservId: 'mx.google.com',
  },
  onecom: {
    name: 'one.com',
    imap: tls('imap.one.com', 993),
    smtp: tls('send.one.com', 465),
    signIn: 'password',
    authservId: null,
  },
  domeneshop: {
    name: 'Domeneshop',
    imap: tls('imap.domeneshop.no', 993),
    smtp: starttls('smtp.domeneshop.no', 587),
    signIn: 'password',
    authservId: null,
  },
  loopia: {
    name: 'Loopia',
    imap: tls('mailcluster.loopia.se', 993),
    smtp: starttls('mailcluster.loopia.se', 587),
    signIn: 'password',
    authservId: null,
  },
  simply: {
    name: 'Simply.com',
    imap: tls('imap.simply.com', 993),
    smtp: starttls('smtp.simply.com', 587),
    signIn: 'password',
    authservId: null,
  },
  zoner: {
    name: 'Zoner',
    imap: tls('mail.zoner.fi', 993),
    smtp: starttls('smtp.zoner.fi', 587),
    signIn: 'password',
    authservId: null,
  },
  icloud: {
    name: 'iCloud',
    imap: tls('imap.mail.me.com', 993),
    smtp: starttls('smtp.mail.me.com', 587),
    signIn: 'app-password',
    authservId: null,
  },
  yahoo: {
    name: 'Yahoo',
    imap: tls('imap.mail.yahoo.com', 993),
    smtp: tls('smtp.mail.yahoo.com', 465),
    signIn: 'app-password',
    authservId: null,
  },
  fastmail: {
    name: 'Fastmail',
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    signIn: 'app-password',
    authservId: null,
  },
}

const DOMAINS: Record<string, keyof typeof PROVIDERS> = {
  'gmail.com': 'google',
  'googlemail.com': 'google',
  'outlook.com': 'microsoft365',
  'hotmail.com': 'microsoft365',
  'live.com': 'microsoft365',
  'live.no': 'microsoft365',
  'live.dk': 'microsoft365',
  'live.se': 'microsoft365',
  'hotmail.no': 'microsoft365',
  'hotmail.se': 'microsoft365',
  'hotmail.dk': 'microsoft365',
  'icloud.com': 'icloud',
  'me.com': 'icloud',
  'yahoo.com': 'yahoo',
  'yahoo.no': 'yahoo',
  'yahoo.se': 'yahoo',
  'yahoo.dk': 'yahoo',
  'fastmail.com': 'fastmail',
}

/** The end of a mail exchanger's name says who runs it. */
const EXCHANGERS: [string, keyof typeof PROVIDERS][] = [
  ['.mail.protection.outlook.com', 'microsoft365'],
  ['.mx.microsoft', 'microsoft365'],
  ['.google.com', 'google'],
  ['.googlemail.com', 'google'],
  ['.one.com', 'onecom'],
  ['.domeneshop.no', 'domeneshop'],
  ['.loopia.se', 'loopia'],
  ['.simply.com', 'simply'],
  ['.unoeuro.com', 'simply'],
  ['.zoner.fi', 'zoner'],
  ['.messagingengine.com', 'fastmail'],
  ['.icloud.com', 'icloud'],
  ['.yahoodns.net', 'yahoo'],
]

/** Who keeps an address's mail: by its domain, else by the domain's mail exchangers; else names that are usual. Pure. */
export function providerOf(address: string, exchangers: readonly string[]): Provider {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const byExchanger = exchangers
    .map((host) => EXCHANGERS.find(([end]) => `.${host.toLowerCase().replace(/\.$/, '')}`.endsWith(end))?.[1])
    .find((id) => id !== undefined)
  const id = DOMAINS[domain] ?? byExchanger
  if (id !== undefined) return { id, ...PROVIDERS[id] }
  return {
    id: 'generic',
    name: domain,
    imap: tls(`imap.${domain}`, 993),
    smtp: starttls(`smtp.${domain}`, 587),
    signIn: 'password',
    authservId: null,
  }
}

/** Who runs a server, by its name. */
export function providerOfHost(host: string): ProviderId {
  const lower = host.toLowerCase()
  const found = Object.entries(PROVIDERS).find(([, { imap, smtp }]) => imap.host === lower || smtp.host === lower)
  if (found) return found[0] as ProviderId
  return (EXCHANGERS.find(([end]) => `.${lower}`.endsWith(end))?.[1] ?? 'generic') as ProviderId
}

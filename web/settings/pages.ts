import type { WordKey } from '../app/words.ts'

/** The pages of the settings, in their order. */
export const SETTINGS_PAGES = [
  {
    to: '/settings/profile',
    words: 'settings.profile',
    admin: false,
    aliases: 'profil profile språk sprog kieli language tema theme mørk dark passord password taster shortcuts',
  },
  {
    to: '/settings/organisation',
    words: 'settings.organisation',
    admin: true,
    aliases: 'åpningstid åbningstid öppettider palveluaika opening hours firma workspace arbeidsplass',
  },
  {
    to: '/settings/agents',
    words: 'settings.agents',
    admin: true,
    aliases: 'brukere brukarar brugere användare käyttäjät users colleagues kolleger roller roles inviter invite',
  },
  { to: '/settings/teams', words: 'settings.teams', admin: true, aliases: 'kø køer team grupper queue jono kö' },
  {
    to: '/settings/mailboxes',
    words: 'settings.mailboxes',
    admin: true,
    aliases: 'postkasse mail e-post email sähköposti imap smtp',
  },
  { to: '/settings/types', words: 'settings.types', admin: true, aliases: 'type typ tyyppi' },
  { to: '/settings/categories', words: 'settings.categories', admin: true, aliases: 'kategori luokka tree tre' },
  {
    to: '/settings/inbound',
    words: 'settings.inbound',
    admin: true,
    aliases: 'rå raw mail logg quarantine karantene innkommende received feil error',
  },
  {
    to: '/settings/api-keys',
    words: 'settings.apiKeys',
    admin: false,
    aliases: 'api token nøkkel nøgle nyckel avain integration',
  },
] as const satisfies { to: string; words: WordKey; admin: boolean; aliases: string }[]

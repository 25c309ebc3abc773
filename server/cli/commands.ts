import type { Command } from './command.ts'

/** Every command, in the order of the help. The code behind each is loaded only when it runs: help stays quick. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'start',
    {
      summary: 'Starts Reda and stays: database, web, mail receiver, jobs. Ctrl-C stops it',
      options: {
        port: { about: 'web port', value: 'PORT', atLeast: 0, otherwise: 'PORT, else 3000' },
        role: {
          about: 'what this process does',
          value: 'ROLE',
          choices: ['all', 'web', 'worker', 'mail'],
          otherwise: 'REDA_ROLE, else all',
        },
      },
      run: async (given) => (await import('./start.ts')).start(given),
    },
  ],
  [
    'setup',
    {
      summary: 'Sets up a new installation without a browser; refuses when it is set up already',
      options: {
        organisation: { about: 'name of your organisation', value: 'NAME', required: true },
        'admin-email': { about: 'address of the first administrator', value: 'EMAIL', required: true },
        'admin-name': { about: 'name of the first administrator', value: 'NAME', required: true },
        'admin-password': { about: 'password of the first administrator', value: 'PASSWORD', required: true },
        language: { about: 'language', value: 'CODE', choices: ['nb', 'nn', 'da', 'sv', 'fi', 'en'], otherwise: 'en' },
        timezone: { about: 'time zone, for example Europe/Oslo', value: 'ZONE', otherwise: 'that of the country' },
        country: { about: 'country, for public holidays', value: 'CODE', otherwise: 'that of the language' },
      },
      run: async (given) => (await import('./setup.ts')).setup(given),
    },
  ],
  [
    'api-key create',
    {
      summary: 'Makes an API key for an agent and prints only the key',
      options: {
        agent: { about: 'whose rights the key has at most', value: 'EMAIL', required: true },
        name: { about: 'what the key is for', value: 'NAME', required: true },
      },
      run: async (given) => (await import('./api-key.ts')).createKey(given),
    },
  ],
  [
    'mailbox add',
    {
      summary: 'Adds a mailbox and prints its id',
      options: {
        address: { about: 'its mail address', value: 'EMAIL', required: true },
        name: { about: 'sender name of its mail', value: 'NAME', required: true },
        imap: { about: 'fetch mail from imaps://user:password@host', value: 'URL' },
        smtp: { about: 'send mail through smtps://user:password@host', value: 'URL' },
      },
      more: 'The built-in receiver accepts mail for every mailbox address and refuses others.',
      run: async (given) => (await import('./mailbox.ts')).addMailbox(given),
    },
  ],
  [
    'demo',
    {
      summary: 'Fills in realistic sample data, removable as a whole',
      options: {
        language: { about: 'its language', value: 'CODE', choices: ['nb', 'nn', 'da', 'sv', 'fi', 'en'] },
        remove: { about: 'remove the sample data again' },
      },
      run: async (given) => (await import('./demo.ts')).demo(given),
    },
  ],
  [
    'generate',
    {
      summary: 'Generates tickets for measurements',
      options: {
        tickets: { about: 'how many', value: 'N', required: true, atLeast: 1 },
        seed: { about: 'the same seed gives the same tickets', value: 'S', atLeast: 0, otherwise: '1' },
      },
      run: async (given) => (await import('./generate.ts')).generate(given),
    },
  ],
  [
    'verify',
    {
      summary: 'Checks every ticket against its events and every hash chain; exit code 1 names what differs',
      run: async () => (await import('./verify.ts')).verify(),
    },
  ],
  [
    'backup',
    {
      summary: 'Writes everything into one file, as of one instant, while Reda runs',
      positionals: [{ name: 'FILE', about: 'the file to write; must not exist. - writes to standard output' }],
      options: {
        'with-key': { about: 'put the master key into the file too: then keep the file as secret as the key' },
      },
      more: 'Without --with-key the master key stays out: keep a copy of the key file elsewhere, or stored passwords and tokens of\nmailboxes cannot be read after a restore.',
      run: async (given) => (await import('./backup.ts')).backup(given),
    },
  ],
  [
    'restore',
    {
      summary: 'Brings a backup into an empty data folder, or into the empty database of DATABASE_URL',
      positionals: [{ name: 'FILE', about: 'a file that reda backup wrote. - reads standard input' }],
      run: async (given) => (await import('./restore.ts')).restore(given),
    },
  ],
])

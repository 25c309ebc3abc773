import { Setup } from '#contract'
import { isSetUp, setUp } from '#people'
import { CommandRefused, type Given, WrongUse } from './command.ts'
import { withHouse } from './house.ts'

const countries: Record<string, string> = { nb: 'NO', nn: 'NO', da: 'DK', sv: 'SE', fi: 'FI', en: 'NO' }
const zones: Record<string, string> = {
  NO: 'Europe/Oslo',
  DK: 'Europe/Copenhagen',
  SE: 'Europe/Stockholm',
  FI: 'Europe/Helsinki',
  IS: 'Atlantic/Reykjavik',
  GB: 'Europe/London',
}

const optionOf: Record<string, string> = {
  organisation: 'organisation',
  adminEmail: 'admin-email',
  adminName: 'admin-name',
  adminPassword: 'admin-password',
  language: 'language',
  country: 'country',
  timezone: 'timezone',
}

/** `reda setup`: the same as the set-up page. */
export async function setup({ options }: Given): Promise<number> {
  const language = options.language ?? 'en'
  const country = options.country?.toUpperCase() ?? countries[language]
  const parsed = Setup.safeParse({
    organisation: options.organisation,
    adminEmail: options['admin-email'],
    adminName: options['admin-name'],
    adminPassword: options['admin-password'],
    language,
    country,
    timezone: options.timezone ?? zones[country ?? ''] ?? 'Europe/Oslo',
  })
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path, message }) => `--${optionOf[String(path[0])] ?? String(path[0])}: ${message}`,
    )
    throw new WrongUse(lines.join('\n'), 'See: reda help setup')
  }
  await withHouse('setup', async (house) => {
    if (await isSetUp(house)) throw new CommandRefused('This installation is set up already; nothing was changed.')
    await setUp(house, parsed.data)
  })
  console.log(`Set up for ${parsed.data.organisation}. Sign in as ${parsed.data.adminEmail}.`)
  return 0
}

import { Setup } from '#contract'
import { isSetUp, setUp } from '#people'
import { checkInput } from './check-input.ts'
import { CommandRefused, type Given } from './command.ts'
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

/** `reda setup`: the same as the set-up page. */
export async function setup({ options }: Given): Promise<number> {
  const language = options.language ?? 'en'
  const country = options.country?.toUpperCase() ?? countries[language]
  const input = checkInput(
    'setup',
    Setup,
    {
      organisation: options.organisation,
      adminEmail: options['admin-email'],
      adminName: options['admin-name'],
      adminPassword: options['admin-password'],
      language,
      country,
      timezone: options.timezone ?? zones[country ?? ''] ?? 'Europe/Oslo',
    },
    { adminEmail: 'admin-email', adminName: 'admin-name', adminPassword: 'admin-password' },
  )
  await withHouse(
    'setup',
    async (house) => {
      if (await isSetUp(house)) throw new CommandRefused('This installation is set up already; nothing was changed.')
      await setUp(house, input)
    },
    { mayCreate: true },
  )
  console.log(`Set up for ${input.organisation}. Sign in as ${input.adminEmail}.`)
  return 0
}

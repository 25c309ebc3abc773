import { startMail } from '#mail'
import type { Config, House } from '#platform'

export interface Services {
  /** Where the mail receiver listens; null: not in this process. */
  smtpPort: number | null
  stop(): Promise<void>
}

/** What runs besides the web and the jobs: receivers and fetchers of mail, the outbox. */
export async function startServices(
  house: House,
  role: Config['role'],
  options: { anySmtpPort: boolean },
): Promise<Services> {
  const mail = await startMail(house, role, options)
  return { smtpPort: mail.smtpPort, stop: () => mail.close() }
}

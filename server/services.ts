import type { Config, House } from '#platform'

export interface Services {
  /** Where the mail receiver listens; null: not in this process. */
  smtpPort: number | null
  stop(): Promise<void>
}

/** What runs besides the web and the jobs: receivers and fetchers of mail, the outbox. */
export async function startServices(
  _house: House,
  _role: Config['role'],
  _options: { anySmtpPort: boolean },
): Promise<Services> {
  return { smtpPort: null, stop: async () => undefined }
}

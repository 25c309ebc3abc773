/** Why the embedded database cannot be used, in words for the person who started it. Shown without a stack trace. */
export class EmbeddedRefusal extends Error {
  /** What the person can do about it; may be empty. */
  readonly advice: string
  constructor(message: string, advice = '') {
    super(message)
    this.name = 'EmbeddedRefusal'
    this.advice = advice
  }
}

/** Another process of ours works on this data folder. */
export class DataFolderInUse extends EmbeddedRefusal {
  readonly holder: string
  constructor(dataDir: string, holder: string) {
    super(
      `The data folder ${dataDir} is in use by ${holder}.`,
      'Stop that process first, or give this one a folder of its own with REDA_DATA_DIR.',
    )
    this.name = 'DataFolderInUse'
    this.holder = holder
  }
}

/** The structured logger, as far as this folder needs it. */
export interface EmbeddedLog {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

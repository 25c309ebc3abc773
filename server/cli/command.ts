/** A value a command takes by name. */
export interface Option {
  about: string
  /** What stands for the value in the help: NAME, FILE. Without it the option is a switch. */
  value?: string
  required?: boolean
  choices?: readonly string[]
  /** A whole number, at least this. */
  atLeast?: number
  /** Shown in the help; the command itself fills it in. */
  otherwise?: string
}

export interface Positional {
  name: string
  about: string
}

/** What the person gave, checked against the command's description. */
export interface Given {
  options: Record<string, string | undefined>
  switches: ReadonlySet<string>
  /** All positionals are required, so each is there. */
  positionals: readonly string[]
}

/** One command as the help describes it; its code is loaded when it is run. */
export interface Command {
  summary: string
  positionals?: readonly Positional[]
  options?: Record<string, Option>
  /** More sentences for `reda help NAME`. */
  more?: string
  /** Loads and runs it; the answer is the exit code. */
  run(given: Given): Promise<number>
}

/** A refusal in words for who typed the command: no stack, exit code 1 (2 when the command itself was wrong). */
export class CommandRefused extends Error {
  readonly advice: string
  readonly exitCode: number
  constructor(message: string, advice = '', exitCode = 1) {
    super(message)
    this.advice = advice
    this.exitCode = exitCode
  }
}

/** The command was typed wrongly. */
export class WrongUse extends CommandRefused {
  constructor(message: string, advice = '') {
    super(message, advice, 2)
  }
}

import { existsSync } from 'node:fs'
import { version } from '../platform/package.ts'
import { readArguments } from './arguments.ts'
import { type Command, WrongUse } from './command.ts'
import { commands } from './commands.ts'
import { nearest } from './nearest.ts'
import { overview, usage } from './usage.ts'

/** Runs one command line (without the program's name) and answers its exit code. Errors are told on stderr. */
export async function run(words: readonly string[]): Promise<number> {
  // A reader that has seen enough (`reda help | head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
  })
  try {
    if (existsSync('.env')) process.loadEnvFile('.env')
    return await dispatch(words)
  } catch (error) {
    const { explain } = await import('./refusals.ts')
    const refused = explain(error)
    if (refused) console.error(refused.words.join('\n'))
    else console.error('This should not have happened:', error)
    return refused?.exitCode ?? 1
  }
}

async function dispatch(words: readonly string[]): Promise<number> {
  const first = words[0]
  if (first === undefined) {
    console.error(overview(commands))
    return 2
  }
  if (['version', '--version', '-v', '-V'].includes(first)) return print(`reda ${version} (Node ${process.version})`)
  if (['help', '--help', '-h'].includes(first)) {
    const asked = words.slice(1).filter((word) => !word.startsWith('-'))
    return print(asked.length === 0 ? overview(commands) : help(asked))
  }
  const { name, command, rest } = find(words)
  const end = rest.indexOf('--')
  if ((end < 0 ? rest : rest.slice(0, end)).some((word) => word === '--help' || word === '-h'))
    return print(usage(name, command))
  return command.run(readArguments(name, command, rest))
}

function print(text: string): number {
  console.log(text)
  return 0
}

function help(words: readonly string[]): string {
  const group = groupOf(words[0]!)
  if (words.length === 1 && group.length > 0 && !commands.has(words[0]!))
    return group.map((name) => usage(name, commands.get(name)!)).join('\n\n')
  const { name, command } = find(words)
  return usage(name, command)
}

/** The command with the longest name that the words start with: `api-key create` before `api-key`. */
function find(words: readonly string[]): { name: string; command: Command; rest: readonly string[] } {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const command = words.length >= length ? commands.get(name) : undefined
    if (command) return { name, command, rest: words.slice(length) }
  }
  const first = words[0]!
  const group = groupOf(first)
  if (group.length > 0)
    throw new WrongUse(`${first} needs one more word: ${group.join(', ')}`, `See: reda help ${first}`)
  const meant = nearest(words.slice(0, 2).join(' '), [...commands.keys()]) ?? nearest(first, [...commands.keys()])
  throw new WrongUse(
    `There is no command ${first}.${meant ? ` Did you mean ${meant}?` : ''}`,
    'reda help lists all commands.',
  )
}

const groupOf = (word: string) => [...commands.keys()].filter((name) => name.startsWith(`${word} `))

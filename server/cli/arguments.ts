import { type Command, type Given, WrongUse } from './command.ts'
import { nearest } from './nearest.ts'

/** Reads what follows the command's name. Refuses with WrongUse: unknown, missing, superfluous, ill-formed. */
export function readArguments(name: string, command: Command, words: readonly string[]): Given {
  const known = command.options ?? {}
  const help = `See: reda help ${name}`
  const options: Record<string, string | undefined> = {}
  const switches = new Set<string>()
  const positionals: string[] = []
  let onlyPositionals = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (onlyPositionals || !word.startsWith('-') || word === '-') {
      positionals.push(word)
      continue
    }
    if (word === '--') {
      onlyPositionals = true
      continue
    }
    const [, option, inline] = /^--?([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? []
    const described = option === undefined ? undefined : known[option]
    if (option === undefined || !described || !word.startsWith('--'))
      throw unknownOption(name, word, Object.keys(known), help)
    if (option in options || switches.has(option)) throw new WrongUse(`--${option} is given twice.`, help)
    if (!described.value) {
      if (inline !== undefined) throw new WrongUse(`--${option} takes no value.`, help)
      switches.add(option)
      continue
    }
    const value = inline ?? words[++i]
    if (value === undefined || value === '' || (inline === undefined && /^--[a-z]/.test(value)))
      throw new WrongUse(`--${option} needs a value: --${option} ${described.value}`, help)
    if (described.choices && !described.choices.includes(value))
      throw new WrongUse(`--${option} is one of ${described.choices.join(', ')}; not ${value}.`, help)
    if (described.atLeast !== undefined && !(/^\d{1,15}$/.test(value) && Number(value) >= described.atLeast))
      throw new WrongUse(`--${option} is a whole number from ${described.atLeast}; not ${value}.`, help)
    options[option] = value
  }
  const missing = Object.entries(known).filter(([option, { required }]) => required && !(option in options))
  if (missing.length > 0)
    throw new WrongUse(`Missing: ${missing.map(([option, { value }]) => `--${option} ${value}`).join(', ')}`, help)
  const wanted = command.positionals ?? []
  if (positionals.length < wanted.length)
    throw new WrongUse(
      `Missing: ${wanted
        .slice(positionals.length)
        .map((one) => one.name)
        .join(', ')}`,
      help,
    )
  if (positionals.length > wanted.length)
    throw new WrongUse(`Too much: ${positionals.slice(wanted.length).join(' ')}`, help)
  return { options, switches, positionals }
}

function unknownOption(name: string, word: string, known: string[], help: string): WrongUse {
  const meant = nearest(word.replace(/^-+/, '').replace(/=.*/s, ''), known)
  return new WrongUse(
    `${name} has no option ${word.replace(/=.*/s, '')}.${meant ? ` Did you mean --${meant}?` : ''}`,
    help,
  )
}

import { expect, it } from 'vitest'
import { readArguments } from './arguments.ts'
import { type Command, WrongUse } from './command.ts'

const command: Command = {
  summary: 'Does something',
  positionals: [{ name: 'FILE', about: 'a file' }],
  options: {
    agent: { about: 'an agent', value: 'EMAIL', required: true },
    tickets: { about: 'how many', value: 'N', atLeast: 1 },
    language: { about: 'a language', value: 'CODE', choices: ['nb', 'sv'] },
    'with-key': { about: 'a switch' },
  },
  run: async () => 0,
}
const read = (...words: string[]) => readArguments('thing', command, words)

it('reads options in both spellings, switches and positionals, in any order', () => {
  expect(read('--agent', 'kari@firma.example', 'a.reda', '--language=sv', '--with-key', '--tickets', '12')).toEqual({
    options: { agent: 'kari@firma.example', language: 'sv', tickets: '12' },
    switches: new Set(['with-key']),
    positionals: ['a.reda'],
  })
  expect(read('--agent=a=b', '--', '--file').options.agent).toBe('a=b')
  expect(read('--agent', '-', '-').positionals).toEqual(['-'])
})

it.each([
  [['x'], 'Missing: --agent EMAIL'],
  [['--agent', 'a'], 'Missing: FILE'],
  [['--agent', 'a', 'x', 'y', 'z'], 'Too much: y z'],
  [['--agnet', 'a', 'x'], 'thing has no option --agnet. Did you mean --agent?'],
  [['--secret=hunter2', 'x'], 'thing has no option --secret.'],
  [['-a', 'x'], 'thing has no option -a. Did you mean --agent?'],
  [['x', '--agent'], '--agent needs a value: --agent EMAIL'],
  [['--agent', '--with-key', 'x'], '--agent needs a value: --agent EMAIL'],
  [['--agent', '', 'x'], '--agent needs a value: --agent EMAIL'],
  [['--agent', 'a', '--agent', 'b', 'x'], '--agent is given twice.'],
  [['--agent', 'a', '--with-key=yes', 'x'], '--with-key takes no value.'],
  [['--agent', 'a', '--tickets', '0', 'x'], '--tickets is a whole number from 1; not 0.'],
  [['--agent', 'a', '--tickets', '1e3', 'x'], '--tickets is a whole number from 1; not 1e3.'],
  [['--agent', 'a', '--language', 'fr', 'x'], '--language is one of nb, sv; not fr.'],
])('refuses %j with words and the way to the help', (words, message) => {
  const refused = (() => {
    try {
      read(...words)
    } catch (error) {
      return error as WrongUse
    }
  })()
  expect(refused).toBeInstanceOf(WrongUse)
  expect(refused).toMatchObject({ message, advice: 'See: reda help thing', exitCode: 2 })
})

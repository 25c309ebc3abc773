import { expect, it } from 'vitest'
import { commands } from './commands.ts'
import { overview, usage } from './usage.ts'

it('lists every command with a line of its own', () => {
  const text = overview(commands)
  for (const [name, { summary }] of commands)
    expect(text).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'))
})

it('tells every option and positional of a command', () => {
  for (const [name, command] of commands) {
    const text = usage(name, command)
    expect(text).toContain(`Usage: reda ${name}`)
    for (const option of Object.keys(command.options ?? {})) expect(text).toMatch(new RegExp(`^  --${option}\\b`, 'm'))
    for (const one of command.positionals ?? []) expect(text).toMatch(new RegExp(`^  ${one.name}\\b`, 'm'))
  }
})

it('shows what must be given without brackets', () => {
  expect(usage('api-key create', commands.get('api-key create')!)).toContain(
    'reda api-key create --agent EMAIL --name NAME',
  )
  expect(usage('start', commands.get('start')!)).toContain('reda start [--port PORT] [--role ROLE]')
  expect(usage('restore', commands.get('restore')!)).toContain('reda restore FILE')
})

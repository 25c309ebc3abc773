import type { Command } from './command.ts'

const column = (left: string, right: string, width: number) => `  ${left.padEnd(width)}  ${right}`

function signature(name: string, command: Command): string {
  const options = Object.entries(command.options ?? {}).map(([option, { value, required }]) => {
    const text = value ? `--${option} ${value}` : `--${option}`
    return required ? text : `[${text}]`
  })
  return ['reda', name, ...options, ...(command.positionals ?? []).map((one) => one.name)].join(' ')
}

/** `reda help`: all commands, a line each. */
export function overview(commands: ReadonlyMap<string, Command>): string {
  const names = [...commands.keys()]
  const width = Math.max(...names.map((name) => name.length))
  return [
    'Reda, the self-hosted customer-support ticket system.',
    '',
    'Usage: reda COMMAND [OPTIONS]',
    '',
    ...[...commands].map(([name, { summary }]) => column(name, summary, width)),
    '',
    'reda help COMMAND tells more about one of them.',
    '',
    'Settings come from the environment: PORT (3000), HOST (127.0.0.1), REDA_DATA_DIR (./data), DATABASE_URL (embedded),',
    'REDA_BASE_URL, REDA_SMTP_PORT (2525), REDA_ROLE (all, web, worker, mail). A file .env in the current folder is read too.',
    'The commands work also while another process serves the same data folder.',
  ].join('\n')
}

/** `reda help NAME`. */
export function usage(name: string, command: Command): string {
  const rows = [
    ...(command.positionals ?? []).map((one): [string, string] => [one.name, one.about]),
    ...Object.entries(command.options ?? {}).map(([option, { value, about, choices, otherwise }]): [string, string] => [
      value ? `--${option} ${value}` : `--${option}`,
      `${about}${choices ? ` (${choices.join(', ')})` : ''}${otherwise ? `; ${otherwise} when not given` : ''}`,
    ]),
  ]
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return [
    command.summary,
    '',
    `Usage: ${signature(name, command)}`,
    ...(rows.length ? ['', ...rows.map(([left, right]) => column(left, right, width))] : []),
    ...(command.more ? ['', command.more] : []),
  ].join('\n')
}

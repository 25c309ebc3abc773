import { expect, it } from 'vitest'
import { readServerLine, ServerLog } from './server-log.ts'

it.each([
  ['00000 LOG:  database system is ready to accept connections', 'debug'],
  ['01000 WARNING:  database "reda" must be vacuumed within 10000000 transactions', 'warn'],
  ['28P01 FATAL:  password authentication failed for user "reda"', 'warn'],
  ['57P03 FATAL:  the database system is starting up', 'debug'],
  ['53100 PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device', 'error'],
  ['/usr/bin/postgres: error while loading shared libraries: libicui18n.so.60', 'info'],
])('reads %s as news for %s', (line, level) => {
  expect(readServerLine(line)).toMatchObject({ level })
})

it('never passes on the words of a failed statement, which may be somebody’s', () => {
  const line = readServerLine('22P02 ERROR:  invalid input syntax for type bigint: "kari.nordmann@kunde.example"')
  expect(line).toEqual({ level: 'debug', sqlstate: '22P02', text: 'a statement failed' })
})

it('puts lines together that arrive in pieces, and remembers the last twenty', () => {
  const told: string[] = []
  const tell = (_: object, message: string) => void told.push(message)
  const log = new ServerLog({ debug: tell, info: tell, warn: tell, error: tell })
  log.take(Buffer.from('00000 LO'))
  log.take(Buffer.from('G:  one\n00000 LOG:  two\n'))
  expect(told).toEqual(['LOG: one', 'LOG: two'])
  for (let i = 0; i < 30; i++) log.take(Buffer.from(`00000 LOG:  line ${i}\n`))
  expect(log.last()).toHaveLength(20)
  expect(log.last().at(-1)).toBe('LOG: line 29')
})

import pgConnectionString from 'pg-connection-string'
import { expect, it } from 'vitest'
import { connectionString, layoutOf } from './layout.ts'

it('keeps the socket inside the data folder', () => {
  expect(layoutOf('/srv/reda').socketDir).toBe('/srv/reda/database/socket')
})

it('moves the socket to a short name of its own when the path is too long for one', () => {
  const deep = (name: string) => layoutOf(`/srv/${'å'.repeat(40)}/${name}`).socketDir
  expect(deep('a')).toMatch(/^\/tmp\/reda-[0-9a-f]{20}$/)
  expect(deep('a')).toBe(deep('a'))
  expect(deep('a')).not.toBe(deep('b'))
})

it('leaves room for the socket in every folder it chooses', () => {
  for (let length = 1; length < 200; length++) {
    const path = `${layoutOf(`/${'x'.repeat(length)}`).socketDir}/.s.PGSQL.5432`
    expect(Buffer.byteLength(path)).toBeLessThan(100)
  }
})

it.each(['/srv/reda', '/srv/with space/å, ø & "æ"', '/srv/100%/a?b#c'])(
  'names the socket in %s in a way the driver understands',
  (dataDir) => {
    const text = connectionString(layoutOf(dataDir), 'reda', 'p@ss/w:rd', 'reda')
    expect(pgConnectionString.parse(text)).toMatchObject({
      host: layoutOf(dataDir).socketDir,
      user: 'reda',
      password: 'p@ss/w:rd',
      database: 'reda',
    })
  },
)

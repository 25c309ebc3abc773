import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customers, people, session } from '#contract'
import { startHouse, type TestHouse } from '../../../test/support/house.ts'
import { createLog } from '../log.ts'

let h: TestHouse
let text = ''
beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  h = await startHouse({ log: createLog('info', sink) })
})
afterAll(() => h?.stop())

it('writes one line for each request, and nothing that anybody said, typed or keeps secret', async () => {
  const agent = await h.makeAgent()
  const cookie = await h.signIn(agent)
  text = ''
  const canaries = [
    'kanari-i-navnet',
    'kanari@adressen.example',
    'kanari-i-soket',
    agent.password,
    agent.key.slice(20),
    cookie.slice(10),
  ]
  await agent.call(customers.add, { body: { name: canaries[0]!, email: canaries[1]! } })
  await agent.call(customers.list, { query: { q: canaries[2]! } })
  await h.api({ cookie }).call(session.me)
  await h.api(null).tell(session.signIn, { body: { email: canaries[1]!, password: agent.password } })
  await agent.tell(people.settings)
  // An answer may arrive before its line is written.
  while (text.split('"msg":"request"').length < 6) await new Promise((resolve) => setImmediate(resolve))
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const requests = lines.filter((line) => line.msg === 'request')
  expect(requests.map(({ method, route, status, actor }) => [method, route, status, actor])).toEqual([
    ['POST', '/api/v1/customers', 201, agent.id],
    ['GET', '/api/v1/customers', 200, agent.id],
    ['GET', '/api/v1/session', 200, agent.id],
    ['POST', '/api/v1/session', 401, null],
    ['GET', '/api/v1/settings', 403, agent.id],
  ])
  for (const line of requests)
    expect(line).toMatchObject({ requestId: expect.stringMatching(/^[0-9a-f]{16}$/), ms: expect.any(Number) })
  for (const canary of canaries) expect(text).not.toContain(canary)
})

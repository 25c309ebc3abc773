import { afterAll, beforeAll, expect, it } from 'vitest'
import { people, session } from '#contract'
import { startHouse, type TestHouse } from './support/house.ts'

let h: TestHouse
beforeAll(async () => {
  h = await startHouse()
})
afterAll(() => h?.stop())
it('works', async () => {
  expect((await h.owner.call(session.me)).agent.role).toBe('owner')
  const a = await h.makeAgent()
  expect((await a.tell(people.addAgent, { body: { email: 'x@y.example', name: 'x' } })).status).toBe(403)
  const cookie = await h.signIn(a)
  expect((await h.api({ cookie }).call(session.me)).agent.id).toBe(a.id)
  await h.settle()
})

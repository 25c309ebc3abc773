import { expect, it } from 'vitest'
import { createRoom } from './memory.ts'

it('lets in what fits, in the order of coming, and what is too large alone', async () => {
  const room = createRoom(10)
  const inside: string[] = []
  const enter = async (name: string, bytes: number) => {
    const leave = await room.take(bytes)
    inside.push(name)
    return leave
  }
  const a = await enter('a', 6)
  const b = enter('b', 25)
  const c = enter('c', 1)
  await Promise.resolve()
  expect(inside).toEqual(['a'])
  a()
  const leaveB = await b
  expect(inside).toEqual(['a', 'b'])
  leaveB()
  await c
  expect(inside).toEqual(['a', 'b', 'c'])
})

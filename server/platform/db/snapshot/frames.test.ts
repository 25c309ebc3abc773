import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BrokenBackup, type Frame, FrameWriter, readFrames } from './frames.ts'

async function* cut(bytes: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  let at = 0
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function read(bytes: Buffer, sizes = [7]): Promise<Frame[]> {
  const frames: Frame[] = []
  for await (const frame of readFrames(cut(bytes, sizes))) frames.push(frame)
  return frames
}

function write(payloads: Buffer[]): Buffer {
  const writer = new FrameWriter()
  return Buffer.concat([...payloads.map((payload) => writer.frame('D', payload)), writer.end()])
}

it('reads what was written, however the bytes are cut on the way', async () => {
  const anyPayloads = fc.array(fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)))
  const anyCuts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(anyPayloads, anyCuts, async (payloads, sizes) => {
      const frames = await read(write(payloads), sizes)
      expect(frames.map(({ kind }) => kind).join('')).toBe(`${'D'.repeat(payloads.length)}Z`)
      expect(frames.slice(0, -1).map(({ payload }) => Buffer.from(payload))).toEqual(payloads)
    }),
  )
})

it('never takes a shortened or changed backup for a whole one', async () => {
  const whole = write([Buffer.from('abc'), Buffer.alloc(200, 1)])
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), fc.boolean(), async (at, shorten) => {
      const broken = Buffer.from(whole)
      if (!shorten) broken[at]! ^= 4
      await expect(read(shorten ? broken.subarray(0, at) : broken)).rejects.toBeInstanceOf(BrokenBackup)
    }),
  )
  await expect(read(Buffer.concat([whole, Buffer.from('x')]))).rejects.toBeInstanceOf(BrokenBackup)
})

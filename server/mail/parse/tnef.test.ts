import { describe, expect, it } from 'vitest'
import { readMail } from './index.ts'
import { readTnef } from './tnef.ts'

const u16 = (n: number) => Buffer.from([n & 255, n >> 8])
const u32 = (n: number) => {
  const out = Buffer.alloc(4)
  out.writeUInt32LE(n)
  return out
}
const attribute = (level: number, id: number, value: Buffer) =>
  Buffer.concat([
    Buffer.from([level]),
    u32(id),
    u32(value.length),
    value,
    u16(value.reduce((sum, b) => (sum + b) & 0xffff, 0)),
  ])
const text = (value: string) => Buffer.from(`${value}\0`, 'latin1')
const pad = (value: Buffer) => Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)])
const property = (type: number, id: number, value: Buffer) =>
  Buffer.concat([u16(type), u16(id), u32(1), u32(value.length), pad(value)])

const WINMAIL = Buffer.concat([
  u32(0x223e9f78),
  u16(1),
  attribute(1, 0x69007, Buffer.concat([u32(1252), u32(0)])),
  attribute(1, 0x2800c, text('Hei på deg')),
  attribute(2, 0x69002, Buffer.alloc(14)),
  attribute(2, 0x18010, text('SKNAD~1.PDF')),
  attribute(2, 0x6800f, Buffer.from('ABC')),
  attribute(
    2,
    0x69005,
    Buffer.concat([
      u32(2),
      property(0x1f, 0x3707, Buffer.from('søknad.pdf\0', 'utf16le')),
      property(0x1e, 0x370e, text('application/pdf')),
    ]),
  ),
])
const mail = (file: Buffer) =>
  readMail(
    Buffer.from(
      `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${file.toString('base64')}\r\n--b--\r\n`,
    ),
  )

describe('winmail.dat', () => {
  it('gives its files by their long names, and its text', () => {
    const parsed = mail(WINMAIL)
    expect(
      parsed.attachments.map((file) => [file.filename, file.contentType, Buffer.from(file.content).toString()]),
    ).toEqual([['søknad.pdf', 'application/pdf', 'ABC']])
    expect(parsed.text).toBe('Hei på deg')
  })

  it('is kept as it is when anything in it is in doubt', () => {
    const cut = WINMAIL.subarray(0, WINMAIL.length - 7)
    expect(readTnef(cut)).toBeNull()
    expect(mail(cut).attachments.map((file) => file.filename)).toEqual(['winmail.dat'])
    for (let at = 0; at < WINMAIL.length; at++) {
      const broken = Buffer.from(WINMAIL)
      broken[at] = broken[at]! ^ 0x80
      // Each attribute carries a checksum: a changed byte is noticed, or was in a header that no longer fits.
      const files = readTnef(broken)?.files ?? []
      for (const file of files) expect(file.content.length).toBeLessThanOrEqual(WINMAIL.length)
    }
  })
})

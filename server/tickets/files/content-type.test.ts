import { describe, expect, it } from 'vitest'
import { cleanName, cleanType, contentDisposition, shownType } from './content-type.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : Buffer.from(p))))

describe('what a file is, is told by its bytes', () => {
  it.each([
    ['a PNG named text', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'text/html', 'image/png'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg', 'image/jpeg'],
    ['a GIF', bytes('GIF89a'), 'image/gif', 'image/gif'],
    ['a WebP', bytes('RIFF', [0, 0, 0, 0], 'WEBP'), 'x/y', 'image/webp'],
    ['half a WebP', bytes('XXXX', [0, 0, 0, 0], 'WEBP'), 'image/webp', null],
    ['a PDF', bytes('%PDF-1.7'), 'application/octet-stream', 'application/pdf'],
    ['text', Buffer.from('Hei på deg, æøå'), 'text/plain', 'text/plain; charset=utf-8'],
    ['text cut within a letter', Buffer.from('Hei på').subarray(0, 6), 'text/plain', 'text/plain; charset=utf-8'],
    ['text that nobody called text', Buffer.from('Hei'), 'application/x-thing', null],
    ['a page that calls itself text', Buffer.from('  <!DOCTYPE html><script>'), 'text/plain', null],
    ['a script in a tag that calls itself text', Buffer.from('<script>alert(1)</script>'), 'text/plain', null],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'image/svg+xml', null],
    ['SVG that calls itself PNG', Buffer.from('<svg/>'), 'image/png', null],
    ['bytes that call themselves text', bytes([0, 1, 2, 3]), 'text/plain', null],
    ['nothing', Buffer.alloc(0), 'text/plain', 'text/plain; charset=utf-8'],
  ])('%s', (_, head, claimed, shown) => {
    expect(shownType(head, claimed)).toBe(shown)
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\regning.pdf', 'regning.pdf'],
    ['bilde\u202egpj.exe', 'bildegpj.exe'],
    ['a\r\nb.txt', 'ab.txt'],
    ['.htaccess', 'htaccess'],
    ['\u200b.htaccess', 'htaccess'],
    ['...', 'file'],
    ['Årsmøte 2026.pdf', 'Årsmøte 2026.pdf'],
  ])('the name %j becomes %j', (name, clean) => {
    expect(cleanName(name)).toBe(clean)
  })

  it('names downloads in both forms, and never breaks out of the header', () => {
    expect(contentDisposition('attachment', 'Årsmøte "1".pdf')).toBe(
      `attachment; filename="Arsmte _1_.pdf"; filename*=UTF-8''%C3%85rsm%C3%B8te%20%221%22.pdf`,
    )
    expect(contentDisposition('inline', "a'b(c)*.txt")).toMatch(/filename\*=UTF-8''a%27b%28c%29%2A\.txt$/)
    expect(cleanType('Text/Plain; charset=x')).toBe('text/plain')
    expect(cleanType('text/html\r\nx: y')).toBe('application/octet-stream')
  })
})

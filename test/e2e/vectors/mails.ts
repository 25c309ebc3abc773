import { hostileWords } from './words.ts'

/** A header value that holds anything: encoded words (RFC 2047), each with whole characters. */
export function encodedWords(text: string): string {
  const words: string[] = []
  const characters = [...text]
  while (characters.length > 0)
    words.push(`=?utf-8?B?${Buffer.from(characters.splice(0, 10).join('')).toString('base64')}?=`)
  return words.join('\r\n ')
}

const base64Lines = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')

export interface HostileMail {
  from: string
  name: string
  subject: string
  raw: string
}

/** A mail whose every part is hostile: names, subject, file names and types, text, HTML. `html` null: text alone. */
export function hostileMail(
  n: number,
  to: string,
  { html, text, run, url }: { html: string | null; text: string; run: string; url: string },
): HostileMail {
  const words = hostileWords(run, url)
  const word = (at: number) => words[(n * 3 + at) % words.length]!
  const from = `kunde${n}@kunde.example`
  const name = `Kunde ${n} ${word(0)}`
  const subject = `Sak ${n} ${word(1)} ${word(7)}`
  const boundary = 'grense'
  const part = (type: string, content: string, more: string[] = []) => [
    `--${boundary}`,
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    ...more,
    '',
    base64Lines(content),
  ]
  const file = (type: string, filename: string, content: string) =>
    part(type, content, [`Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(filename)}`])
  const lines = [
    `From: ${encodedWords(name)} <${from}>`,
    `To: ${encodedWords(word(2))} <${to}>`,
    `Cc: ${encodedWords(word(3))} <kopi${n}@kunde.example>`,
    `Subject: ${encodedWords(subject)}`,
    `Message-ID: <${n}-"><img/src=x/onerror=${run}>@kunde.example>`,
    'Date: Mon, 12 Jan 2026 10:22:00 +0100',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary=${boundary}`,
    '',
    ...part('text/plain; charset=utf-8', text),
    ...(html === null ? [] : part('text/html; charset=utf-8', html)),
    ...file('text/html', `${word(4)}.html`, `<script>${run}</script><img src="${url}">`),
    ...file(
      'image/svg+xml',
      `${word(5)}.svg`,
      `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"><script>${run}</script><image href="${url}"/></svg>`,
    ),
    ...file('image/png', `${word(6)}.png`, `<script>${run}</script>`),
    ...file(
      `text/${encodeURIComponent(word(0)).slice(0, 40)}`,
      `x.${word(8)}`,
      `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${run}</x:script>`,
    ),
    `--${boundary}--`,
    '',
  ]
  return { from, name, subject, raw: lines.join('\r\n') }
}

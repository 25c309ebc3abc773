import { crc32, deflateSync } from 'node:zlib'
import type { Chance } from '../generate/chance.ts'
import type { Enclosure } from './scenarios.ts'

export interface DemoFile {
  filename: string
  contentType: string
  bytes: Buffer
}

/** A small file of its kind, made here: nothing is fetched and nobody's picture is shown. */
export function enclosure(kind: Enclosure, name: string, line: string, chance: Chance): DemoFile {
  const numbered = `${name}-${chance.int(100, 999)}`
  switch (kind) {
    case 'photo':
      return { filename: `${numbered}.png`, contentType: 'image/png', bytes: landscape(chance) }
    case 'document':
      return { filename: `${numbered}.pdf`, contentType: 'application/pdf', bytes: onePage([line, numbered]) }
    case 'log':
      return { filename: `${numbered}.txt`, contentType: 'text/plain', bytes: Buffer.from(engineLog(line, chance)) }
  }
}

const WIDTH = 320
const HEIGHT = 200

/** Sky, hills and water in the colours of a random hour: a picture that is plainly a sample. */
function landscape(chance: Chance): Buffer {
  const sky = chance.pick(SKIES)
  const phase = chance.next() * 6
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const hill = 105 + 18 * Math.sin(x / 41 + phase) + 9 * Math.sin(x / 17 + phase * 2)
      const colour =
        y > 145
          ? mixed(sky.water, sky.top, ((y % 9) + 2) / 22)
          : y > hill
            ? sky.hill
            : mixed(sky.top, sky.low, y / hill)
      rows.set(colour, y * (1 + WIDTH * 3) + 1 + x * 3)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  // Eight bits for each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

type Colour = [number, number, number]
const SKIES: readonly { top: Colour; low: Colour; hill: Colour; water: Colour }[] = [
  { top: [96, 150, 196], low: [216, 230, 238], hill: [62, 98, 86], water: [70, 118, 146] },
  { top: [64, 78, 124], low: [238, 176, 130], hill: [46, 52, 72], water: [92, 88, 122] },
  { top: [150, 166, 178], low: [222, 226, 228], hill: [84, 98, 98], water: [112, 128, 138] },
]

function mixed(a: Colour, b: Colour, share: number): Colour {
  return [0, 1, 2].map((i) => Math.round(a[i]! * (1 - share) + b[i]! * share)) as Colour
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A PDF of one page with a line or two in Helvetica (ISO 32000-1, 7.5). */
function onePage(lines: readonly string[]): Buffer {
  const show = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj 0 -26 Td`).join(' ')
  const content = `BT /F1 16 Tf 72 740 Td ${show} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = text.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text.replaceAll('–', '-'), 'latin1')
}

function engineLog(line: string, chance: Chance): string {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const minute = String(i).padStart(2, '0')
    const load = chance.int(20, 98)
    const pressure = (load > 80 ? 2.1 : 3.8) + chance.next() / 4
    return `09:${minute}:00  load ${load}%  fuel ${pressure.toFixed(2)} bar  ${load > 80 ? 'FAULT 4127' : 'ok'}`
  })
  return `# ${line}\n${rows.join('\n')}\n`
}

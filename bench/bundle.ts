import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/*
 * How much JavaScript and CSS the desk's first page takes: what index.html loads, all that it imports at once, the ticket page that the
 * inbox opens, and one language. Build first (`npm run build`). `--all` lists every file.
 */
const web = join(import.meta.dirname, '..', 'dist', 'web')
interface Chunk {
  file: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
  isEntry?: boolean
}
const manifest = JSON.parse(readFileSync(join(web, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
/** What the inbox loads besides its entry: the ticket beside the list, and the words of one language. */
const inbox = (name: string) => /tickets\/thread\/TicketPage\.tsx$|i18n\/nb\.json$/.test(name)

const files = new Set<string>()
const seen = new Set<string>()
function take(name: string): void {
  if (seen.has(name)) return
  seen.add(name)
  const chunk = manifest[name]!
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const imported of chunk.imports ?? []) take(imported)
}
for (const [name, chunk] of Object.entries(manifest)) if (chunk.isEntry || inbox(name)) take(name)

const measured = [...files].map((file) => {
  const bytes = readFileSync(join(web, file))
  return {
    file,
    plain: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  }
})
const kilobytes = (n: number) => (n / 1000).toFixed(1).padStart(7)
const sum = (ending: string, by: 'plain' | 'gzip' | 'brotli') =>
  measured.filter((one) => one.file.endsWith(ending)).reduce((all, one) => all + one[by], 0)

if (process.argv.includes('--all'))
  for (const one of measured.toSorted((a, b) => b.gzip - a.gzip))
    console.log(`${kilobytes(one.gzip)} kB gzip  ${one.file}`)
console.log('first load of the desk      plain    gzip  brotli (kB)')
for (const [name, ending] of [
  ['JavaScript', '.js'],
  ['CSS', '.css'],
] as const)
  console.log(
    `${name.padEnd(24)} ${kilobytes(sum(ending, 'plain'))} ${kilobytes(sum(ending, 'gzip'))} ${kilobytes(sum(ending, 'brotli'))}`,
  )
const limit = 300_000
const script = sum('.js', 'gzip')
console.log(`${script <= limit ? 'within' : 'OVER'} the limit of ${limit / 1000} kB gzipped JavaScript`)
if (script > limit) process.exitCode = 1

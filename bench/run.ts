import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Runs the measurements: `npm run bench -- NAME [options]`, without a name one after the other, `--list` says which there are. Each
 * is a program of its own in this folder and prints what it found about what was built last: `npm run build` first. They are figures of this machine at this hour, not tests.
 */
const folder = import.meta.dirname
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3))
  .sort()

/** The first sentence of the comment that each begins with. */
function about(name: string): string {
  const comment = /\/\*([\s\S]*?)\*\//.exec(readFileSync(join(folder, `${name}.ts`), 'utf8'))?.[1] ?? ''
  const text = comment.replace(/\s*\n\s*\*\s?/g, ' ').trim()
  return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text
}

const [wanted, ...options] = process.argv.slice(2)
if (wanted === '--list') {
  for (const name of names) console.log(`${name.padEnd(10)} ${about(name)}`)
} else if (wanted !== undefined && !wanted.startsWith('-') && !names.includes(wanted)) {
  console.error(`There is no measurement «${wanted}». There are: ${names.join(', ')}.`)
  process.exitCode = 2
} else {
  const chosen = wanted === undefined || wanted.startsWith('-') ? names : [wanted]
  for (const name of chosen) {
    console.log(`\n== ${name}: ${about(name)}`)
    const { status } = spawnSync(process.execPath, [join(folder, `${name}.ts`), ...options], { stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
}

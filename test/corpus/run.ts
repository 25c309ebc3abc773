import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type ParsedMail, parseMail } from '../../server/mail/parse/index.ts'
import { visibleText } from '../../server/mail/understanding/index.ts'
import { compareBounce, compareParse, compareReply, type Expected } from './compare.ts'
import { runVectors, type Vectors } from './vectors.ts'

/**
 * Runs folders of mail cases (`NAME.eml` with `NAME.json`) and files of vectors through parser, folding and detection, and prints
 * how many of each check hold. Exits with 1 when a target is missed. `--verbose` lists each failure.
 */

interface Case {
  source: string
  name: string
  kind: string
  expected: Expected
}

interface Tally {
  ok: number
  all: number
}

const tallies = new Map<string, Map<string, Tally>>()
const failures: string[] = []

function count(source: string, check: string, ok: boolean, label: string): void {
  for (const name of [source, 'ALL']) {
    const table = tallies.get(name) ?? new Map<string, Tally>()
    const tally = table.get(check) ?? { ok: 0, all: 0 }
    tally.all++
    if (ok) tally.ok++
    table.set(check, tally)
    tallies.set(name, table)
  }
  if (!ok) failures.push(`${label}: ${check}`)
}

async function runCase(folder: string, file: string): Promise<void> {
  const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case
  const raw = readFileSync(join(folder, file.replace(/\.json$/, '.eml')))
  const source = json.source ?? basename(folder)
  const label = `${source}/${json.name ?? file}`
  let mail: ParsedMail
  try {
    mail = await parseMail(raw)
  } catch (error) {
    count(source, 'stored', false, `${label} (${(error as Error).message})`)
    return
  }
  count(source, 'stored', true, label)
  for (const [check, ok] of Object.entries(checksOf(json.expected, mail))) count(source, check, ok, label)
}

function checksOf(expected: Expected, mail: ParsedMail): Record<string, boolean> {
  const checks = compareParse(expected, {
    subject: mail.subject,
    fromEmail: mail.from?.email ?? '',
    fromName: mail.from?.name ?? '',
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map((file) => ({ filename: file.filename, size: file.content.byteLength })),
  })
  if (expected.reply) {
    // Where the source keeps signatures visible, only the quotes are taken away; the kinds of the folds say which is which.
    const visible =
      expected.reply.sig === 'kept' ? visibleText(mail.text, mail.folds, ['quote', 'forward']) : mail.replyText
    Object.assign(checks, compareReply(expected.reply, visible, mail.text))
  }
  const robot = mail.automatic.is && mail.automatic.kind !== 'list' && mail.automatic.kind !== 'newsletter'
  if (expected.autoReply === true) checks['automatic recognised'] = robot
  if (expected.autoReply === false) checks['automatic false alarm'] = !robot
  if (expected.bounce === true) {
    const got = mail.bounce && {
      recipients: mail.bounce.recipients.flatMap((r) => [r.address, r.original ?? '']),
      permanent: mail.bounce.recipients[0]?.permanent ?? true,
    }
    Object.assign(checks, compareBounce(expected, got))
  }
  if (expected.bounce === false) checks['bounce false alarm'] = mail.bounce === null
  return checks
}

async function walk(folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await walk(path)
    else if (entry.name.endsWith('.json') && existsSync(path.replace(/\.json$/, '.eml')))
      await runCase(folder, entry.name)
    else if (/vectors.*\.json$/.test(entry.name)) vectors(path)
  }
}

function vectors(path: string): void {
  const file = JSON.parse(readFileSync(path, 'utf8')) as Vectors
  for (const { check, ok, label } of runVectors(file)) count(basename(path), check, ok, `${basename(path)}/${label}`)
}

const TARGETS: [check: string, share: number][] = [
  ['stored', 1],
  ['subject', 0.99],
  ['from', 0.99],
  ['from name', 0.99],
  ['attachments', 0.99],
  ['reply exact', 0.92],
  ['reply no-loss', 1],
  ['automatic recognised', 0.97],
  ['automatic false alarm', 0.995],
  ['bounce detected', 0.95],
  ['bounce recipient', 0.95],
  ['bounce permanence', 0.95],
  ['vector', 1],
]

function report(verbose: boolean): boolean {
  if (verbose) for (const failure of failures) console.log(`  ${failure}`)
  for (const [source, table] of tallies) {
    if (source === 'ALL') continue
    console.log(`${source}\n  ${[...table].map(([check, { ok, all }]) => `${check} ${ok}/${all}`).join(' · ')}`)
  }
  let good = true
  console.log('ALL')
  for (const [check, { ok, all }] of tallies.get('ALL') ?? []) {
    const target = TARGETS.find(([name]) => name === check)?.[1]
    const missed = target !== undefined && ok < all * target
    if (missed) good = false
    console.log(
      `  ${check.padEnd(24)} ${`${ok}/${all}`.padStart(9)}  ${((100 * ok) / all).toFixed(1).padStart(5)} %${target === undefined ? '' : `  target ${100 * target} %${missed ? '  MISSED' : ''}`}`,
    )
  }
  return good
}

const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
if (folders.length === 0) {
  console.error('Usage: npm run test:corpus -- FOLDER… [--verbose]')
  process.exit(2)
}
for (const folder of folders) {
  if (!existsSync(folder)) {
    console.error(`There is no ${folder}`)
    process.exit(2)
  }
  if (statSync(folder).isDirectory()) await walk(folder)
  else if (folder.endsWith('.json') && existsSync(folder.replace(/\.json$/, '.eml')))
    await runCase(dirname(folder), basename(folder))
  else vectors(folder)
}
process.exit(report(process.argv.includes('--verbose')) ? 0 : 1)

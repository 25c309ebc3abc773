'use strict'
const { createHash } = require('node:crypto')
const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { run } = require('./children.js')
const { root, pinnedNode } = require('./package-folder.js')
const { during } = require('./progress.js')

const dist = path.join(root, 'dist')

const parts = {
  server: {
    sources: ['server', 'contract', 'i18n', 'bin/steps/bundle-server.mjs', 'package.json', 'package-lock.json'],
    args: (to) => [path.join(__dirname, 'bundle-server.mjs'), to],
    words: 'Building the server',
  },
  web: {
    sources: ['web', 'contract', 'i18n', 'package.json', 'package-lock.json'],
    args: (to) => [
      path.join(root, 'node_modules/vite/bin/vite.js'),
      ...['build', '--config', path.join(root, 'web/vite.config.ts'), '--outDir', to, '--emptyOutDir'],
    ],
    words: 'Building the web app',
  },
}

/** By content: a fresh checkout has new times but the same sources. */
const fingerprint = (sources) => {
  const hash = createHash('sha256')
  const add = (file) => {
    const full = path.join(root, file)
    let entries
    try {
      entries = readdirSync(full, { withFileTypes: true })
    } catch (error) {
      if (error.code !== 'ENOTDIR') return
      hash.update(`${file}\0`).update(readFileSync(full))
      return
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (/\.test\.tsx?$|^(node_modules|\..*)$/.test(entry.name)) continue
      add(`${file}/${entry.name}`)
    }
  }
  for (const source of sources) add(source)
  return hash.digest('hex')
}

const stampOf = (part) => path.join(dist, part, '.sources')

/** The parts whose sources have changed since they were built. */
const stale = (names) =>
  Object.entries(parts)
    .filter(([name]) => names.includes(name))
    .map(([name, part]) => ({ name, ...part, print: fingerprint(part.sources) }))
    .filter(({ name, print }) => !existsSync(stampOf(name)) || readFileSync(stampOf(name), 'utf8') !== print)

const build = async ({ name, args, words, print }) => {
  const unfinished = path.join(dist, `${name}.new`)
  const old = path.join(dist, `${name}.old`)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  await during(words, () =>
    run(pinnedNode(), args(unfinished), {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
    }),
  )
  writeFileSync(path.join(unfinished, '.sources'), print)
  // Swapped whole: a build that was cut short is never started.
  rmSync(old, { recursive: true, force: true })
  if (existsSync(path.join(dist, name))) renameSync(path.join(dist, name), old)
  renameSync(unfinished, path.join(dist, name))
  rmSync(old, { recursive: true, force: true })
}

exports.parts = Object.keys(parts)

exports.isBuilt = (names = exports.parts) => stale(names).length === 0

/** Builds what has changed; when one part fails, the others still come to their end. */
exports.build = async (names = exports.parts) => {
  const results = await Promise.allSettled(stale(names).map(build))
  const failed = results.find(({ status }) => status === 'rejected')
  if (failed) throw failed.reason
}

/** Everything anew, whatever the stamps say. */
exports.forget = () => {
  for (const name of Object.keys(parts)) rmSync(stampOf(name), { force: true })
}

'use strict'
const { createHash } = require('node:crypto')
const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { run } = require('./children.js')
const { root, pinnedNode } = require('./package-folder.js')
const { during } = require('./progress.js')

const lockfile = path.join(root, 'package-lock.json')
const stamp = path.join(root, 'node_modules/.reda-installed')

const wanted = () =>
  createHash('sha256').update(readFileSync(lockfile)).update(`${process.platform}-${process.arch}`).digest('hex')

/** Packages installed by hand (`npm ci`) count too: npm leaves a list of what it installed. */
const installedByHand = () => {
  try {
    const { packages } = JSON.parse(readFileSync(lockfile, 'utf8'))
    const there = JSON.parse(readFileSync(path.join(root, 'node_modules/.package-lock.json'), 'utf8')).packages
    return Object.entries(packages).every(
      ([name, { version, optional, peer }]) =>
        name === '' || there[name]?.version === version || ((optional || peer) && !there[name]),
    )
  } catch {
    return false
  }
}

exports.isInstalled = () => {
  if (!pinnedNode()) return false
  const want = wanted()
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === want
  if (!installedByHand()) return false
  try {
    writeFileSync(stamp, want)
  } catch {
    // A folder we may not write to: checked again next time.
  }
  return true
}

/** The npm that started us, else the one on the path. */
const npm = (args) => {
  const cli = process.env.npm_execpath
  return cli && /npm-cli\.js$/.test(cli) ? [process.execPath, [cli, ...args]] : ['npm', args]
}

exports.install = async () => {
  const want = wanted()
  // Whatever NODE_ENV says, the build needs the development packages and the machine its own binaries.
  const [file, args] = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional'])
  const env = { ...process.env }
  for (const name of Object.keys(env)) if (/^npm_(lifecycle|package)_/.test(name)) delete env[name]
  if (!env.HOME && !env.npm_config_cache) env.npm_config_cache = path.join(root, '.cache/npm')
  await during('Installing packages', () => run(file, args, { cwd: root, env }))
  if (!pinnedNode())
    throw new Error(
      `npm installed no Node for ${process.platform}-${process.arch}. Reda runs on Linux with glibc, on x64 and arm64.`,
    )
  writeFileSync(stamp, want)
}

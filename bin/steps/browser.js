'use strict'
const { accessSync, constants, existsSync } = require('node:fs')
const path = require('node:path')
const { run } = require('./children.js')
const { during } = require('./progress.js')

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** The browser of the end-to-end tests: CHROMIUM_PATH, else the first on the path; null when there is none. */
exports.findBrowser = () => {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : null
  for (const folder of [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin'])
    for (const name of names) {
      const file = path.join(folder, name)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {}
    }
  return null
}

/** Installs packages of Debian or Ubuntu; answers false when this account or system cannot. */
exports.aptInstall = async (what, packages) => {
  if (process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await during(`Installing ${what} with apt-get`, async () => {
    await run('apt-get', ['update'], { env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env })
  })
  return true
}

/** Finds the browser, or installs it. Throws in words when neither is possible. */
exports.ensureBrowser = async () => {
  const found = exports.findBrowser()
  if (found) return found
  await exports.aptInstall('the browser for the tests', ['chromium'])
  const installed = exports.findBrowser()
  if (installed) return installed
  throw new Error(
    'The end-to-end tests need Chromium, and there is none. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
}

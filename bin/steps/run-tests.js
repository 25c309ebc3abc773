'use strict'
const { spawn } = require('node:child_process')
const { mkdtempSync, readFileSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')
const { root, pinnedNode } = require('./package-folder.js')

/** How many tests passed and failed by vitest's own report. A file that could not be read is a failed test. */
const count = (report) => {
  let passed = 0
  let failed = 0
  for (const file of report.testResults) {
    const results = file.assertionResults.map(({ status }) => status)
    passed += results.filter((status) => status === 'passed').length
    const inFile = results.filter((status) => status === 'failed').length
    failed += inFile > 0 || file.status !== 'failed' ? inFile : 1
  }
  return { passed, failed }
}

/** Runs vitest, shows what it shows, and counts. Whatever went wrong around the tests counts as one failed test. */
exports.runTests = (args, env = {}) =>
  new Promise((done) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'reda-report-'))
    const file = path.join(folder, 'report.json')
    const child = spawn(
      pinnedNode(),
      [
        path.join(root, 'node_modules/vitest/vitest.mjs'),
        ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
      ],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } },
    )
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', pass).on('SIGTERM', pass)
    const finish = (code) => {
      process.removeListener('SIGINT', pass).removeListener('SIGTERM', pass)
      let counts
      try {
        counts = count(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        counts = { passed: 0, failed: 1 }
      }
      rmSync(folder, { recursive: true, force: true })
      if (code !== 0 && counts.failed === 0) counts.failed = 1
      done(counts)
    }
    child.once('error', () => finish(1))
    child.once('exit', (code) => finish(code))
  })

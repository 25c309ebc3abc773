'use strict'
const { spawn } = require('node:child_process')
const { readFileSync } = require('node:fs')
const { stripVTControlCharacters } = require('node:util')

const running = new Set()

/** A step that failed, with what it said; shown without a stack. */
class StepFailed extends Error {}
exports.StepFailed = StepFailed

/** Runs a program to its end; answers what it wrote. Throws StepFailed with its last lines when it fails. */
exports.run = (file, args, options = {}) =>
  new Promise((done, fail) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: true })
    running.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output = (output + chunk).slice(-20_000)
      })
    child.once('error', (error) => {
      running.delete(child)
      fail(new StepFailed(`${file} cannot be started: ${error.message}`))
    })
    child.once('close', (code, signal) => {
      running.delete(child)
      if (code === 0) done(output)
      else
        fail(
          new StepFailed(
            `${stripVTControlCharacters(output).trim().split('\n').slice(-30).join('\n')}\n(ended with ${signal ?? code})`,
          ),
        )
    })
  })

/** Each child leads a group of its own, so that whatever it started ends with it. */
const endChildren = () => {
  for (const child of running) {
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {}
  }
}

/**
 * A set-up that is interrupted leaves nothing running. Both installing and building may be cut at any point.
 * Answers a function that ends this watch.
 */
exports.endChildrenWithUs = () => {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
  const end = (signal) => {
    endChildren()
    process.exit(codes[signal] ?? 1)
  }
  for (const signal of Object.keys(codes)) process.once(signal, end)
  process.once('exit', endChildren)
  const unwatch = exports.whenNpmIsGone(end)
  return () => {
    for (const signal of Object.keys(codes)) process.removeListener(signal, end)
    process.removeListener('exit', endChildren)
    unwatch()
  }
}

const parentOf = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

/** Our ancestor npm, which may have a shell between itself and us; null when we were not started by `npm start`. */
const npmAbove = () => {
  if (!process.env.npm_lifecycle_event) return null
  try {
    for (let pid = process.ppid, child = process.pid; pid > 1; child = pid, pid = parentOf(pid)) {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      if (/(^|[/ ])npm(-cli\.js)?( |$)/.test(command)) return { pid, child }
    }
  } catch {}
  return null
}

/**
 * npm passes SIGINT and SIGTERM on, but a killed npm can pass nothing on: then whoever it left behind ends itself.
 * Answers a function that ends this watch.
 */
exports.whenNpmIsGone = (act) => {
  const npm = npmAbove()
  if (!npm) return () => {}
  const timer = setInterval(() => {
    let parent
    try {
      parent = npm.child === process.pid ? process.ppid : parentOf(npm.child)
    } catch {}
    if (parent === npm.pid) return
    clearInterval(timer)
    act()
  }, 500)
  timer.unref()
  return () => clearInterval(timer)
}

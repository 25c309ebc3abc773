'use strict'
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Words go to stderr, so that `bin/reda api-key create` prints only the key. */
exports.say = (text) => process.stderr.write(`${text}\n`)

/** Says what is being done, now and then how long it has taken, and at last that it is done. */
exports.during = async (what, work) => {
  const start = performance.now()
  const terminal = process.stderr.isTTY
  const show = terminal
    ? () => process.stderr.write(`\r${what} … ${seconds(start)} `)
    : () => process.stderr.write(`${what} … ${seconds(start)}\n`)
  if (terminal) show()
  else process.stderr.write(`${what} …\n`)
  const timer = setInterval(show, terminal ? 200 : 10_000)
  try {
    const result = await work()
    process.stderr.write(`${terminal ? '\r' : ''}${what}: done in ${seconds(start)}\n`)
    return result
  } catch (error) {
    process.stderr.write(`${terminal ? '\r' : ''}${what}: failed after ${seconds(start)}\n`)
    throw error
  } finally {
    clearInterval(timer)
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { type Account, spawnAs } from './account.ts'

/**
 * Reads the server's number, then blocks on the pipe that only we hold. When the pipe closes, whatever ended us, it
 * stops the server the fast way, and after a minute the hard way (which loses nothing either). A shell, because it
 * lives as long as the server does and costs 200 kB; another Node would cost 40 MB.
 */
const script = `
trap '' HUP INT TERM
read -r server || exit 0
while read -r _; do :; done
kill -INT "$server" 2>/dev/null || exit 0
tenths=0
while kill -0 "$server" 2>/dev/null && [ "$tenths" -lt 700 ]; do
  [ "$tenths" -eq 600 ] && kill -QUIT "$server"
  tenths=$((tenths + 1))
  sleep 0.1
done
`

/** The process that ends the server when ours ends. It can only signal processes of the server's own account. */
export class Watcher {
  readonly #account: Account | null
  readonly #onLost: () => void
  #child: ChildProcess
  #server: number | null = null
  #dismissed = false

  constructor(account: Account | null, onLost: () => void) {
    this.#account = account
    this.#onLost = onLost
    this.#child = this.#start()
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** From now on the server with this number ends when we end. */
  watch(server: number): void {
    this.#server = server
    this.#child.stdin!.write(`${server}\n`)
  }

  /** The server is gone, or was never started: nothing to watch any more. */
  dismiss(): void {
    this.#dismissed = true
    this.#child.kill('SIGKILL')
  }

  #start(): ChildProcess {
    const child = spawn('/bin/sh', ['-c', script, 'reda-watcher'], {
      ...spawnAs(this.#account),
      cwd: '/',
      env: { PATH: '/usr/bin:/bin' },
      // A session of its own: Ctrl-C in the terminal must not reach it.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    child.stdin.on('error', () => {})
    child.on('error', () => {})
    child.once('exit', () => this.#replace())
    return child
  }

  /** Somebody killed the watcher: the server must not go unwatched while we live. */
  #replace(): void {
    if (this.#dismissed) return
    this.#onLost()
    this.#child = this.#start()
    if (this.#server !== null) this.watch(this.#server)
  }
}

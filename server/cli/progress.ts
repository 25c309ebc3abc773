import { SingleBar } from 'cli-progress'

/** A bar on a screen, a line now and then elsewhere; on stderr, so that answers on stdout stay clean. */
export function progressBar(what: string): { show: (done: number, total: number) => void; end: () => void } {
  let bar: SingleBar | null = null
  return {
    show(done, total) {
      if (!bar) {
        bar = new SingleBar({
          format: `${what} {bar} {value} of {total}, {duration_formatted}, about {eta_formatted} left`,
          stream: process.stderr,
          noTTYOutput: true,
          notTTYSchedule: 5_000,
          hideCursor: true,
          // Ctrl-C is ours: the database is stopped first.
          gracefulExit: false,
          etaBuffer: 50,
        })
        bar.start(total, 0)
      }
      bar.update(done)
    },
    end: () => bar?.stop(),
  }
}

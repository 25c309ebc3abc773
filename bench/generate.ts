import { install, option } from './support/server.ts'

/*
 * How many tickets a second `reda generate` writes into the embedded database, and whether `reda verify` finds them sound. `--tickets N`
 * (100,000), `--runs N` (3), each into the same house. Goal: at least 5,000 tickets/s.
 */
const tickets = String(option('tickets', 100_000))
const house = install()
try {
  for (let run = 1; run <= option('runs', 3); run++) {
    const said = house.reda('generate', '--tickets', tickets, '--seed', String(run))
    const rate = Number(/(\d+) tickets\/s/.exec(said)?.[1])
    console.log(`${said} ${rate >= 5_000 ? 'reached' : 'under 5,000'}`)
  }
  console.log(house.reda('verify'))
} finally {
  house.remove()
}

import { client, header, line, measure } from './support/measure.ts'
import { install, option } from './support/server.ts'

/*
 * Lists and ticket pages over HTTP with 100,000 tickets in the house. `--tickets N`, `--requests N` for each line (500). A ticket page
 * is three requests at once: the ticket, its messages, its events. Goals: p99 under 25 ms, at most 12 ms CPU a page.
 */
const GOAL = { p99: 25, cpu: 12 }
const house = install()
try {
  console.log(house.reda('generate', '--tickets', String(option('tickets', 100_000)), '--seed', '1'))
  const server = await house.start()
  try {
    const call = client(server.url, house.key)
    type Page = { items: { number: string }[]; nextCursor: string | null }
    const requests = option('requests', 500)
    header()
    const list = async (name: string, query: string) => {
      const path = `/tickets?limit=50${query}`
      const measured = await measure(server, requests, async () => {
        await call<Page>('GET', path)
      })
      line(name, measured, GOAL)
    }
    await list('list: live, oldest wait first', '&view=live')
    const first = await call<Page>('GET', '/tickets?limit=50&view=live')
    await list('list: live, second page', `&view=live&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)
    await list('list: unassigned', '&view=unassigned')
    await list('list: waiting on customers', '&view=waiting')
    await list('list: all, newest change first', '&view=all&sort=-updatedAt')
    await list('list: closed, newest first', '&view=closed&sort=-createdAt')
    await list('list: live, by priority', '&view=live&sort=-priority')
    await list('list: one tag', '&tag=garanti')
    await list('list: words of a title', '&q=hydraulikk')
    line(
      'counts of the main lists',
      await measure(server, requests, async () => {
        await call('GET', '/tickets/counts')
      }),
      GOAL,
    )
    const some = (await call<Page>('GET', '/tickets?limit=200&view=all&sort=-createdAt')).items
    line(
      'ticket page: ticket, messages, events',
      await measure(server, requests, async (i) => {
        const { number } = some[i % some.length]!
        await Promise.all(['', '/messages', '/events'].map((part) => call('GET', `/tickets/${number}${part}`)))
      }),
      GOAL,
    )
    line(
      'ticket as it was a day ago',
      await measure(server, requests, async (i) => {
        const asOf = new Date(Date.now() - 3_600_000).toISOString()
        await call('GET', `/tickets/${some[i % some.length]!.number}?asOf=${asOf}`)
      }),
    )
  } finally {
    await server.stop()
  }
} finally {
  house.remove()
}

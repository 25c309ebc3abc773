import { client, header, line, measure } from './support/measure.ts'
import { install, option } from './support/server.ts'

/*
 * What an answer, a note and a change cost, posted one after the other to tickets of a house that has 20,000. `--tickets N`,
 * `--requests N` (300). Goal: at most 6 ms CPU for an answer, durable, with all that follows it.
 */
const TEXT =
  'Takk for meldingen. Vi har sett på saken og funnet feilen: en løs slange foran filteret trakk luft.\n\nVi bytter den på torsdag, og du trenger ikke å gjøre noe før det.'
const house = install()
try {
  console.log(house.reda('generate', '--tickets', String(option('tickets', 20_000)), '--seed', '1'))
  const server = await house.start()
  try {
    const call = client(server.url, house.key)
    const requests = option('requests', 300)
    const opened: string[] = []
    const open = async (i: number) => {
      const requester = { email: `kunde${i}@bench.example`, name: `Kunde ${i}` }
      const { number } = await call<{ number: string }>('POST', '/tickets', {
        title: `Måling ${i}`,
        description: TEXT,
        requester,
      })
      opened.push(number)
    }
    header()
    line('open a ticket', await measure(server, requests, open))
    const html = `<p>${TEXT.replaceAll('\n\n', '</p><p>')}</p>`
    const each = (work: (number: string, i: number) => Promise<unknown>) => async (i: number) => {
      await work(opened[i % opened.length]!, i)
    }
    line(
      'answer, rich text',
      await measure(
        server,
        requests,
        each((number) => call('POST', `/tickets/${number}/replies`, { bodyHtml: html, undoSeconds: 30 })),
      ),
      { cpu: 6 },
    )
    line(
      'note',
      await measure(
        server,
        requests,
        each((number) => call('POST', `/tickets/${number}/notes`, { bodyText: TEXT })),
      ),
    )
    line(
      'change of priority',
      await measure(
        server,
        requests,
        each((number, i) =>
          call('PATCH', `/tickets/${number}`, {
            priority: ['low', 'high', 'urgent', 'medium'][Math.floor(i / opened.length) % 4],
          }),
        ),
      ),
    )
  } finally {
    await server.stop()
  }
} finally {
  house.remove()
}

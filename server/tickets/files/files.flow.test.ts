import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people, tickets } from '#contract'
import { startHouse, type TestAgent, type TestHouse } from '../../../test/support/house.ts'

let at: TestHouse
let kari: TestAgent
let outsider: TestAgent
let number: string

beforeAll(async () => {
  at = await startHouse({ role: 'web' })
  kari = await at.makeAgent('agent')
  outsider = await at.makeAgent('agent')
  const team = await at.owner.call(people.addTeam, {
    body: { name: 'Personal', visibility: 'members', memberIds: [kari.id] },
  })
  ;({ number } = await kari.call(tickets.open, {
    body: { title: 'Kontrakt', teamId: team.id, requester: { email: 'a@b.example' } },
  }))
})
afterAll(() => at?.stop())

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function upload(who: TestAgent, content: Uint8Array | string, name: string, type: string, inline = false) {
  const form = new FormData()
  if (inline) form.set('inline', 'true')
  form.set('file', new Blob([Buffer.from(content)], { type }), name)
  const answer = await fetch(`${at.url}/api/v1/attachments`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${who.key}` },
  })
  return {
    status: answer.status,
    body: (await answer.json()) as { id: string; url: string; contentType: string; inline: boolean },
  }
}
const fetchAs = (who: TestAgent, url: string) =>
  fetch(at.url + url, { headers: { authorization: `Bearer ${who.key}` } })

describe('files', () => {
  it('loose, they are their uploader’s alone; on a ticket, of all who may see it', async () => {
    const { body: file } = await upload(kari, 'Hemmelig', 'kontrakt.txt', 'text/plain')
    expect((await fetchAs(kari, file.url)).status).toBe(200)
    expect((await fetchAs(at.owner, file.url)).status).toBe(404)
    const message = await kari.call(tickets.reply, {
      params: { number },
      body: { bodyText: 'Her', attachments: [file.id] },
    })
    expect(message.attachments).toMatchObject([{ id: file.id, filename: 'kontrakt.txt', size: 8 }])
    expect((await fetchAs(at.owner, file.url)).status).toBe(200)
    expect((await fetchAs(outsider, file.url)).status).toBe(404)
    expect((await fetch(at.url + file.url)).status).toBe(401)
  })

  it('go out with headers under which nothing runs', async () => {
    const { body: page } = await upload(kari, '<script>alert(1)</script>', 'side.html', 'text/html')
    const answer = await fetchAs(kari, page.url)
    expect(await answer.text()).toBe('<script>alert(1)</script>')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="side.html"; filename*=UTF-8''side.html`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    })
    const { body: image } = await upload(kari, PNG, 'x.html', 'text/html', true)
    expect(image).toMatchObject({ contentType: 'image/png', inline: true })
    const shown = await fetchAs(kari, image.url)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('content-disposition')).toMatch(/^inline;/)
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PNG)
  })

  it('are given back byte by byte, large ones too', async () => {
    const large = Buffer.alloc(3_000_000, 'Nordlys over fjorden. ')
    const { body } = await upload(kari, large, 'stor.bin', 'application/octet-stream')
    expect(Buffer.from(await (await fetchAs(kari, body.url)).arrayBuffer()).equals(large)).toBe(true)
  })

  it('above the limit are refused in words', async () => {
    await at.owner.call(people.changeSettings, { body: { values: { 'tickets.uploadMegabytes': 1 } } })
    expect((await upload(kari, Buffer.alloc(1_000_001), 'stor.bin', 'x/y')).status).toBe(413)
    expect((await upload(kari, Buffer.alloc(1_000_000), 'passe.bin', 'x/y')).status).toBe(201)
  })

  it('of others, or used already, cannot be used', async () => {
    const { body: theirs } = await upload(outsider, 'x', 'x.txt', 'text/plain')
    const mine = (await upload(kari, 'y', 'y.txt', 'text/plain')).body
    const note = (attachments: string[]) =>
      kari.tell(tickets.note, { params: { number }, body: { bodyText: 'Se', attachments } })
    expect((await note([theirs.id])).status).toBe(422)
    expect((await note([mine.id])).status).toBe(201)
    expect((await note([mine.id])).status).toBe(422)
  })

  it('pasted into an answer stand in its HTML by our own address, strangers’ images do not load', async () => {
    const { body: image } = await upload(kari, PNG, 'bilde.png', 'image/png', true)
    const bodyHtml = `<p>Se: <img src="${image.url}"><img src="https://spy.example/pixel.png"></p>`
    const message = await kari.call(tickets.note, { params: { number }, body: { bodyHtml, attachments: [image.id] } })
    expect(message.bodyHtml).toContain(`src="${image.url}"`)
    expect(message.bodyHtml).not.toMatch(/ src="https:/)
    const frame = await fetchAs(kari, `/api/v1/tickets/${number}/messages/${message.id}/frame?language=nn`)
    expect(frame.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-same-origin .*default-src 'none'.*frame-ancestors 'self'$/,
    )
    expect(frame.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    const document = await frame.text()
    expect(document).toContain(`src="${image.url}"`)
    expect(document).toContain('data-remote-images')
    expect((await fetchAs(outsider, `/api/v1/tickets/${number}/messages/${message.id}/frame`)).status).toBe(404)
  })

  it('are gone with the message that is erased, unless another has the same bytes', async () => {
    const files = [
      await upload(kari, 'bare her', 'a.txt', 'text/plain'),
      await upload(kari, 'begge', 'b.txt', 'text/plain'),
    ]
    const other = (await upload(kari, 'begge', 'b.txt', 'text/plain')).body
    const { id } = await kari.call(tickets.note, {
      params: { number },
      body: { bodyText: 'x', attachments: files.map((f) => f.body.id) },
    })
    await kari.call(tickets.note, { params: { number }, body: { bodyText: 'y', attachments: [other.id] } })
    const stored = async () =>
      Number(
        (
          await at.house.db
            .selectFrom('stored_files')
            .select((e) => e.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    const before = await stored()
    await at.owner.call(tickets.redact, { params: { number }, body: { messageIds: [id], reason: 'x' } })
    const { forgetFiles } = await import('../erasure/erase.ts')
    const { rows } = await at.house.database.pool.query(
      `select data from pgboss.job_common where name = 'tickets.forgetFiles'`,
    )
    for (const row of rows) await forgetFiles(at.house, row.data)
    expect(await stored()).toBe(before - 1)
    expect((await fetchAs(kari, other.url)).status).toBe(200)
    expect((await fetchAs(kari, files[1]!.body.url)).status).toBe(404)
  })
})

import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mail as mailOperations } from '#contract'
import { SYSTEM, transact } from '#platform'
import { type Dovecot, hasDovecot, startDovecot } from '../../test/support/dovecot.ts'
import { startHouse, type TestHouse } from '../../test/support/house.ts'
import { mailOf } from '../../test/support/smtp.ts'
import { addMailbox, changeMailbox } from './index.ts'

let house: TestHouse
let far: Dovecot
beforeAll(async () => {
  house = await startHouse({ smtp: true })
  if (hasDovecot) far = await startDovecot()
})
afterAll(async () => {
  await house?.stop()
  await far?.remove()
})

let n = 0
const aMail = (more: Record<string, string> = {}) =>
  mailOf(
    {
      From: 'Ola <ola@kunde.example>',
      To: 'support@firma.example',
      Subject: `Sak ${++n}`,
      'Message-ID': `<imap-${n}@kunde.example>`,
      Date: new Date().toUTCString(),
      ...more,
    },
    'Hei!',
  )

async function until(fact: () => Promise<boolean>): Promise<void> {
  while (!(await fact())) await new Promise((resolve) => setTimeout(resolve, 25))
}
const inbound = (mailboxId: number) =>
  house.house.db.selectFrom('inbound_mails').selectAll().where('mailbox_id', '=', mailboxId).orderBy('id').execute()
const titles = async () =>
  (await house.house.db.selectFrom('tickets').select('title').orderBy('id').execute()).map((row) => row.title)
const processed = (mailboxId: number, count: number) =>
  until(async () => (await inbound(mailboxId)).filter((row) => row.state === 'processed').length >= count)
let addresses = 0
async function add(imap: string): Promise<number> {
  const mailbox = await transact(house.house, (tx) =>
    addMailbox(tx, SYSTEM, { address: `post${++addresses}@firma.example`, name: 'Post', imap }),
  )
  return mailbox.id
}
/** Until nobody holds it any more: what still runs would take the next test's mail. */
async function remove(id: number): Promise<void> {
  await transact(house.house, (tx) => changeMailbox(tx, SYSTEM, id, { active: false, imap: null }))
  await until(async () => {
    const { rows } = await house.house.database.pool.query(
      `select from pg_locks where locktype = 'advisory' and classid = 72616 and objid = $1 and database = (select oid from pg_database where datname = current_database())`,
      [id],
    )
    return rows.length === 0
  })
}
const watching = (id: number) =>
  until(
    async () =>
      (await house.house.db.selectFrom('mailbox_folders').selectAll().where('mailbox_id', '=', id).execute()).length >
      0,
  )
async function messages(folder = 'INBOX'): Promise<{ uid: number; seen: boolean }[]> {
  const client = await far.client()
  const lock = await client.getMailboxLock(folder)
  const all = (await client.fetchAll('1:*', { uid: true, flags: true }).catch(() => [])).map(({ uid, flags }) => ({
    uid,
    seen: flags?.has('\\Seen') ?? false,
  }))
  lock.release()
  await client.logout()
  return all
}
async function put(...raws: string[]): Promise<void> {
  const client = await far.client()
  for (const raw of raws) await client.append('INBOX', raw)
  await client.logout()
}
async function empty(): Promise<void> {
  const client = await far.client()
  const lock = await client.getMailboxLock('INBOX')
  await client.messageDelete('1:*').catch(() => undefined)
  lock.release()
  await client.logout()
}

describe.runIf(hasDovecot)('a mailbox at an IMAP server', () => {
  it('is fetched as mail comes: stored, a ticket, marked as seen', async () => {
    const id = await add(far.url())
    await watching(id)
    await put(aMail())
    await processed(id, 1)
    expect(await titles()).toContain(`Sak ${n}`)
    await until(async () => (await messages()).every((message) => message.seen))
    expect((await inbound(id))[0]).toMatchObject({ road: 'imap', imap_key: expect.stringMatching(/^INBOX:\d+:1$/) })
    const listed = (await house.owner.call(mailOperations.mailboxes, {})).items.find((mailbox) => mailbox.id === id)!
    await until(
      async () =>
        (await house.owner.call(mailOperations.mailboxes, {})).items.find((mailbox) => mailbox.id === id)!
          .lastReceivedAt !== null,
    )
    expect(JSON.stringify(listed)).not.toContain('hemmelig')
    expect(listed.imap).toMatchObject({ hasPassword: true, user: 'support@firma.example' })
    await remove(id)
    await empty()
  })

  it('moves or deletes what it stored, when told so', async () => {
    const moving = await add(far.url('&after=move&moveTo=Ferdig'))
    await watching(moving)
    await put(aMail(), aMail())
    await processed(moving, 2)
    await until(async () => (await messages()).length === 0 && (await messages('Ferdig')).length === 2)
    await remove(moving)
    const deleting = await add(far.url('&after=delete'))
    await watching(deleting)
    await put(aMail())
    await processed(deleting, 1)
    await until(async () => (await messages()).length === 0)
    await remove(deleting)
  })

  it('takes the last days along when it is asked to, else only what comes from now on', async () => {
    await put(aMail())
    const fresh = await add(far.url('&after=nothing'))
    await watching(fresh)
    expect(await inbound(fresh)).toEqual([])
    await remove(fresh)
    const importing = await add(far.url('&after=nothing&importDays=7'))
    await processed(importing, 1)
    await remove(importing)
    await empty()
  })

  it('knows a mail again that came by SMTP already, and after the server counts its mails anew', async () => {
    const id = await add(far.url('&after=nothing'))
    await watching(id)
    const raw = aMail()
    await put(raw)
    await processed(id, 1)
    const before = await titles()
    // What a server does that was restored from a backup: other numbers for the same mails.
    await house.house.db
      .updateTable('mailbox_folders')
      .set({ uid_validity: 7, last_uid: 99_999 })
      .where('mailbox_id', '=', id)
      .execute()
    await house.house.db
      .updateTable('inbound_mails')
      .set({ imap_key: 'INBOX:7:1' })
      .where('mailbox_id', '=', id)
      .execute()
    await put(aMail())
    await processed(id, 2)
    await until(async () => (await inbound(id)).some((row) => row.state === 'duplicate'))
    expect((await titles()).length).toBe(before.length + 1)
    await remove(id)
    await empty()
  })

  it('goes on after the server was away', async () => {
    const id = await add(far.url())
    await watching(id)
    await far.stop()
    await until(async () => {
      const [mailbox] = (await house.owner.call(mailOperations.mailboxes, {})).items.filter((one) => one.id === id)
      return (mailbox!.health as { imap?: { ok: boolean; error: string } }).imap?.ok === false
    })
    await far.start()
    await put(aMail())
    await processed(id, 1)
    await remove(id)
    await empty()
  })
})

describe('a server that does not work', () => {
  const health = async (id: number) => {
    const [mailbox] = (await house.owner.call(mailOperations.mailboxes, {})).items.filter((one) => one.id === id)
    return (mailbox!.health as { imap?: { ok: boolean; error: string | null } }).imap
  }

  it.runIf(hasDovecot)('is named by its cause: wrong port, wrong password, no such folder', async () => {
    const closed = await add('imap://a:b@127.0.0.1:1/INBOX?security=none')
    await until(async () => /Nothing answers on 127.0.0.1:1/.test((await health(closed))?.error ?? ''))
    const plain = await add(far.url().replace('imap:', 'imaps:').replace('security=none', 'security=tls'))
    await until(async () => /speaks another way/.test((await health(plain))?.error ?? ''))
    const folder = await add(far.url('', 'Finnes%20ikke'))
    await until(async () => /no such folder/.test((await health(folder))?.error ?? ''))
    for (const id of [closed, plain, folder]) await remove(id)
  })

  it('that sends endless or absurd answers harms nobody', async () => {
    const sockets = new Set<Socket>()
    const greet = (write: (socket: Socket) => void): Promise<Server> =>
      new Promise((resolve) => {
        const server = createServer((socket) => {
          sockets.add(socket)
          socket.on('error', () => undefined)
          write(socket)
        }).listen(0, '127.0.0.1', () => resolve(server))
      })
    const endless = await greet((socket) => {
      const more = () => {
        while (!socket.destroyed && socket.write('x'.repeat(65_536)));
      }
      socket.on('drain', more)
      more()
    })
    const absurd = await greet((socket) => socket.write('* OK hei\r\n* 1 FETCH (BODY[] {99999999999}\r\n'))
    const ids = []
    for (const server of [endless, absurd]) {
      const { port } = server.address() as { port: number }
      ids.push(await add(`imap://a:b@127.0.0.1:${port}/INBOX?security=none`))
    }
    for (const id of ids) await until(async () => (await health(id))?.ok === false)
    expect((await fetch(`${house.url}/healthz`)).status).toBe(200)
    for (const id of ids) await remove(id)
    for (const socket of sockets) socket.destroy()
    for (const server of [endless, absurd]) server.close()
  })
})

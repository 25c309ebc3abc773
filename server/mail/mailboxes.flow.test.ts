import { sql } from 'kysely'
import dkim from 'mailauth/lib/dkim/verify.js'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mail } from '#contract'
import { type Dovecot, hasDovecot, startDovecot } from '../../test/support/dovecot.ts'
import { startHouse, type TestHouse } from '../../test/support/house.ts'
import { deliverRaw, type FarSide, mailOf, startFarSide } from '../../test/support/smtp.ts'
import { lookAfterMailboxes } from './mailboxes/heartbeat.ts'
import { providerOf } from './mailboxes/providers.ts'

let house: TestHouse
let far: FarSide
let clock = new Date()
beforeAll(async () => {
  far = await startFarSide()
  house = await startHouse({ smtp: true, environment: { REDA_OUTBOUND_SMTP_URL: far.url }, now: () => clock })
})
afterAll(async () => {
  await house?.stop()
  await far?.close()
})

let n = 0
const add = (more: Record<string, unknown> = {}) =>
  house.owner.call(mail.addMailbox, { body: { address: `post${++n}@firma.example`, name: 'Post', ...more } as never })
const kept = async (id: number) =>
  (await house.house.db
    .selectFrom('mailboxes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()) as unknown as {
    imap: Record<string, string>
    smtp: Record<string, string>
    health: Record<string, { ok: boolean; error: string | null; alarmedAt?: string }>
  }

describe('the secrets of a mailbox', () => {
  it('are sealed, never given back, and kept when a form is saved without them', async () => {
    const { id } = await add({
      imap: 'imaps://ola:kanarifugl@mx.firma.example/INBOX',
      smtp: 'smtps://ola:kanarifugl@mx.firma.example',
    })
    const before = await kept(id)
    expect(JSON.stringify(before)).not.toContain('kanarifugl')
    const changed = await house.owner.call(mail.changeMailbox, {
      params: { id },
      body: { imap: { host: 'mx.firma.example', port: 143, security: 'starttls', user: 'ola' } },
    })
    expect(changed.imap).toMatchObject({ port: 143, hasPassword: true })
    expect(changed.imap).not.toHaveProperty('password')
    expect((await kept(id)).imap.password).toBe(before.imap.password)
  })

  it('never go to another server than the one they were given for', async () => {
    const { id } = await add({ smtp: 'smtps://ola:kanarifugl@mx.firma.example' })
    const changed = await house.owner.call(mail.changeMailbox, {
      params: { id },
      body: { smtp: { host: 'mx.evil.example', port: 465, security: 'tls', user: 'ola' } },
    })
    expect(changed.smtp).toMatchObject({ host: 'mx.evil.example', hasPassword: false })
  })
})

it('refuses what it does not understand, by the field it stands in', async () => {
  const refused = async (body: Record<string, unknown>) =>
    (
      await house.owner.tell(mail.addMailbox, {
        body: { address: `x${++n}@firma.example`, name: 'X', ...body } as never,
      })
    ).body
  expect(await refused({ imap: 'http://mx.firma.example' })).toMatchObject({ status: 422, errors: [{ path: 'imap' }] })
  expect(await refused({ imap: { host: 'mx', port: 0, security: 'tls' } })).toMatchObject({
    errors: [{ path: 'imap.port' }],
  })
  expect(await refused({ settings: { quote: 'never' } })).toMatchObject({ errors: [{ path: 'settings.quote' }] })
  expect(await refused({ settings: { forwardTo: 'x@evil.example' } })).toMatchObject({
    errors: [{ path: 'settings.forwardTo' }],
  })
  expect(await refused({ address: 'post1@firma.example' })).toMatchObject({ status: 409 })
})

describe('the provider of an address', () => {
  it('is known by its domain or its exchangers, and guessed else', async () => {
    expect(providerOf('kari@gmail.com', []).id).toBe('google')
    expect(providerOf('post@firma.no', ['firma-no.mail.protection.outlook.com']).id).toBe('microsoft365')
    expect(providerOf('post@firma.no', ['mx.domeneshop.no']).id).toBe('domeneshop')
    expect(providerOf('post@firma.dk', ['mx1.pub.mailpod9-cph3.one.com']).id).toBe('onecom')
    expect(providerOf('post@firma.dk', ['mx.simply.com.']).id).toBe('simply')
    expect(providerOf('post@firma.se', ['mailcluster.loopia.se']).id).toBe('loopia')
    expect(providerOf('posti@firma.fi', ['mail.notzoner.fi']).id).toBe('generic')
    expect(await house.owner.call(mail.detectProvider, { body: { address: 'post@hotmail.no' } })).toMatchObject({
      id: 'microsoft365',
      signIn: 'oauth',
    })
  })
})

describe('a mailbox that is tried', () => {
  let imap: Dovecot | null = null
  beforeAll(async () => {
    if (hasDovecot) imap = await startDovecot()
  })
  afterAll(() => imap?.remove())

  it.runIf(hasDovecot)('works, or says that the password is wrong', async () => {
    const good = await add({ imap: imap!.url() })
    expect(await house.owner.call(mail.testMailbox, { params: { id: good.id } })).toEqual({
      imap: { ok: true, cause: null, words: null },
      smtp: { ok: true, cause: null, words: null },
    })
    const bad = await add({ imap: imap!.url().replace('hemmelig_ord', 'feil') })
    expect((await house.owner.call(mail.testMailbox, { params: { id: bad.id } })).imap).toMatchObject({
      ok: false,
      cause: 'wrong-password',
    })
    for (const { id } of [good, bad])
      await house.owner.call(mail.changeMailbox, { params: { id }, body: { active: false, imap: null } })
  })

  it('names what stands in the way of sending: wrong port, no TLS, a certificate, the password', async () => {
    const guarded = new SMTPServer({
      authOptional: false,
      logger: false,
      onAuth: (_auth, _session, done) => done(new Error('535 no')),
      disableReverseLookup: true,
    })
    guarded.on('error', () => undefined)
    await new Promise<void>((resolve) => guarded.listen(0, '127.0.0.1', resolve))
    const { port } = guarded.server.address() as { port: number }
    const tried = async (smtp: string) => {
      const { id } = await add({ smtp })
      return (await house.owner.call(mail.testMailbox, { params: { id } })).smtp
    }
    expect(await tried('smtp://127.0.0.1:1')).toMatchObject({ cause: 'refused' })
    expect(await tried(`smtps://127.0.0.1:${far.port}`)).toMatchObject({ cause: 'wrong-port' })
    expect(await tried(`smtp://127.0.0.1:${far.port}?security=starttls`)).toMatchObject({ cause: 'no-starttls' })
    expect(await tried(`smtp://127.0.0.1:${port}?security=starttls`)).toMatchObject({ cause: 'certificate' })
    expect(await tried(`smtp://a:b@127.0.0.1:${port}?security=starttls&anyCertificate=true`)).toMatchObject({
      cause: 'wrong-password',
    })
    await new Promise<void>((resolve) => guarded.close(() => resolve()))
  })

  it('sends a test to whoever asks', async () => {
    const { id } = await add()
    const before = far.mails.length
    expect(await house.owner.call(mail.sendTest, { params: { id } })).toEqual({ to: house.owner.email })
    expect((await far.mail(before)).headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      to: house.owner.email,
    })
  })
})

it('signs what it sends with the key whose record it gave', async () => {
  const { id } = await add()
  const record = await house.owner.call(mail.makeDkimKey, { params: { id }, body: { selector: 'reda1' } })
  expect(record.name).toBe('reda1._domainkey.firma.example')
  const before = far.mails.length
  await house.owner.call(mail.sendTest, { params: { id } })
  const sent = await far.mail(before)
  const { results } = await dkim.dkimVerify(Buffer.from(sent.raw, 'latin1'), {
    resolver: async (name) => {
      expect(name).toBe(record.name)
      return [[record.value]]
    },
  })
  expect(results[0]).toMatchObject({ signingDomain: 'firma.example', status: { result: 'pass' } })
  expect(JSON.stringify(await house.owner.call(mail.mailboxes, {}))).not.toContain('privateKey')
})

describe('a heartbeat', () => {
  it('that comes back shows that both ways work; one that does not raises an alarm by another way in under ten minutes', async () => {
    await add()
    const { id, address } = await add({ settings: { heartbeat: true } })
    const pass = async (minutes: number) => {
      clock = new Date(clock.getTime() + minutes * 60_000)
      await lookAfterMailboxes(house.house)
      await house.settle()
    }
    const before = far.mails.length
    await pass(0)
    const first = await far.mail(before)
    expect(first.to).toEqual([address])
    expect(await deliverRaw(house.smtpPort, address, address, `Received: from relay.example\r\n${first.raw}`)).toMatch(
      /^250/,
    )
    await house.settle()
    await pass(1)
    expect((await kept(id)).health.heartbeat).toMatchObject({ ok: true })

    // From here on nothing comes back.
    const lostAt = clock.getTime()
    // What counts is when it was written: it may arrive while the next minute is tried.
    let alarm: { id: number } | undefined
    for (let minute = 0; minute < 12 && !alarm; minute++) {
      await pass(1)
      alarm = await house.house.db
        .selectFrom('outbound_mails')
        .innerJoin('outbound_recipients', 'outbound_mail_id', 'id')
        .select('id')
        .where('address', '=', house.owner.email)
        .where(sql<boolean>`content::text like ${`%${address}%`}`)
        .executeTakeFirst()
    }
    expect(alarm).toBeDefined()
    expect(clock.getTime() - lostAt).toBeLessThan(10 * 60_000)
    expect((await kept(id)).health.heartbeat).toMatchObject({ ok: false, alarmedAt: expect.any(String) })
    const listed = (await house.owner.call(mail.mailboxes, {})).items.find((mailbox) => mailbox.id === id)!
    expect(listed.health.heartbeat).toMatchObject({ ok: false })
  })

  it('forged by somebody is a mail like any other', async () => {
    const { id, address } = await add({ settings: { heartbeat: true } })
    await deliverRaw(
      house.smtpPort,
      'eve@evil.example',
      address,
      mailOf(
        {
          From: address,
          Subject: 'Heartbeat',
          'X-Reda-Heartbeat': String(id),
          'X-Loop': 'aaaaaaaaaaaaaaaa',
          'Message-ID': '<h@evil.example>',
        },
        'x',
      ),
    )
    await house.settle()
    const row = await house.house.db
      .selectFrom('inbound_mails')
      .select(['state', 'ticket_id'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ state: 'processed', ticket_id: expect.any(Number) })
    // One of our own may be under way: the clock's job runs in this house too. None came back.
    expect((await kept(id)).health).not.toHaveProperty('beats.receivedAt')
  })
})

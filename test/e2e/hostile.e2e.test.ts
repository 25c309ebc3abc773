import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { mail, tickets } from '#contract'
import { expectNoComplaint, openBrowser, openDesk } from '../support/browser.ts'
import { type Canary, startCanary } from '../support/canary.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { deliverRaw } from '../support/smtp.ts'
import { bodiesOf, everyVector, htmlOf, NAMES_IN_BROWSER, type Vector } from './vectors/index.ts'
import { type HostileMail, hostileMail } from './vectors/mails.ts'
import { POKE } from './vectors/poke.ts'
import { type FrameDocument, listenForScripts, openBehind, SANDBOX, type Seen, type Walls } from './vectors/walls.ts'

/*
 * Every vector comes as a real mail through the receiver, is looked at wherever the desk shows it, and then once more with walls taken
 * away: whichever of sanitiser, sandbox and policy stands alone still lets no script run. With no wall at all they do run, which is what
 * makes their silence count.
 */
const TO = 'support@nordlys.example'
const IN_ONE_MAIL = 250
/** What carriers other than HTML would run: told apart from the vectors. */
const WORDS_RUN = 'ran(900000)'

interface Sent extends HostileMail {
  n: number
  vectors: Vector[]
  html: string | null
  number: string
  messageId: number
}

let house: TestHouse
let browser: Browser
let canary: Canary
let vectors: Vector[]
let sent: Sent[]

beforeAll(async () => {
  canary = await startCanary()
  // Or the browser itself would keep pages from machines on loopback, where the canary sits.
  browser = await openBrowser(['--disable-features=LocalNetworkAccessChecks'])
  house = await startHouse({ smtp: true })
  await house.owner.call(mail.addMailbox, { body: { address: TO, name: 'Nordlys' } })
  const page = await browser.newPage()
  vectors = everyVector((await page.evaluate(NAMES_IN_BROWSER)) as string[], canary.url)
  await page.close()
  sent = await deliver()
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  await canary?.close()
})

async function deliver(): Promise<Sent[]> {
  const bodies = bodiesOf(vectors, IN_ONE_MAIL)
  const plain = bodiesOf(
    vectors.map((vector) => ({ ...vector, alone: false })),
    1_200,
  )
  const mails = [
    ...bodies.map((group) => ({ vectors: group, html: htmlOf(group), text: 'Se under.' })),
    // The same as text: what makes links of it must not make more.
    ...plain.map((group) => ({ vectors: group, html: null, text: group.map((one) => one.html).join('\n') })),
  ].map((one, n) => ({ n, ...one, ...hostileMail(n, TO, { ...one, run: WORDS_RUN, url: `${canary.url}/words` }) }))
  for (const one of mails) expect(await deliverRaw(house.smtpPort, one.from, TO, one.raw)).toMatch(/^250/)
  await house.settle()
  const stored = await house.house.db
    .selectFrom('messages')
    .innerJoin('tickets', 'tickets.id', 'messages.ticket_id')
    .select(['messages.id', 'messages.author_email', 'tickets.number', 'messages.body_html'])
    .execute()
  const all = mails.map((one) => {
    const found = stored.filter((row) => row.author_email === one.from)
    expect(found).toHaveLength(1)
    expect(found[0]!.body_html === null).toBe(one.html === null)
    return { ...one, number: found[0]!.number, messageId: found[0]!.id }
  })
  // Those that came alone are read together, in one ticket.
  const [first, ...others] = all.filter((one) => one.vectors.length === 1)
  for (const one of others) {
    await house.owner.call(tickets.merge, { params: { number: one.number }, body: { into: first!.number } })
    one.number = first!.number
  }
  return all
}

const frameOf = ({ number, messageId }: Sent, images = 'hidden') =>
  `/api/v1/tickets/${number}/messages/${messageId}/frame?images=${images}`

/** Nothing ran, nothing was fetched, and the page holds nothing that could run. */
async function expectNothing(page: Page, ran: Set<number>): Promise<void> {
  expect(await page.evaluate(POKE)).toBe(0)
  await page.evaluate('ran(0)')
  expect([...ran].filter((id) => id !== 0)).toEqual([])
  expect(canary.heard).toEqual([])
}

async function hostileDesk(path: string): Promise<{ page: Page; ran: Set<number> }> {
  canary.forget()
  const page = await openDesk(browser, house, { path, height: 1_400 })
  onTestFinished(() => page.context().close())
  const ran = await listenForScripts(page.context())
  page.on('dialog', (dialog) => {
    ran.add(-1)
    void dialog.dismiss()
  })
  return { page, ran }
}

describe('hostile mails in the desk', () => {
  it('are enough', () => {
    expect(vectors.length).toBeGreaterThan(2_500)
    expect(vectors.filter(({ wants }) => wants === 'load').length).toBeGreaterThan(100)
    expect(sent.length).toBeGreaterThan(30)
  })

  it('run nothing and load nothing in the thread, the page title and the list beside it', async () => {
    const { page, ran } = await hostileDesk('/inbox/live?sort=createdAt')
    const thread = page.locator('[data-region=thread]')
    for (const [number, mails] of Map.groupBy(sent, (one) => one.number)) {
      await page.locator(`[data-region=list] [data-number="${number}"]`).click()
      await page.locator('[data-ticket-heading]', { hasText: `Sak ${mails[0]!.n} ` }).waitFor()
      expect(await page.title()).toContain(`Sak ${mails[0]!.n} `)
      await thread.locator('article').first().waitFor()
      const earlier = thread.getByRole('button', { name: /tidligere meldinger/ })
      if (await earlier.isVisible()) await earlier.click()
      const frames = mails.filter((one) => one.html !== null)
      await expect.poll(() => thread.locator('iframe').count()).toBe(frames.length)
      await page.waitForFunction(`[...document.querySelectorAll('[data-region=thread] iframe')].every(({ contentDocument }) =>
        contentDocument?.readyState === 'complete' && contentDocument.URL.includes('/frame?'))`)
      for (const frame of await thread.locator('iframe').all())
        expect(await frame.getAttribute('sandbox')).toBe(SANDBOX)
      await expectNothing(page, ran)
    }
    expectNoComplaint(page)
  })

  it('run nothing and load nothing where only their names and subjects stand', async () => {
    const { page, ran } = await hostileDesk('/inbox/all')
    await page.locator('[data-region=list] [data-number]').nth(10).waitFor()
    await expectNothing(page, ran)

    await page.keyboard.press('Control+k')
    const menu = page.getByRole('combobox', { name: 'Kommandomeny' })
    for (const typed of ['Sak 1', 'onerror', '<img src=x', 'kunde']) {
      await menu.fill(typed)
      await page.getByRole('option', { name: typed, exact: false }).first().waitFor()
      await expectNothing(page, ran)
    }
    await page.keyboard.press('Escape')

    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: 'Kunde' }).fill('kunde')
    await page
      .getByRole('option', { name: /^Kunde \d+ / })
      .first()
      .waitFor()
    await expectNothing(page, ran)
    await page
      .getByRole('option', { name: /^Kunde \d+ / })
      .first()
      .click()
    await page
      .getByRole('status')
      .getByText(/Sak \d+ /)
      .first()
      .waitFor()
    await expectNothing(page, ran)

    await page.goto(`${house.url}/app/tickets/${sent[1]!.number}`)
    await page.locator('[data-ticket-heading]').waitFor()
    await page.getByRole('button', { name: 'Mer for denne meldingen' }).first().click()
    await page.getByRole('menuitem', { name: 'Detaljer om meldingen' }).click()
    await page.getByText('@kunde.example>').first().waitFor()
    await expectNothing(page, ran)
    await page.keyboard.press('l')
    await page.getByRole('dialog').getByRole('combobox').last().fill('onerror')
    await page
      .getByRole('dialog')
      .getByRole('option', { name: /Sak \d+ / })
      .first()
      .waitFor()
    await expectNothing(page, ran)

    for (const path of ['/customers', '/settings/inbound']) {
      await page.goto(`${house.url}/app${path}`)
      await page.getByText('kunde1@kunde.example').first().waitFor()
      await expectNothing(page, ran)
    }
    const people = await house.house.db.selectFrom('persons').select('id').orderBy('id').limit(6).execute()
    for (const { id } of people) {
      await page.goto(`${house.url}/app/customers/${id}`)
      await page
        .getByText(/@kunde\.example/)
        .first()
        .waitFor()
      await expectNothing(page, ran)
    }
    expectNoComplaint(page)
  })
})

describe('what stands around a mail', () => {
  const documents = (): FrameDocument[] =>
    sent.filter((one) => one.html !== null).map((one) => ({ address: frameOf(one), raw: one.html! }))

  async function signedIn(): Promise<BrowserContext> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    onTestFinished(() => context.close())
    const [name, value] = (await house.signIn(house.owner)).split(/=(.*)/s) as [string, string]
    await context.addCookies([{ name, value, url: house.url }])
    return context
  }

  async function behind(walls: Walls): Promise<Seen> {
    const seen = await openBehind(await signedIn(), { house: house.url, canary, documents: documents(), walls })
    seen.ran.delete(0)
    return seen
  }

  it('is needed: without any of it the vectors run and load', async () => {
    const seen = await behind({ html: 'raw', sandbox: false, policy: 'none' })
    expect(seen.ran.size).toBeGreaterThan(700)
    expect(seen.loaded.size).toBeGreaterThan(50)
    const families = new Set(vectors.filter(({ id }) => seen.ran.has(id)).map(({ family }) => family))
    for (const family of [
      'script element',
      'svg or math',
      'nesting',
      'syntax',
      'scheme: link',
      'scheme: frame',
      'handler',
    ])
      expect(families).toContain(family)
  })

  it.each<[string, Walls & { loads: boolean }]>([
    ['the sanitiser', { html: 'house', sandbox: false, policy: 'none', loads: false }],
    // It says nothing of pictures.
    ['the sandbox', { html: 'raw', sandbox: true, policy: 'none', loads: true }],
    ['the policy', { html: 'raw', sandbox: false, policy: 'whole', loads: false }],
    // Without the sandbox that is part of it, a document may send itself elsewhere (meta refresh).
    ['the rest of the policy', { html: 'raw', sandbox: false, policy: 'without its sandbox', loads: true }],
    ['all but the sandbox', { html: 'house', sandbox: false, policy: 'whole', loads: false }],
    ['all but the policy', { html: 'house', sandbox: true, policy: 'none', loads: false }],
  ])('holds when %s is all there is', async (_name, { loads, ...walls }) => {
    const seen = await behind(walls)
    expect([...seen.ran]).toEqual([])
    if (!loads) expect(seen.heard).toEqual([])
  })

  it('holds in a window of its own, and for the files that came along', async () => {
    canary.forget()
    const context = await signedIn()
    const ran = await listenForScripts(context)
    const page = await context.newPage()
    for (const { address } of documents()) await page.goto(house.url + address)
    for (const one of sent.slice(0, 4)) {
      const { items } = await house.owner.call(tickets.messages, { params: { number: one.number } })
      const files = items.flatMap((message) => message.attachments)
      expect(files.length).toBeGreaterThanOrEqual(4)
      for (const { url } of files) {
        const download = page.waitForEvent('download')
        await page
          .goto(house.url + url)
          .catch((error) => expect(String(error)).toMatch(/Download is starting|ERR_ABORTED/))
        await (await download).cancel()
      }
    }
    expect([...ran]).toEqual([])
    expect(canary.heard).toEqual([])
  })

  it('lets pictures load when the reader wants them, and nothing else', async () => {
    const html = `<p>Hei</p><img src="${canary.secureUrl}/bilde"><img src="${canary.url}/uten-tls"><div style="background:url(${canary.secureUrl}/stil)">x</div>`
    const one = hostileMail(500, TO, { html, text: 'Hei', run: WORDS_RUN, url: `${canary.url}/words` })
    await deliverRaw(house.smtpPort, one.from, TO, one.raw)
    await house.settle()
    const { items } = await house.owner.call(tickets.list, { query: { q: 'Sak 500' } })
    canary.forget()
    const page = await (await signedIn()).newPage()
    await page.goto(`${house.url}/app/tickets/${items[0]!.number}`)
    await page.frameLocator('iframe').getByText('Hei').waitFor()
    expect(canary.heard).toEqual([])
    await page.getByRole('button', { name: 'Last inn eksterne bilder' }).click()
    await expect.poll(() => canary.paths()).toEqual(['/bilde'])
  })

  it('holds when HTML that no sanitiser saw stands in the database', async () => {
    for (const one of sent)
      if (one.html !== null)
        await house.house.db
          .updateTable('messages')
          .set({ body_html: one.html.replaceAll('\u0000', '') })
          .where('id', '=', one.messageId)
          .execute()
    const { ran, heard } = await behind({ html: 'house', sandbox: true, policy: 'whole' })
    expect([...ran]).toEqual([])
    expect(heard).toEqual([])
    const seen = await behind({ html: 'house', sandbox: false, policy: 'none' })
    expect(seen.ran.size, 'vectors that run when nothing at all stands around them').toBeGreaterThan(300)
  })
})

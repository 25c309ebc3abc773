import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { mail, tickets } from '#contract'
import {
  type DeskOptions,
  expectAccessible,
  expectNoComplaint,
  expectNoSidewaysScroll,
  openBrowser,
  openDesk,
} from '../support/browser.ts'
import { type Dovecot, hasDovecot, startDovecot } from '../support/dovecot.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { type FarSide, startFarSide } from '../support/smtp.ts'

let house: TestHouse
let browser: Browser
let far: FarSide
let imap: Dovecot | null = null
beforeAll(async () => {
  far = await startFarSide()
  house = await startHouse({ environment: { REDA_OUTBOUND_SMTP_URL: far.url } })
  if (hasDovecot) imap = await startDovecot()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  await imap?.remove()
  await far?.close()
})

async function desk(options: DeskOptions = {}): Promise<Page> {
  const page = await openDesk(browser, house, options)
  onTestFinished(async () => {
    await page.context().close()
  })
  return page
}
let n = 0
const addMailbox = (more: Record<string, unknown> = {}) =>
  house.owner.call(mail.addMailbox, { body: { address: `post${++n}@firma.example`, name: 'Post', ...more } as never })
const stored = async (id: number) => (await house.owner.call(mail.mailboxes, {})).items.find((one) => one.id === id)!
const section = (page: Page, name: string) => page.getByRole('form', { name })

describe('the set-up page of a mailbox', () => {
  it('knows the provider of an address and fills in what it wants', async () => {
    const page = await desk({ path: '/settings/mailboxes' })
    await page.getByRole('button', { name: 'Legg til postkasse' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Adresse').fill('support@hotmail.no')
    await dialog.getByLabel('Avsendernavn').fill('Support')
    await dialog.getByRole('button', { name: 'Legg til postkasse' }).click()
    const connection = section(page, 'Tilkobling')
    await connection.getByText('Microsoft 365 tar hånd om e-posten').waitFor()
    expect(await connection.getByLabel('Tjener', { exact: true }).first().inputValue()).toBe('outlook.office365.com')
    expect(await connection.getByLabel('Innlogging', { exact: true }).inputValue()).toBe('oauth')
    await connection.getByText('Registrer en app i Microsoft Entra').waitFor()
    await expectAccessible(page)
    await connection.getByRole('button', { name: 'Lagre og prøv' }).click()
    await expect.poll(() => page.locator('[aria-invalid=true]').count()).toBe(2)
    await expectAccessible(page)
    expectNoComplaint(page)
  })

  it.runIf(hasDovecot)('tries both ways, names what is wrong, and sends a test to oneself', async () => {
    const { id } = await addMailbox()
    const page = await desk({ path: `/settings/mailboxes/${id}` })
    const connection = section(page, 'Tilkobling')
    await connection.getByLabel('Slik kommer e-posten inn').selectOption('imap')
    await connection.getByLabel('Tjener', { exact: true }).fill('127.0.0.1')
    await connection.getByLabel('Kryptering').selectOption('none')
    await connection.getByLabel('Port').fill(String(imap!.port))
    await connection.getByLabel('Brukernavn').fill(imap!.user)
    await connection.getByLabel('Passord', { exact: true }).fill('feil_ord')
    await connection.getByRole('button', { name: 'Lagre og prøv' }).click()
    await page.getByText('Inn: virker ikke').waitFor()
    await page.getByText('Brukernavnet eller passordet er feil.').first().waitFor()
    await page.getByText('Ut: virker', { exact: true }).waitFor()
    await expectAccessible(page)

    // The saved secret is not shown, only that there is one.
    expect(await connection.getByLabel('Passord', { exact: true }).inputValue()).toBe('')
    await connection.getByText('Lagret. La stå tomt for å beholde').waitFor()
    await connection.getByLabel('Passord', { exact: true }).fill(imap!.password)
    await connection.getByRole('button', { name: 'Lagre og prøv' }).click()
    await page.getByText('Inn: virker', { exact: true }).waitFor()
    expect((await stored(id)).imap).toMatchObject({ port: imap!.port, user: imap!.user, hasPassword: true })

    const before = far.mails.length
    await page.getByRole('button', { name: 'Send en prøve til deg selv' }).click()
    await page.getByText(`Prøven er på vei til ${house.owner.email}`).first().waitFor()
    expect((await far.mail(before)).to).toEqual([house.owner.email])
    expectNoComplaint(page)
    await house.owner.call(mail.changeMailbox, { params: { id }, body: { active: false, imap: null } })
  })

  it('keeps a signature for each language, and asks before what is not saved is left', async () => {
    const { id } = await addMailbox()
    const page = await desk({ path: `/settings/mailboxes/${id}` })
    const replies = section(page, 'E-post til kunder')
    await replies.getByLabel('Signatur: Norsk bokmål').fill('Hilsen {agent}')
    await replies.getByLabel('Signatur til kunder som skriver').selectOption('fi')
    await replies.getByLabel('Signatur: Suomi').fill('Terveisin {agent}')
    await replies.getByLabel('Tidligere meldinger under svaret').selectOption('all')
    await replies.getByLabel('Bekreft nye saker med en gang').check()

    await page.getByRole('link', { name: 'Kunder', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Du har endringer som ikke er lagret' })
    await dialog.waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Bli her' }).click()
    expect(await replies.getByLabel('Signatur: Suomi').inputValue()).toBe('Terveisin {agent}')

    await replies.getByRole('button', { name: 'Lagre' }).click()
    await expect
      .poll(async () => (await stored(id)).settings)
      .toMatchObject({
        quote: 'all',
        acknowledge: true,
        signatures: { nb: 'Hilsen {agent}', fi: 'Terveisin {agent}' },
      })
    await replies.getByRole('button', { name: 'Lagre' }).and(page.locator('[aria-disabled]')).waitFor()
    await page.getByRole('link', { name: 'Kunder', exact: true }).click()
    await page.waitForURL('**/customers')
    expectNoComplaint(page)
  })

  it('makes a DKIM key, and gives the record to publish', async () => {
    const { id } = await addMailbox()
    const page = await desk({ path: `/settings/mailboxes/${id}` })
    await page.getByRole('button', { name: 'Lag en nøkkel' }).click()
    await page.getByText('reda._domainkey.firma.example', { exact: true }).waitFor()
    await page.getByText(/^v=DKIM1; k=rsa; p=/).waitFor()
    await expectAccessible(page)
    expectNoComplaint(page)
  })

  it('shows administrators, on every page, a mailbox that stands still, and nobody else', async () => {
    const { id, address } = await addMailbox({ imap: null })
    const since = new Date(Date.now() - 5 * 60_000).toISOString()
    await sql`update mailboxes set health = ${JSON.stringify({
      smtp: { ok: false, at: since, since, error: 'Nothing answers' },
    })}::jsonb where id = ${id}`.execute(house.house.db)
    onTestFinished(async () => {
      await house.owner.call(mail.changeMailbox, { params: { id }, body: { active: false } })
    })
    const page = await desk()
    await page.getByText(`${address} har ikke fått sendt e-post siden`).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Se hva som er galt' }).click()
    await page.getByRole('heading', { name: address }).waitFor()
    const other = await desk({ as: await house.makeAgent('agent') })
    await other.getByRole('heading', { name: 'Innboks' }).waitFor()
    expect(await other.getByText(address).count()).toBe(0)
  })
})

describe('notifications', () => {
  it('are counted, walked by keys, read when opened, and read all at once', async () => {
    const agent = await house.makeAgent('agent')
    const open = (title: string) =>
      house.owner.call(tickets.open, {
        body: { title, requester: { name: 'Åse', email: 'ase@bodobat.example' }, assigneeId: agent.id },
      })
    await open('Den første')
    await open('Den andre')
    const third = await open('Den tredje')
    await house.settle()
    const page = await desk({ as: agent, path: '/notifications' })
    await page.getByRole('link', { name: 'Varsler 3 uleste' }).waitFor()
    await page.getByText('Den tredje').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/tickets/${third.number}`)
    await page.getByRole('link', { name: 'Varsler 2 uleste' }).click()
    await page.getByRole('button', { name: 'Merk alle som lest' }).click()
    await page.getByRole('link', { name: 'Varsler', exact: true }).waitFor()
    expectNoComplaint(page)
  })
})

describe.each([
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 360 },
] as const)('mailbox and notification pages, $theme, $width px', ({ theme, width }) => {
  it('can be used by everyone, and never scroll sideways', async () => {
    const { id } = await addMailbox({
      imap: 'imaps://ola:ord@mx.firma.example/INBOX?after=move',
      smtp: 'smtps://per:ord@ut.firma.example',
    })
    await house.owner.call(mail.changeMailbox, { params: { id }, body: { active: false } })
    const page = await desk({ theme, width, height: 800 })
    for (const path of [
      '/settings/mailboxes',
      `/settings/mailboxes/${id}`,
      '/settings/mailboxes/99999',
      '/notifications',
    ]) {
      await page.goto(`${house.url}/app${path}`)
      await page.locator('h1').first().waitFor({ state: 'attached' })
      await page.locator('[aria-label="Laster …"]').first().waitFor({ state: 'detached' })
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    expectNoComplaint(page)
  })
})

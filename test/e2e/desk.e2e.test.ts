import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { tickets } from '#contract'
import {
  type DeskOptions,
  expectAccessible,
  expectNoComplaint,
  expectNoSidewaysScroll,
  openBrowser,
  openDesk,
} from '../support/browser.ts'
import { startHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let browser: Browser
beforeAll(async () => {
  house = await startHouse()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

async function desk(options: DeskOptions = {}): Promise<Page> {
  const page = await openDesk(browser, house, options)
  onTestFinished(async () => {
    await page.context().close()
  })
  return page
}
const openTicket = (title: string, more: Record<string, unknown> = {}) =>
  house.owner.call(tickets.open, {
    body: { title, requester: { name: 'Åse Kristoffersen', email: 'ase@bodobat.example' }, ...more },
  })
const row = (page: Page, number: string) => page.locator(`[data-region=list] [data-number="${number}"]`)
const firstRow = (page: Page) => page.locator('[data-region=list] [data-number]').first().getAttribute('data-number')

describe('the first visit', () => {
  it('sets the house up in the language one chooses, says what is wrong beside its field, and opens the inbox', async () => {
    const bare = await startHouse({ setUp: false })
    const page = await openDesk(browser, bare, { as: null, locale: 'en-GB' })
    onTestFinished(async () => {
      await page.context().close()
      await bare.stop()
    })
    await page.getByRole('heading', { name: 'Welcome to Reda' }).waitFor()
    await page.locator('header select').selectOption('nn')
    await page.getByRole('heading', { name: 'Velkomen til Reda' }).waitFor()
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Set opp og byrj' }).click()
    expect(await page.getByText('Fyll ut dette feltet.').count()).toBe(2)
    await expect.poll(() => page.locator('input:focus').getAttribute('autocomplete')).toBe('name')
    await expectAccessible(page)

    await page.getByLabel('Namnet ditt').fill('Eva Eigar')
    await page.getByLabel('E-post', { exact: true }).fill('eva@nordlys.example')
    await page.getByLabel('Passord', { exact: true }).fill('fjorden er djup og kald')
    await page.getByLabel('Namn på organisasjonen').fill('Nordlys')
    await page.getByLabel('Land').selectOption('FI')
    expect(await page.getByLabel('Tidssone').inputValue()).toBe('Europe/Helsinki')
    await page.getByRole('button', { name: 'Set opp og byrj' }).click()

    await page.getByRole('heading', { name: 'Innboks' }).waitFor()
    await page.getByRole('region', { name: 'Første steg' }).waitFor()
    await expectAccessible(page)
    expectNoComplaint(page)
  })
})

describe('signing in', () => {
  it('says that the password is wrong, then goes where one was going', async () => {
    const page = await desk({ as: null, path: '/inbox/mine' })
    await page.getByLabel('E-post').fill(house.owner.email)
    await page.getByLabel('Passord', { exact: true }).fill('noe helt annet her')
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByText('Feil e-post eller passord.').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Passord', { exact: true }).fill(house.owner.password)
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByRole('heading', { name: 'Mine saker' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/app/inbox/mine')
    expectNoComplaint(page)
  })

  it('asks for the password on top of the page when the session has ended, and then does what was asked', async () => {
    const page = await desk({ path: '/settings/teams' })
    await page.getByRole('button', { name: 'Legg til team' }).click()
    await page.getByLabel('Navn').fill('Faktura')
    await page.context().clearCookies()
    await page.getByRole('dialog').getByRole('button', { name: 'Legg til team' }).click()
    await page.getByText('Ingenting du har skrevet er borte.').waitFor()
    await expectAccessible(page)
    await page.getByLabel(/^Passord for/).fill(house.owner.password)
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByRole('cell', { name: 'Faktura', exact: true }).waitFor()
    expectNoComplaint(page)
  })
})

describe('the list', () => {
  it('shows a new ticket by itself', async () => {
    const page = await desk({ path: '/inbox/live?sort=-createdAt' })
    await page.getByRole('heading', { name: 'Innboks' }).waitFor()
    const { number } = await openTicket('Kommer av seg selv')
    await row(page, number).waitFor()
    expectNoComplaint(page)
  })

  it('does not move while it is pointed at: what is new waits above', async () => {
    const { number: first } = await openTicket('Står stille')
    const page = await desk({ path: '/inbox/live?sort=-createdAt' })
    await row(page, first).hover()
    const { number: second } = await openTicket('Venter på å slippe inn')
    const bar = page.getByRole('button', { name: '1 ny sak' })
    await bar.waitFor()
    expect(await firstRow(page)).toBe(first)
    await expectAccessible(page)
    await bar.click()
    await row(page, second).waitFor()
    expect(await firstRow(page)).toBe(second)
  })

  it('is worked by keys: down, select, open, back', async () => {
    const { number: second } = await openTicket('Nummer to')
    const { number: first } = await openTicket('Nummer en')
    const page = await desk({ path: '/inbox/live?sort=-createdAt' })
    await row(page, first).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.locator(`[data-number="${second}"]:focus`).waitFor()
    await page.keyboard.press('x')
    await page.getByRole('toolbar', { name: '1 valgt' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/inbox/live/${second}?**`)
    await page.getByRole('heading', { name: 'Nummer to' }).waitFor()
    await page.keyboard.press('k')
    await page.waitForURL(`**/inbox/live/${first}?**`)
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await page.getByRole('heading', { name: 'Mine saker' }).waitFor()
    expectNoComplaint(page)
  })

  it('claims the ticket under the cursor', async () => {
    const { number } = await openTicket('Tas med én tast')
    const page = await desk({ path: '/inbox/live?sort=-createdAt' })
    await row(page, number).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('i')
    await page.getByText('Saken er din').first().waitFor()
    expect((await house.owner.call(tickets.get, { params: { number } })).assignee?.id).toBe(house.owner.id)
    await expectAccessible(page)
  })

  it('changes many at once, and takes all of it back', async () => {
    const { number: second } = await openTicket('Den andre')
    const { number: first } = await openTicket('Den første')
    const priorities = async () =>
      Promise.all(
        [first, second].map(async (number) => (await house.owner.call(tickets.get, { params: { number } })).priority),
      )
    const page = await desk({ path: '/inbox/live?sort=-createdAt' })
    await row(page, first).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+J')
    await page.getByRole('toolbar', { name: '2 valgte' }).getByRole('button', { name: 'Prioritet' }).click()
    await page.getByRole('combobox', { name: 'Prioritet' }).fill('pres')
    await page.keyboard.press('Enter')
    await page.getByText('2 saker oppdatert').first().waitFor()
    expect(await priorities()).toEqual(['urgent', 'urgent'])
    await page.getByRole('button', { name: 'Angre' }).click()
    await expect.poll(priorities).toEqual(['medium', 'medium'])
  })

  it('keeps its filters in the address', async () => {
    const { number } = await openTicket('Haster veldig', { priority: 'urgent' })
    const { number: other } = await openTicket('Haster ikke', { priority: 'low' })
    const page = await desk()
    await row(page, other).waitFor()
    await page.getByRole('button', { name: 'Legg til filter' }).click()
    await page.getByRole('combobox', { name: 'Legg til filter' }).fill('presserende')
    await page.keyboard.press('Enter')
    await row(page, other).waitFor({ state: 'detached' })
    await row(page, number).waitFor()
    await page.reload()
    await row(page, number).waitFor()
    expect(await row(page, other).count()).toBe(0)
    await page.getByRole('button', { name: 'Nullstill filtre' }).click()
    await row(page, other).waitFor()
  })

  it('says that the connection is lost, and goes on when it is back', async () => {
    const page = await desk({ path: '/inbox/live' })
    await page.getByRole('heading', { name: 'Innboks' }).waitFor()
    await page.route('**/api/**', (route) => route.abort())
    await page.keyboard.press('g')
    await page.keyboard.press('u')
    await page.getByText('Ingen forbindelse med tjeneren.').waitFor()
    await expectAccessible(page)
    await page.unroute('**/api/**')
    await page.getByText('Ingen forbindelse med tjeneren.').waitFor({ state: 'detached' })
    await page.locator('[data-region=list] [data-number]').first().waitFor()
  })
})

describe('the command menu', () => {
  it('finds a ticket by its number and a page by the word of another language', async () => {
    const { number } = await openTicket('Finnes med nummer')
    const page = await desk()
    await page.getByRole('heading', { name: 'Innboks' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Kommandomeny' }).fill(number)
    await page.getByRole('option', { name: `Åpne ${number}` }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/tickets/${number}`)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Kommandomeny' }).fill('asiakkaat')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/customers')
    expectNoComplaint(page)
  })
})

describe('settings', () => {
  it('speaks another language at once', async () => {
    const agent = await house.makeAgent('agent')
    const page = await desk({ as: agent, path: '/settings/profile' })
    await page.getByLabel('Språk').selectOption('fi')
    await page.getByRole('heading', { name: 'Profiili' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('fi')
    await page.reload()
    await page.getByRole('heading', { name: 'Profiili' }).waitFor()
  })

  it('adds a colleague, who then signs in', async () => {
    const page = await desk({ path: '/settings/agents' })
    await page.getByRole('button', { name: 'Legg til saksbehandler' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Navn').fill('Per Olsen')
    await dialog.getByLabel('E-post').fill('per@nordlys.example')
    await dialog.getByLabel('Passord', { exact: true }).fill('kort')
    await dialog.getByRole('button', { name: 'Legg til saksbehandler' }).click()
    await dialog.getByText('Passordet må ha minst 12 tegn').waitFor()
    await dialog.getByLabel('Passord', { exact: true }).fill('en lang og god setning')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Legg til saksbehandler' }).click()
    await page.getByText('per@nordlys.example').waitFor()
    await house.signIn({ email: 'per@nordlys.example', password: 'en lang og god setning' })
  })

  it('shows a new API key once', async () => {
    const page = await desk({ path: '/settings/api-keys' })
    await page.getByRole('button', { name: 'Ny API-nøkkel' }).click()
    await page.getByLabel('Hva er den til?').fill('Regnskap')
    await page.getByRole('button', { name: 'Lag nøkkelen' }).click()
    const key = await page.locator('code').innerText()
    expect((await house.api({ key }).call(tickets.counts)).live).toBeGreaterThanOrEqual(0)
    await page.getByRole('button', { name: 'Jeg har tatt vare på den' }).click()
    await page.getByRole('button', { name: 'Trekk tilbake Regnskap' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Trekk tilbake', exact: true }).click()
    await page.getByText('Nøkkelen er trukket tilbake').first().waitFor()
    expect((await house.api({ key }).tell(tickets.counts)).status).toBe(401)
  })
})

const PAGES = [
  '/inbox/live',
  '/inbox/unassigned',
  '/inbox/trash',
  '/customers',
  '/customers/1',
  '/organisations',
  '/settings/profile',
  '/settings/organisation',
  '/settings/agents',
  '/settings/teams',
  '/settings/mailboxes',
  '/settings/types',
  '/settings/categories',
  '/settings/inbound',
  '/settings/api-keys',
  '/nowhere',
]
describe.each([
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 360 },
] as const)('every page, $theme, $width px', ({ theme, width }) => {
  it('can be used by everyone, and never scrolls sideways', async () => {
    await openTicket('Til å se på', { tags: ['faktura'], priority: 'high' })
    const page = await desk({ theme, width, height: 800 })
    for (const path of PAGES) {
      await page.goto(`${house.url}/app${path}`)
      await page.locator('h1').first().waitFor({ state: 'attached' })
      await page.locator('[aria-label="Laster …"]').first().waitFor({ state: 'detached' })
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    expectNoComplaint(page)
  })
})

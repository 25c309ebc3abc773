import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { customers, mail, people, type Ticket, ticketSettings, tickets } from '#contract'
import {
  type DeskOptions,
  expectAccessible,
  expectNoComplaint,
  expectNoSidewaysScroll,
  openBrowser,
  openDesk,
} from '../support/browser.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { deliverRaw, type FarSide, mailOf, startFarSide } from '../support/smtp.ts'

let house: TestHouse
let browser: Browser
let far: FarSide
beforeAll(async () => {
  far = await startFarSide()
  house = await startHouse({ smtp: true, environment: { REDA_OUTBOUND_SMTP_URL: far.url } })
  await house.owner.call(mail.addMailbox, { body: { address: 'support@nordlys.example', name: 'Nordlys' } })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  await far?.close()
})

async function desk(options: DeskOptions = {}): Promise<Page> {
  const page = await openDesk(browser, house, options)
  onTestFinished(async () => {
    await page.context().close()
  })
  return page
}
const CUSTOMER = { name: 'Åse Kristoffersen', email: 'ase@bodobat.example' }
const openTicket = (title: string, more: Record<string, unknown> = {}): Promise<Ticket> =>
  house.owner.call(tickets.open, {
    body: { title, description: 'Hei! Kan dere hjelpe?', requester: CUSTOMER, ...more },
  })
/** The ticket's page, when it can be worked with. */
async function pageOf(number: string, options: DeskOptions = {}): Promise<Page> {
  const page = await desk({ ...options, path: `/tickets/${number}` })
  await page.locator('[data-region=composer]').waitFor()
  return page
}
const get = (number: string) => house.owner.call(tickets.get, { params: { number } })
const messagesOf = async (number: string) => (await house.owner.call(tickets.messages, { params: { number } })).items
const editor = (page: Page) => page.locator('[data-region=composer] [contenteditable]')
const details = (page: Page) => page.getByRole('complementary', { name: 'Detaljer' })
const sends = (page: Page) => page.getByRole('button', { name: /^Send og vent på kunden/ })

describe('a mail that came in', () => {
  it('is read in its frame, claimed, answered with a file, taken back, and sent to the customer', async () => {
    const subject = 'Feil fakturaadresse på siste faktura'
    const html = '<p>Hei! Kan dere endre <b>adressen</b>?</p><img src="https://sporing.example/p.gif">'
    const raw = mailOf(
      {
        From: 'Åse Kristoffersen <ase@bodobat.example>',
        To: 'support@nordlys.example',
        Subject: 'Feil fakturaadresse =?utf-8?q?p=C3=A5?= siste faktura',
        'Message-ID': '<en@bodobat.example>',
        'MIME-Version': '1.0',
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Transfer-Encoding': 'quoted-printable',
      },
      html.replaceAll('=', '=3D').replaceAll('å', '=C3=A5'),
    )
    expect(await deliverRaw(house.smtpPort, CUSTOMER.email, 'support@nordlys.example', raw)).toMatch(/^250/)
    await house.settle()
    const { number } = (await house.owner.call(tickets.list, { query: { q: 'fakturaadresse' } })).items[0]!
    const page = await pageOf(number)

    await page.getByRole('heading', { name: subject, level: 1 }).waitFor()
    const frame = page.frameLocator('iframe')
    await frame.getByText('adressen').waitFor()
    expect(await frame.locator('img[src^="http"]').count()).toBe(0)
    await page.getByRole('button', { name: 'Last inn eksterne bilder' }).waitFor()
    await expectAccessible(page)

    await page.keyboard.press('i')
    await page.getByText('Saken er din').first().waitFor()
    expect((await get(number)).assignee?.name).toBe('Eva Eier')

    await page.keyboard.press('r')
    await editor(page).fill('Hei Åse, adressen er endret. Se vedlagt faktura.')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await page.getByText('Du nevner et vedlegg, men ingen fil er lagt ved.').waitFor()
    await expectAccessible(page)
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Legg ved fil' }).click()
    await (await choosing).setFiles({
      name: 'Faktura 48213.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    })
    await page.getByRole('button', { name: 'Fjern Faktura 48213.pdf' }).waitFor()
    await sends(page).click()

    await page.getByText(/^Sendes om \d+ sekund/).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Angre sending' }).click()
    await editor(page).getByText('adressen er endret').waitFor()
    await page.getByRole('button', { name: 'Fjern Faktura 48213.pdf' }).waitFor()
    expect((await messagesOf(number)).filter((m) => m.direction === 'out').every((m) => m.cancelled)).toBe(true)
    expect(far.mails).toEqual([])

    await sends(page).click()
    await page.getByRole('article', { name: /^Svar fra Eva Eier/ }).waitFor()
    const sent = await far.mail(0)
    expect(sent.to).toEqual([CUSTOMER.email])
    expect(sent.headers['in-reply-to']).toBe('<en@bodobat.example>')
    expect(sent.raw).toContain('Faktura 48213.pdf')
    await page.getByText('Levert').waitFor()
    expectNoComplaint(page)
  })

  it('that could not be delivered says so on the message, with what to do', async () => {
    far.refuse.rcpt = (address) => (address === 'borte@bodobat.example' ? '550 5.1.1 No such user' : null)
    const { number } = await openTicket('Ingen slik adresse', {
      requester: { name: 'Borte', email: 'borte@bodobat.example' },
    })
    await house.owner.call(tickets.reply, { params: { number }, body: { bodyText: 'Hei', undoSeconds: 0 } })
    await house.settle()
    const page = await pageOf(number)
    await page.getByText('Ikke levert: borte@bodobat.example').waitFor()
    await page.getByText('Kontroller adressen og send svaret på nytt.', { exact: false }).waitFor()
    await expectAccessible(page)
    expectNoComplaint(page)
  })
})

describe('writing', () => {
  it('keeps what one writes through a reload', async () => {
    const { number } = await openTicket('Utkast')
    const page = await pageOf(number)
    await page.getByRole('button', { name: 'Svar', exact: true }).click()
    await editor(page).fill('Halvferdig svar')
    await page.getByText(/^Utkast lagret/).waitFor()
    await page.reload()
    await editor(page).getByText('Halvferdig svar').waitFor()
    await page.getByRole('button', { name: 'Forkast utkast' }).click()
    await page.getByText('Utkastet er forkastet').first().waitFor()
    expectNoComplaint(page)
  })

  it('goes on without a connection and saves when the house answers again', async () => {
    const { number } = await openTicket('Uten nett')
    const page = await pageOf(number)
    await page.getByRole('button', { name: 'Svar', exact: true }).click()
    await editor(page).click()
    await page.context().setOffline(true)
    await editor(page).fill('Skrevet på toget')
    await page.getByText('Utkastet er tatt vare på i denne nettleseren', { exact: false }).waitFor()
    await expectAccessible(page)
    await page.context().setOffline(false)
    await page.getByText(/^Utkast lagret/).waitFor()
    const drafts = await house.owner.call(tickets.drafts, { params: { number } })
    expect(drafts.items[0]?.bodyHtml).toContain('Skrevet på toget')
  })

  it('stops the sending when a newer message came, keeps the text, and sends when one wants to', async () => {
    const { number } = await openTicket('Noe nytt kom')
    const other = await house.makeAgent('agent', { name: 'Per Nygård' })
    const page = await pageOf(number)
    await page.keyboard.press('r')
    await editor(page).fill('Svaret mitt')
    await other.call(tickets.note, { params: { number }, body: { bodyText: 'Vent, kunden ringte.' } })
    await page.getByText('Det kom en ny melding mens du skrev.', { exact: false }).waitFor()
    await page.getByText('Vent, kunden ringte.').waitFor()
    await expectAccessible(page)
    expect((await messagesOf(number)).some((m) => m.direction === 'out')).toBe(false)
    await page.getByRole('button', { name: 'Send likevel' }).click()
    await page.getByRole('article', { name: /^Svar fra/ }).waitFor()
  })

  it('asks for the password on top of the page when the session has ended, and then sends what was written', async () => {
    const { number } = await openTicket('Økten tok slutt')
    const page = await pageOf(number)
    await page.keyboard.press('r')
    await editor(page).fill('Ikke mist dette')
    await page.getByText(/^Utkast lagret/).waitFor()
    await page.context().clearCookies()
    await sends(page).click()
    await page.getByLabel(/^Passord for/).fill(house.owner.password)
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.getByRole('article', { name: /^Svar fra/ }).waitFor()
    expect((await messagesOf(number)).filter((m) => m.direction === 'out').map((m) => m.bodyText.trim())).toEqual([
      'Ikke mist dette',
    ])
  })

  it('a note names a colleague, who is told, and never reaches the customer', async () => {
    const { number } = await openTicket('Notat')
    const liv = await house.makeAgent('agent', { name: 'Liv Haugen' })
    const page = await pageOf(number)
    await page.keyboard.press('n')
    await editor(page).pressSequentially('@Liv H')
    await page.getByRole('option', { name: 'Liv Haugen' }).waitFor()
    await page.keyboard.press('Enter')
    await editor(page).pressSequentially('kan du se på denne?')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('article', { name: /^Internt notat fra Eva Eier/ }).waitFor()
    expect((await get(number)).followers.map((f) => f.id)).toEqual([liv.id])
    await house.settle()
    expect(far.mails.filter((sent) => sent.raw.includes('kan du se'))).toEqual([])
    expectNoComplaint(page)
  })

  it('leaves light agents the notes, and says why', async () => {
    const { number } = await openTicket('Lett')
    const light = await house.makeAgent('light_agent')
    const page = await pageOf(number, { as: light })
    await page.keyboard.press('n')
    await page.getByText('Svar til kunder krever rollen saksbehandler', { exact: false }).first().waitFor()
    expect(await page.getByRole('tab', { name: 'Svar' }).getAttribute('aria-disabled')).toBe('true')
    await editor(page).fill('Et notat')
    await page.getByRole('button', { name: 'Legg til notat' }).click()
    await page.getByRole('article', { name: /^Internt notat/ }).waitFor()
    await expectAccessible(page)
    expectNoComplaint(page)
  })
})

describe('fields', () => {
  it('change by keys where they stand, show in the thread, and are undone', async () => {
    await house.owner.call(people.addTeam, { body: { name: 'Faktura' } })
    const { number } = await openTicket('Felter')
    const page = await pageOf(number)
    await page.getByRole('heading', { name: 'Felter', level: 1 }).waitFor()
    const pick = async (key: string, option: string) => {
      await page.keyboard.press(key)
      await page.getByRole('option', { name: option }).first().waitFor()
      await expectAccessible(page)
      await page.keyboard.type(option)
      await page.keyboard.press('Enter')
      await page.getByRole('option').first().waitFor({ state: 'detached' })
    }
    await pick('p', 'Høy')
    await pick('q', 'Faktura')
    await pick('a', 'Eva Eier')
    await pick('s', 'Under behandling')
    await expect
      .poll(async () => {
        const { priority, team, assignee, status } = await get(number)
        return [priority, team?.name, assignee?.name, status]
      })
      .toEqual(['high', 'Faktura', 'Eva Eier', 'in_progress'])
    await page.getByText(/Eva Eier.*endret prioriteten til Høy/).waitFor()

    await page.keyboard.press('z')
    await expect.poll(async () => (await get(number)).status).toBe('open')
    await page.keyboard.press('t')
    await page.getByPlaceholder('Søk eller lag et merke').fill('haster litt')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await get(number)).tags).toEqual(['haster litt'])
    expectNoComplaint(page)
  })

  it('of two agents on the same field, the later one is told, and sees the newest', async () => {
    const { number } = await openTicket('Samtidig')
    const other = await house.makeAgent('agent', { name: 'Per Samtidig' })
    const page = await pageOf(number)
    await page.getByRole('heading', { name: 'Samtidig', level: 1 }).waitFor()
    await page.keyboard.press('p')
    await page.getByRole('option', { name: 'Lav' }).waitFor()
    // The change of the other arrives between the look and the choice: the browser has not heard of it yet.
    await page.route('**/api/v1/live', (route) => route.abort())
    let told = false
    await page.route(`**/api/v1/tickets/${number}`, async (route) => {
      if (route.request().method() === 'PATCH' && !told) {
        told = true
        await other.call(tickets.change, { params: { number }, body: { priority: 'urgent' } })
      }
      await route.continue()
    })
    await page.getByRole('option', { name: 'Lav' }).click()
    await page.getByText('Per Samtidig endret dette i mellomtiden.', { exact: false }).first().waitFor()
    expect((await get(number)).priority).toBe('urgent')
    await page
      .getByRole('button', { name: /^Prioritet: Presserende/ })
      .first()
      .waitFor()
  })

  it('custom ones, categories and people in copy are changed in the details', async () => {
    await house.owner.call(ticketSettings.addField, { body: { key: 'kundenr', label: 'Kundenummer', kind: 'text' } })
    await house.owner.call(ticketSettings.addCategory, { body: { name: 'Purring' } })
    await house.owner.call(customers.add, { body: { name: 'Per Kopi', email: 'per.kopi@bodobat.example' } })
    const { number } = await openTicket('Detaljer')
    const page = await pageOf(number)
    await details(page)
      .getByRole('button', { name: /^Kundenummer/ })
      .click()
    await page.getByRole('textbox', { name: 'Kundenummer' }).fill('48213')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await get(number)).fields.kundenr).toBe('48213')
    await details(page)
      .getByRole('button', { name: /^Kategori/ })
      .click()
    await page.getByRole('option', { name: 'Purring' }).click()
    await details(page)
      .getByRole('button', { name: /^Legg til på kopi/ })
      .click()
    await page.getByPlaceholder('Søk navn, e-post eller telefon').fill('Per Kopi')
    await page.getByRole('option', { name: /Per Kopi/ }).click()
    await expect.poll(async () => (await get(number)).participants.map((p) => p.name)).toEqual(['Per Kopi'])
    expect((await get(number)).category?.name).toBe('Purring')
    await expectAccessible(page)
    expectNoComplaint(page)
  })

  it('postpones until the customer answers, closes, and reopens with a reason', async () => {
    const { number } = await openTicket('Livsløp')
    const page = await pageOf(number)
    await page.getByRole('heading', { name: 'Livsløp', level: 1 }).waitFor()
    await page.keyboard.press('h')
    await page.getByRole('option', { name: 'Til kunden svarer' }).click()
    await expect.poll(async () => (await get(number)).postponedUntilReply).toBe(true)
    await page.getByRole('button', { name: 'Avslutt utsettelse' }).click()
    await expect.poll(async () => (await get(number)).postponedUntilReply).toBe(false)
    await page.keyboard.press('Shift+E')
    await expect.poll(async () => (await get(number)).status).toBe('closed')
    await page.getByText('Saken er lukket og kan bare leses.', { exact: false }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Gjenåpne' }).click()
    await page.getByLabel('Hvorfor gjenåpnes saken?').fill('Kunden ringte')
    await expectAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Gjenåpne' }).click()
    await expect.poll(async () => (await get(number)).status).toBe('in_progress')
    await page.getByText('Grunn: Kunden ringte').waitFor()
    expectNoComplaint(page)
  })
})

describe('the past', () => {
  it('shows the ticket as it was at an event, and leads back', async () => {
    const { number } = await openTicket('Før og nå')
    await house.owner.call(tickets.change, { params: { number }, body: { title: 'Et annet emne' } })
    const page = await pageOf(number)
    await page.getByRole('heading', { name: 'Et annet emne', level: 1 }).waitFor()
    await page.getByText('Historikk', { exact: true }).click()
    const first = page.getByRole('listitem').filter({ hasText: 'opprettet saken' }).last()
    await first.hover()
    await first.getByRole('button', { name: 'Vis saken slik den var her' }).click()
    await page.getByText('Her kan ingenting endres.', { exact: false }).waitFor()
    await page.getByRole('heading', { name: 'Før og nå', level: 1 }).waitFor()
    expect(await editor(page).count()).toBe(0)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Tilbake til nå' }).click()
    await page.getByRole('heading', { name: 'Et annet emne', level: 1 }).waitFor()
    expectNoComplaint(page)
  })
})

describe('a new ticket', () => {
  it('is made for a customer who called, with the open ones of the customer in view', async () => {
    await openTicket('Åpen fra før', { requester: { name: 'Ola Ringer', email: 'ola@bodobat.example' } })
    const page = await desk()
    await page.getByRole('heading', { name: 'Innboks' }).waitFor()
    await page.keyboard.press('c')
    await page.getByPlaceholder('Søk navn, e-post eller telefon').fill('Ola Ringer')
    await page.getByRole('option', { name: /Ola Ringer/ }).click()
    await page.getByText('Kunden har åpne saker fra før:').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Bare registrer').check()
    await page.getByRole('button', { name: /^Opprett/ }).click()
    await page.getByText('Skriv et emne.').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Emne').fill('Ringte om faktura')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Ringte om faktura', level: 1 }).waitFor()
    const number = new URL(page.url()).pathname.split('/').at(-1)!
    expect(await get(number)).toMatchObject({ channel: 'phone', requester: { name: 'Ola Ringer' } })
    expectNoComplaint(page)
  })

  it('that was begun is kept until it is made', async () => {
    const page = await desk()
    await page.getByRole('heading', { name: 'Innboks' }).waitFor()
    const begin = async () => {
      await page.keyboard.press('c')
      await page.getByPlaceholder('Søk navn, e-post eller telefon').waitFor()
      await page.keyboard.press('Escape')
      await page.getByPlaceholder('Søk navn, e-post eller telefon').waitFor({ state: 'detached' })
    }
    await begin()
    await page.getByLabel('Emne').fill('Påbegynt')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await begin()
    expect(await page.getByLabel('Emne').inputValue()).toBe('Påbegynt')
    await page.getByRole('button', { name: 'Begynn på nytt' }).click()
    expect(await page.getByLabel('Emne').inputValue()).toBe('')
    expectNoComplaint(page)
  })
})

describe('every state of the ticket page', () => {
  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 360],
    ['dark', 360],
  ] as const)('can be used by everyone in %s at %i pixels', async (theme, width) => {
    const { number } = await openTicket('Et ganske langt emne som skal brytes pent over flere linjer på en telefon', {
      tags: ['faktura', 'haster'],
    })
    await house.owner.call(tickets.note, { params: { number }, body: { bodyText: 'Internt' } })
    await house.owner.call(tickets.reply, { params: { number }, body: { bodyHtml: '<p>Hei <b>Åse</b></p>' } })
    const page = await pageOf(number, { theme, width, height: 800 })
    await page.getByRole('article', { name: /^Internt notat/ }).waitFor()
    const check = async () => {
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    await check()
    if (width < 760) {
      await page.keyboard.press('d')
      await page.getByRole('dialog', { name: 'Detaljer' }).waitFor()
      await check()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: 'Mer for saken' }).click()
    await page.getByRole('menu').waitFor()
    await check()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.keyboard.press('h')
    await page.getByRole('option', { name: 'Velg dato og tid' }).click()
    await check()
    await page.keyboard.press('Escape')
    await page.keyboard.press('l')
    await page.getByRole('dialog', { name: 'Koble til en annen sak' }).waitFor()
    await check()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('r')
    await editor(page).waitFor()
    await check()
    await page.keyboard.press('Control+.')
    await page.getByRole('button', { name: 'Legg til notat' }).waitFor()
    await check()
    expectNoComplaint(page)
  })
})

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
import { startHouse, type TestHouse } from '../support/house.ts'
import { deliverRaw, type FarSide, mailOf, type ReceivedMail, startFarSide } from '../support/smtp.ts'

const OURS = 'support@nordlys.example'
const ASE = 'ase@bodobat.example'
let house: TestHouse
let browser: Browser
let far: FarSide
beforeAll(async () => {
  far = await startFarSide()
  house = await startHouse({ smtp: true, environment: { REDA_OUTBOUND_SMTP_URL: far.url } })
  await house.owner.call(mail.addMailbox, { body: { address: OURS, name: 'Nordlys' } })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  await far?.close()
})

async function pageOf(number: string, options: DeskOptions = {}): Promise<Page> {
  const page = await openDesk(browser, house, { ...options, path: `/tickets/${number}` })
  onTestFinished(async () => {
    await page.context().close()
  })
  await page.locator('[data-region=thread]').waitFor()
  return page
}
let n = 0
async function write(from: string, Subject: string, more: Record<string, string> = {}, text = 'Hei!'): Promise<string> {
  const headers = { From: from, To: OURS, Subject, 'Message-ID': `<f${++n}@bodobat.example>`, ...more }
  expect(await deliverRaw(house.smtpPort, from, headers.To, mailOf(headers, text))).toMatch(/^250/)
  await house.settle()
  const { number } = await house.house.db
    .selectFrom('inbound_mails as i')
    .innerJoin('tickets as t', 't.id', 'i.ticket_id')
    .select('t.number')
    .orderBy('i.id', 'desc')
    .executeTakeFirstOrThrow()
  return number
}
async function reply(number: string): Promise<ReceivedMail> {
  const before = far.mails.length
  await house.owner.call(tickets.reply, { params: { number }, body: { bodyText: 'Her er svaret.', undoSeconds: 0 } })
  return far.mail(before)
}
const get = (number: string) => house.owner.call(tickets.get, { params: { number } })
const messagesOf = async (number: string) => (await house.owner.call(tickets.messages, { params: { number } })).items
const hint = (page: Page) => page.getByRole('region', { name: 'Det e-posten viser' })

describe('two tickets about the same matter', () => {
  it('are found by their mails, merged after a look at what will happen, and taken apart again', async () => {
    const first = await write(ASE, 'Faktura 48213')
    const second = await write(ASE, 'Faktura 48213')
    const page = await pageOf(second)
    await hint(page)
      .getByText(/samme avsender,? samme emne/)
      .waitFor()
    await expectAccessible(page)
    await hint(page).getByRole('button', { name: 'Slå sammen' }).click()
    const dialog = page.getByRole('dialog', { name: `Slå sammen ${second}` })
    await dialog.getByText(`1 melding flyttes til ${first}.`).waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Slå sammen', exact: true }).click()
    await page.getByText(`Slått sammen med ${first}`).first().waitFor()
    await page.waitForURL(`**/${first}`)
    expect(await get(second)).toMatchObject({ mergedInto: first, status: 'closed' })
    await page.getByRole('button', { name: 'Angre', exact: true }).click()
    await expect.poll(async () => (await get(second)).mergedInto).toBeNull()
    await page.waitForURL(`**/${second}`)
    await hint(page).getByRole('button', { name: 'Ikke nå' }).click()
    await hint(page).waitFor({ state: 'detached' })
    expectNoComplaint(page)
  })

  it('are merged by M and a number, the other way round too; the one that ended leads on and back', async () => {
    const open = (title: string, email: string) =>
      house.owner.call(tickets.open, { body: { title, description: 'Hei', requester: { name: title, email } } })
    const [one, two] = [await open('Motoren bråker', 'en@kai.example'), await open('Motor igjen', 'to@kai.example')]
    const page = await pageOf(one.number)
    await page.keyboard.press('m')
    await page.getByRole('dialog').getByRole('combobox').fill(two.number)
    await page.getByRole('option', { name: /Motor igjen/ }).click()
    await page.getByText(`En annen kunde: svar går også til Motor igjen.`).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Bytt om' }).click()
    await page.getByText(`1 melding flyttes til ${one.number}.`).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Slå sammen', exact: true }).click()
    await expect.poll(async () => (await get(two.number)).mergedInto).toBe(one.number)
    const ended = await pageOf(two.number)
    await ended.getByRole('link', { name: `Saken er slått sammen med ${one.number}.` }).waitFor()
    await expectAccessible(ended)
    await ended.getByRole('button', { name: 'Angre sammenslåingen' }).click()
    await expect.poll(async () => (await get(two.number)).mergedInto).toBeNull()
    expect((await messagesOf(two.number)).length).toBe(1)
    expectNoComplaint(ended)
  })
})

describe('messages of another matter', () => {
  it('become a ticket of their own with a subject, and come back', async () => {
    const from = 'levering@bodobat.example'
    const number = await write(from, 'Levering')
    const sent = await reply(number)
    expect(await write(from, 'Ny kontaktperson', { To: sent.headers['reply-to']! }, 'Ring Per.')).toBe(number)
    const page = await pageOf(number)
    await hint(page).getByText('Det nyeste svaret har et nytt emne: «Ny kontaktperson»').waitFor()
    await hint(page).getByRole('button', { name: 'Skill ut' }).click()
    const dialog = page.getByRole('dialog', { name: 'Skill ut som ny sak' })
    expect(await dialog.getByLabel('Emne for den nye saken').inputValue()).toBe('Ny kontaktperson')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Skill ut' }).click()
    await page
      .getByText(/^Ny sak: \d/)
      .first()
      .waitFor()
    expect((await messagesOf(number)).length).toBe(2)
    await page.getByRole('button', { name: 'Angre', exact: true }).click()
    await expect.poll(async () => (await messagesOf(number)).length).toBe(3)
    await page.getByRole('button', { name: 'Mer for denne meldingen' }).last().click()
    await page.getByRole('menuitem', { name: 'Skill ut som ny sak' }).waitFor()
    expectNoComplaint(page)
  })
})

describe('a mail from a stranger with the right address', () => {
  it.each([
    ['Godta her', 'here'],
    ['Gjør til egen sak', 'own'],
  ] as const)('waits in the thread until an agent chooses: %s', async (button, place) => {
    const number = await write(ASE, 'Tilbud')
    const sent = await reply(number)
    const stranger = { To: sent.headers['reply-to']! }
    expect(await write('eve@fremmed.example', 'SV: Tilbud', stranger, 'Jeg er Åses kollega.')).toBe(number)
    const page = await pageOf(number)
    await page.getByText('Er dette virkelig', { exact: false }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: button }).click()
    await page.getByText('Er dette virkelig', { exact: false }).waitFor({ state: 'detached' })
    const last = (await messagesOf(number)).at(-1)!
    if (place === 'here') expect(last).toMatchObject({ trust: 'verified', author: { email: 'eve@fremmed.example' } })
    else {
      expect(last.direction).toBe('out')
      await page
        .getByText(/^Ny sak: \d/)
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Vis', exact: true }).click()
      await page.getByText('Jeg er Åses kollega.').waitFor()
    }
    expectNoComplaint(page)
  })
})

it('content that an administrator erases says who did it, and why', async () => {
  const number = await write(ASE, 'Fødselsnummer', {}, 'Mitt hemmelige nummer')
  const page = await pageOf(number)
  await page.getByText('Mitt hemmelige nummer').waitFor()
  await page.getByRole('button', { name: 'Mer for saken' }).click()
  await page.getByRole('menuitem', { name: 'Slett innhold' }).click()
  await page.getByRole('checkbox', { name: /Mitt hemmelige nummer/ }).check()
  await page.getByRole('textbox', { name: 'Grunn' }).fill('Ba om det')
  await page.getByRole('button', { name: 'Slett for godt' }).click()
  await page.getByText(/^Slettet av Eva Eier, .*Ba om det/).waitFor()
  expect(await page.getByText('Mitt hemmelige nummer').count()).toBe(0)
  await page.getByRole('heading', { name: /Slettet avsender/ }).waitFor()
  await expectAccessible(page)
  expectNoComplaint(page)
})

it('what is new stands right in every browser', async () => {
  const number = await write(ASE, 'Lest før')
  const read = await pageOf(number)
  await expect.poll(async () => (await get(number)).lastReadMessageId).not.toBeNull()
  await read.context().close()
  await write(ASE, 'SV: Lest før', { To: (await reply(number)).headers['reply-to']! }, 'Og dette er nytt.')
  const page = await pageOf(number)
  const item = page.getByRole('listitem').filter({ hasText: 'Nytt' })
  await item.getByText('Og dette er nytt.').waitFor()
  expectNoComplaint(page)
})

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 360],
  ['dark', 360],
] as const)('in %s at %i pixels', (theme, width) => {
  it('hints, merging and splitting can be used by everyone', async () => {
    const email = `${theme}${width}@bodobat.example`
    await write(email, 'En ganske lang fakturasak som skal brytes pent på en telefon')
    const number = await write(email, 'En ganske lang fakturasak som skal brytes pent på en telefon')
    const page = await pageOf(number, { theme, width, height: 800 })
    const look = async (name: string) => {
      if (process.env.REDA_SHOTS)
        await page.screenshot({ path: `${process.env.REDA_SHOTS}/${name}-${theme}-${width}.png` })
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    await hint(page).waitFor()
    await look('hint')
    await hint(page).getByRole('button', { name: 'Slå sammen' }).click()
    await page.getByText('Dette kan angres.').waitFor()
    await look('merge')
    await page.getByRole('button', { name: 'Tilbake', exact: true }).click()
    await page.getByRole('option').first().waitFor()
    await look('merge-search')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Mer for denne meldingen' }).click()
    await page.getByRole('menuitem', { name: 'Skill ut som ny sak' }).click()
    await page.getByRole('dialog', { name: 'Skill ut som ny sak' }).waitFor()
    await look('split')
    expectNoComplaint(page)
  })
})

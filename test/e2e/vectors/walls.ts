import type { BrowserContext, Page } from 'playwright-core'
import type { Canary } from '../../support/canary.ts'
import { POKE } from './poke.ts'

/** What the desk's frame says of itself; the test that reads mails in the desk holds that it does. */
export const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox'

/** Which walls stand between a mail and its reader. */
export interface Walls {
  /** `house`: what the house makes of the mail. `raw`: the mail's HTML as it came. */
  html: 'house' | 'raw'
  /** The frame's attribute. */
  sandbox: boolean
  /** The document's Content-Security-Policy: as it is, without its own sandbox, or none. */
  policy: 'whole' | 'without its sandbox' | 'none'
}

/** A mail's frame document: its address in the house, and the mail's HTML as it came. */
export interface FrameDocument {
  address: string
  raw: string
}

/** Script that ran, and addresses that were asked for, by the numbers of the vectors. */
export interface Seen {
  ran: Set<number>
  loaded: Set<number>
  /** All that the canary heard, opened connections too. */
  heard: string[]
}

/** Lets vectors report: `ran(id)` is there in every frame and every window of this context. */
export async function listenForScripts(context: BrowserContext): Promise<Set<number>> {
  const ran = new Set<number>()
  await context.exposeBinding('ran', (_source, id: unknown) => void ran.add(Number(id)))
  return ran
}

/** Opens all documents in frames of one page behind these walls, does what readers do, and says what got through. */
export async function openBehind(
  context: BrowserContext,
  {
    house,
    canary,
    documents,
    walls,
  }: { house: string; canary: Canary; documents: readonly FrameDocument[]; walls: Walls },
): Promise<Seen> {
  canary.forget()
  const ran = await listenForScripts(context)
  const page = await context.newPage()
  const popups: Page[] = []
  context.on('page', (popup) => popups.push(popup))
  const byAddress = new Map(documents.map((one) => [house + one.address, one.raw]))
  await page.route(`${house}/**`, async (route) => {
    const url = route.request().url()
    if (url === `${house}/behind`)
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title>' })
    const raw = byAddress.get(url)
    // What vectors ask of the house itself, `src=x` above all, need not trouble it.
    if (raw === undefined) return route.fulfill({ status: 404, body: '' })
    const response = await route.fetch()
    const headers = response.headers()
    const policy = headers['content-security-policy']!
    if (walls.policy === 'none') delete headers['content-security-policy']
    if (walls.policy === 'without its sandbox')
      headers['content-security-policy'] = policy.replace(/^sandbox[^;]*; /, '')
    return route.fulfill({
      status: response.status(),
      headers,
      body:
        walls.html === 'house'
          ? await response.body()
          : `<!doctype html><html><head><meta charset="utf-8"></head><body>${raw}</body></html>`,
    })
  })
  await page.goto(`${house}/behind`)
  await page.evaluate(`Promise.all(${JSON.stringify(documents.map((one) => one.address))}.map((address) => new Promise((done) => {
    const frame = document.createElement('iframe')
    ${walls.sandbox ? `frame.setAttribute('sandbox', ${JSON.stringify(SANDBOX)})` : ''}
    frame.width = 900
    frame.height = 60
    frame.onload = done
    frame.src = address
    document.body.append(frame)
  })))`)
  await page.evaluate(POKE)
  await settled(page, canary)
  await page.evaluate(POKE)
  await settled(page, canary)
  for (const popup of popups) await popup.close()
  const loaded = new Set(canary.paths().map((path) => Number(/^\/v(\d+)/.exec(path)?.[1])))
  loaded.delete(Number.NaN)
  return { ran, loaded, heard: canary.heard.filter((one) => !/sentinel|secure/.test(one)) }
}

/** What was under way in this page has come out: its own call comes after it, at the canary and at the binding. */
async function settled(page: Page, canary: Canary): Promise<void> {
  await page.evaluate(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`,
  )
  await page.evaluate(
    `fetch(${JSON.stringify(`${canary.secureUrl}/sentinel`)}, { cache: 'no-store' }).then(() => undefined)`,
  )
  await page.evaluate('ran(0)')
}

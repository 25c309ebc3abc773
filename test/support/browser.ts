import { createRequire } from 'node:module'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TestHouse } from './house.ts'

const { findBrowser } = createRequire(import.meta.url)('../../bin/steps/browser.js') as { findBrowser(): string | null }

/** Debian's Chromium, as it comes; `more`: further words for its command line. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('There is no Chromium: install it, or set CHROMIUM_PATH')
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}

export interface DeskOptions {
  /** Signed in as whom; null: nobody. The owner unless said. */
  as?: { email: string; password: string } | null
  /** Below /app. */
  path?: string
  width?: number
  height?: number
  theme?: 'light' | 'dark'
  /** The browser's language, for who is not signed in. */
  locale?: string
}

const complaints = new WeakMap<Page, string[]>()

/** A page of the desk in a window of its own. What the browser complains of is kept for `expectNoComplaint`. */
export async function openDesk(browser: Browser, house: TestHouse, options: DeskOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.theme ?? 'light',
    locale: options.locale ?? 'nb-NO',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
  })
  const who = options.as === undefined ? house.owner : options.as
  if (who) {
    const [name, value] = (await house.signIn(who)).split(/=(.*)/s) as [string, string]
    await context.addCookies([{ name, value, url: house.url }])
  }
  const page = await context.newPage()
  const heard: string[] = []
  complaints.set(page, heard)
  page.on('pageerror', (error) => heard.push(`${error.message}\n${error.stack}`))
  page.on('console', (message) => {
    // A refusal by the house is told here too; each is looked for where it is expected.
    if (message.type() === 'error' && !/^Failed to load resource/.test(message.text())) heard.push(message.text())
  })
  await page.goto(`${house.url}/app${options.path ?? '/'}`)
  return page
}

/** Nothing was thrown, and nothing met the page's security policy. */
export function expectNoComplaint(page: Page): void {
  expect(complaints.get(page)).toEqual([])
}

/** WCAG by axe: what is wrong, and where; nothing may be. Mail frames are left out: they run no scripts, not even axe's. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}

/** Nothing sticks out to the right: the page never scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  // As text, because the browser's types are not the tests' types.
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
}

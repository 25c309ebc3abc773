import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveDesk } from './desk.ts'

let folder: string
let app: FastifyInstance
const SCRIPT = `console.log(${JSON.stringify('x'.repeat(5_000))})`
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reda-desk-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<script nonce="__NONCE__" src="/app/assets/a-1.js"></script><style nonce="__NONCE__"></style>',
  )
  writeFileSync(join(folder, 'assets', 'a-1.js'), SCRIPT)
  writeFileSync(join(folder, 'assets', 'a-1.js.map'), '{}')
  writeFileSync(join(folder, '.vite-manifest.json'), '{}')
  app = fastify()
  serveDesk(app, folder)
})
afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

describe('the desk', () => {
  it('is the same page at every address below /app, with a nonce of its own each time', async () => {
    const pages = await Promise.all(['/app/', '/app/tickets/260101001', '/app/'].map((url) => get(url)))
    const nonces = pages.map(
      (page) =>
        /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(String(page.headers['content-security-policy']))![1]!,
    )
    expect(new Set(nonces).size).toBe(3)
    for (const [i, page] of pages.entries()) {
      expect(page.body.split(`nonce="${nonces[i]}"`)).toHaveLength(3)
      expect(page.body).not.toContain('__NONCE__')
      expect(page.headers['cache-control']).toBe('no-store')
      const policy = String(page.headers['content-security-policy'])
      for (const part of [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
      ]) {
        expect(policy).toContain(part)
      }
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|script-src[^;]*'self'/)
    }
  })

  it('gives its files for ever, compressed for who can', async () => {
    const plain = await get('/app/assets/a-1.js')
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    })
    expect(plain.body).toBe(SCRIPT)
    const packed = await get('/app/assets/a-1.js', { 'accept-encoding': 'gzip, br' })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(SCRIPT)
  })

  it('gives nothing but what was built for it', async () => {
    for (const url of [
      '/app/assets/missing.js',
      '/app/assets/a-1.js.map',
      '/app/assets/..%2f..%2fpackage.json',
      '/app/assets/../../etc/passwd',
    ]) {
      const reply = await get(url)
      expect([url, reply.statusCode === 404 || reply.body.includes('<script')]).toEqual([url, true])
      expect(reply.body).not.toContain('root:')
    }
    expect((await get('/app/.vite-manifest.json')).body).toContain('<script')
  })

  it('takes up a new build without a restart', async () => {
    await get('/app/')
    await new Promise((resolve) => setImmediate(resolve))
    rmSync(join(folder, 'index.html'))
    expect((await get('/app/')).statusCode).toBe(503)
    writeFileSync(join(folder, 'index.html'), '<b>ny</b>')
    expect((await get('/app/')).body).toBe('<b>ny</b>')
  })
})

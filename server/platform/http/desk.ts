import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { packageFolder } from '../package.ts'
import { Problem } from '../problem.ts'
import { deskPolicy } from './headers.ts'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}
const PACKED = new Set(['.js', '.css', '.svg', '.webmanifest', '.txt'])

/** One built file; what it is compressed to is made when first asked for, and kept. */
interface Asset {
  path: string
  type: string
  packs: boolean
  plain?: Buffer
  br?: Promise<Buffer>
  gzip?: Promise<Buffer>
}

/** The desk under /app: files of dist/web by the list made at start, so that no name from outside reaches the disk. */
export function serveDesk(app: FastifyInstance, folder = join(packageFolder, 'dist', 'web')): void {
  let assets = new Map<string, Asset>()
  let page: string | null = null
  let builtAt = -1

  /** A new build is taken up without a restart. */
  function look(): void {
    let changed: number
    try {
      changed = statSync(join(folder, 'index.html')).mtimeMs
    } catch {
      page = null
      return
    }
    if (changed === builtAt) return
    builtAt = changed
    page = readFileSync(join(folder, 'index.html'), 'utf8')
    assets = new Map()
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const extension = extname(entry.name)
      const type = TYPES[extension]
      if (!entry.isFile() || type === undefined) continue
      const path = join(entry.parentPath, entry.name)
      assets.set(`/app${path.slice(folder.length)}`, { path, type, packs: PACKED.has(extension) })
    }
  }

  app.get('/', async (_request, reply) => reply.redirect('/app/', 302))
  app.get('/app', async (_request, reply) => reply.redirect('/app/', 302))
  app.get('/app/*', async (request: FastifyRequest, reply: FastifyReply) => {
    look()
    const path = request.url.split('?', 1)[0]!
    const asset = assets.get(path)
    if (asset !== undefined) return sendAsset(asset, path, request, reply)
    if (path.startsWith('/app/assets/')) throw new Problem(404, 'not-found')
    if (page === null) {
      return reply.code(503).type('text/plain; charset=utf-8').send('The web app is not built yet: node bin/setup\n')
    }
    const nonce = randomBytes(16).toString('base64')
    return reply
      .headers({ 'content-security-policy': deskPolicy(nonce), 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__NONCE__', nonce))
  })
}

async function sendAsset(
  asset: Asset,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  asset.plain ??= readFileSync(asset.path)
  // Names under assets/ carry a hash of their content.
  reply.header('cache-control', path.startsWith('/app/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  reply.type(asset.type)
  const accepted = request.headers['accept-encoding'] ?? ''
  if (!asset.packs) return reply.send(asset.plain)
  reply.header('vary', 'accept-encoding')
  if (/\bbr\b/.test(accepted)) {
    asset.br ??= promisify(brotliCompress)(asset.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    return reply.header('content-encoding', 'br').send(await asset.br)
  }
  if (/\bgzip\b/.test(accepted)) {
    asset.gzip ??= promisify(gzip)(asset.plain, { level: 9 })
    return reply.header('content-encoding', 'gzip').send(await asset.gzip)
  }
  return reply.send(asset.plain)
}

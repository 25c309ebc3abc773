import type { FastifyRequest } from 'fastify'

/**
 * Did this come from our own pages, or from no browser at all? `Sec-Fetch-Site` decides where browsers send it (https and
 * loopback); else `Origin`, which must be the configured address or the one that the browser itself called. A browser sets both
 * headers itself; a program that sends neither holds no one else's cookie.
 */
export function isSameOrigin(request: FastifyRequest, baseUrl: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (typeof site === 'string') return site === 'same-origin' || site === 'none'
  const origin = request.headers.origin
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  // The Host header is compared, never believed: another site cannot choose the one that a victim's browser sends.
  return url.origin === new URL(baseUrl).origin || url.host === request.headers.host
}

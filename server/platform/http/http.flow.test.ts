import { request as rawRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customers, people, session } from '#contract'
import { startHouse, type TestAgent, type TestHouse } from '../../../test/support/house.ts'

let h: TestHouse
let agent: TestAgent
beforeAll(async () => {
  h = await startHouse()
  agent = await h.makeAgent()
})
afterAll(() => h?.stop())

const problem = (type: string) => `https://reda.example/problems/${type}`

async function send(path: string, init: RequestInit = {}) {
  const response = await fetch(`${h.url}${path}`, { redirect: 'manual', ...init })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const post = (body: string | Uint8Array, type: string | null, key = agent.key) =>
  send('/api/v1/customers', {
    method: 'POST',
    body: body as string,
    headers: { authorization: `Bearer ${key}`, ...(type === null ? {} : { 'content-type': type }) },
  })

describe('a request that is not right', () => {
  it('is told which fields are wrong, unknown ones included', async () => {
    const reply = await agent.tell(customers.add, {
      body: { name: 'x', email: 'no address', colour: 'red', organisationId: -1 } as never,
    })
    expect(reply.status).toBe(422)
    expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(reply.body).toMatchObject({ type: problem('invalid-input'), status: 422, title: 'The request is not valid' })
    const paths = (reply.body.errors as { path: string }[]).map((e) => e.path).sort()
    expect(paths).toEqual(['colour', 'email', 'organisationId'])
    expect(reply.body.requestId).toMatch(/^[0-9a-f]{16}$/)
  })

  it('is refused when its query or its address holds what we do not know', async () => {
    expect((await agent.tell(customers.list, { query: { colour: 'red' } as never })).body).toMatchObject({
      errors: [{ path: 'colour' }],
    })
    expect((await agent.tell(customers.get, { params: { id: 'abc' } })).status).toBe(422)
    expect((await agent.tell(customers.get, { params: { id: '99999999999999999999' } })).status).toBe(422)
    expect((await send('/api/v1/customers/%E0%A4%A')).status).toBe(400)
  })

  it.each([
    ['{"name":', 400],
    ['', 422],
    ['[]', 422],
    ['null', 422],
    [new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400],
    ['{"name":"a\\u0000b"}', 422],
    ['{"name":"half \\ud83d of a pair"}', 422],
    ['{"__proto__":{"role":"owner"},"name":"x"}', 422],
  ])('with the body %j is refused with %i', async (body, status) => {
    const reply = await post(body, 'application/json')
    expect(reply.status).toBe(status)
    expect(JSON.parse(reply.text).type).toBe(problem('invalid-input'))
  })

  it.each([
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json\t; charset=utf-8',
    'application/jsonx',
    'application/json;charset=utf-16',
    'application/json, text/plain',
    'Application/vnd.api+json',
    'text/json',
    '*/*',
  ])('with a body of type %s is refused with 415', async (type) => {
    const reply = await post('{"name":"x"}', type)
    expect(reply.status).toBe(415)
    expect(JSON.parse(reply.text).type).toBe(problem('unsupported-media-type'))
  })

  it('is refused with 413 when it is too large, and with 405 and 404 where there is nothing', async () => {
    const large = await post(JSON.stringify({ name: 'x'.repeat(9_000_000) }), 'application/json')
    expect([large.status, JSON.parse(large.text).type]).toEqual([413, problem('too-large')])
    const method = await send('/api/v1/customers', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${agent.key}` },
    })
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, POST'])
    const unknown = await send('/api/v1/<script>alert(1)</script>')
    expect([unknown.status, unknown.text.includes('script')]).toEqual([404, false])
    for (const path of [
      '/api/v1/agents/..;/agents',
      '/api//v1/agents',
      '/API/v1/agents',
      '/api/v1/agents/',
      '/api/v1/agents;x',
    ]) {
      expect([path, (await send(path)).status]).toEqual([path, 404])
    }
  })
})

describe('an answer', () => {
  it('carries the headers that keep browsers from guessing, framing and telling', async () => {
    for (const path of ['/api/v1/setup', '/api/v1/nothing', '/healthz']) {
      const { headers } = await send(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  it('is compressed when it is large and the reader can', async () => {
    for (let i = 0; i < 30; i++) await agent.call(customers.add, { body: { name: `Komprimert kunde ${i}` } })
    const sizes = await Promise.all(
      ['gzip', 'identity'].map(
        (encoding) =>
          new Promise<{ encoding: string | undefined; bytes: number }>((resolve) => {
            rawRequest(
              `${h.url}/api/v1/customers?q=komprimert`,
              { headers: { authorization: `Bearer ${agent.key}`, 'accept-encoding': encoding } },
              (res) => {
                let bytes = 0
                res.on('data', (chunk: Buffer) => {
                  bytes += chunk.length
                })
                res.on('end', () => resolve({ encoding: res.headers['content-encoding'], bytes }))
              },
            ).end()
          }),
      ),
    )
    expect(sizes[0]!.encoding).toBe('gzip')
    expect(sizes[1]!.encoding).toBeUndefined()
    expect(sizes[0]!.bytes).toBeLessThan(sizes[1]!.bytes / 2)
  })
})

describe('a request from another site', () => {
  const write = (headers: Record<string, string | undefined>) =>
    send('/api/v1/session', {
      method: 'PATCH',
      body: JSON.stringify({ name: 'Nytt navn' }),
      headers: Object.entries({ 'content-type': 'application/json', ...headers }) as [string, string][],
    })

  it('cannot write with a cookie, whatever way the browser tells where it came from', async () => {
    const cookie = await h.signIn(agent)
    const host = new URL(h.url).host
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `https://${host}.evil.example` },
      { origin: 'http://localhost.evil.example:3000' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    ]) {
      const reply = await write({ cookie, ...headers })
      expect([headers, reply.status, JSON.parse(reply.text).type]).toEqual([headers, 403, problem('cross-site')])
    }
    expect((await h.api({ cookie }).call(session.me)).agent.name).not.toBe('Nytt navn')
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: `http://${host}` }, {}]) {
      expect((await write({ cookie, ...headers })).status).toBe(200)
    }
  })

  it('cannot sign somebody in either', async () => {
    const reply = await send('/api/v1/session', {
      method: 'POST',
      body: JSON.stringify({ email: agent.email, password: agent.password }),
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
    })
    expect([reply.status, reply.headers.get('set-cookie')]).toEqual([403, null])
  })

  it('never learns anything from the Host it names', async () => {
    const reply = await new Promise<string>((resolve) => {
      rawRequest(`${h.url}/`, { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } }, (res) =>
        resolve(JSON.stringify(res.headers)),
      ).end()
    })
    expect(reply).toContain('"location":"/app/"')
    expect(reply).not.toContain('evil')
  })
})

describe('the house itself', () => {
  it('prints its API', async () => {
    const { status, text } = await send('/api/v1/openapi.json')
    expect([status, JSON.parse(text).openapi, Object.keys(JSON.parse(text).paths).length > 50]).toEqual([
      200,
      '3.1.0',
      true,
    ])
  })

  it('says that it lives, that it is ready, and how busy it is', async () => {
    expect((await send('/healthz')).status).toBe(200)
    expect((await send('/readyz')).status).toBe(200)
    const metrics = await send('/metrics')
    expect(metrics.text).toMatch(
      /reda_http_request_seconds_count\{method="POST",route="\/api\/v1\/customers",status="201"\} \d+/,
    )
    expect(metrics.text).toContain('reda_process_resident_memory_bytes')
  })

  it('shows its figures to others only with the token', async () => {
    const through = { 'x-forwarded-for': '203.0.113.7' }
    expect((await send('/metrics', { headers: through })).status).toBe(404)
    await h.owner.call(people.changeSettings, { body: { values: { 'metrics.token': 'et-langt-tegn' } } })
    expect((await send('/metrics', { headers: { ...through, authorization: 'Bearer et-langt-tegn' } })).status).toBe(
      200,
    )
    expect((await send('/metrics', { headers: { ...through, authorization: 'Bearer et-annet-tegn' } })).status).toBe(
      404,
    )
    expect((await h.owner.call(people.settings)).values['metrics.token']).toBe(true)
  })

  it('answers a flood of unsigned requests with 429 and lets signed ones through', async () => {
    const statuses = new Map<number, number>()
    for (let i = 0; i < 700; i += 50) {
      const replies = await Promise.all(
        Array.from({ length: 50 }, () =>
          fetch(`${h.url}/api/v1/agents`).then((r) => r.arrayBuffer().then(() => r.status)),
        ),
      )
      for (const status of replies) statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(statuses.get(429)).toBeGreaterThanOrEqual(50)
    expect((await agent.tell(people.agents)).status).toBe(200)
  })
})

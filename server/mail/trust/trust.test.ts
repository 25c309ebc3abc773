import { describe, expect, it } from 'vitest'
import { believedResults, readAuthenticationResults } from './authentication-results.ts'
import { dkimKeyNames } from './dkim-keys.ts'
import { dmarcVerdict, type Provenance, verdictsOf } from './verdicts.ts'

const nobody = async () => {
  throw Object.assign(new Error('none'), { code: 'ENOTFOUND' })
}
const records = (zone: Record<string, string[]>) => async (name: string, type: string) => {
  const found = zone[`${type} ${name.toLowerCase()}`]
  if (!found) throw Object.assign(new Error(name), { code: 'ENOTFOUND' })
  return type === 'TXT' ? found.map((text) => [text]) : found
}
const direct: Provenance = {
  road: 'smtp',
  remoteAddress: '192.0.2.10',
  helo: 'mx.kunde.example',
  envelopeFrom: 'ola@kunde.example',
  from: 'ola@kunde.example',
  fromHeaders: 1,
  headers: [],
  dkim: [],
  believed: null,
  behindRelay: false,
}
const strict = {
  'TXT kunde.example': ['v=spf1 ip4:192.0.2.0/24 -all'],
  'TXT _dmarc.kunde.example': ['v=DMARC1; p=reject'],
}
const dmarcOf = async (mail: Partial<Provenance>, resolve = records(strict)) =>
  dmarcVerdict(await verdictsOf({ ...direct, ...mail }, resolve as never))

describe('a mail straight from its sender', () => {
  it('passes when SPF passes for the same domain', async () => expect(await dmarcOf({})).toBe('pass'))
  it('fails from another place', async () => expect(await dmarcOf({ remoteAddress: '198.51.100.1' })).toBe('fail'))
  it('fails when SPF passes for another domain than the one that is shown', async () =>
    expect(
      await dmarcOf({ envelopeFrom: 'x@other.example' }, records({ ...strict, 'TXT other.example': ['v=spf1 +all'] })),
    ).toBe('fail'))
  it('passes by an aligned signature from anywhere', async () =>
    expect(
      await dmarcOf({
        remoteAddress: '198.51.100.1',
        dkim: [{ domain: 'kunde.example', result: 'pass', underSized: false }],
      }),
    ).toBe('pass'))
  it('does not pass by a signature that leaves the end of the mail open', async () =>
    expect(
      await dmarcOf({
        remoteAddress: '198.51.100.1',
        dkim: [{ domain: 'kunde.example', result: 'pass', underSized: true }],
      }),
    ).toBe('fail'))
  it('says none when the domain publishes nothing, or nobody can be asked', async () => {
    expect(await dmarcOf({}, nobody as never)).toBe('none')
    const silent = async () => {
      throw Object.assign(new Error('silence'), { code: 'ETIMEOUT' })
    }
    expect(await dmarcOf({}, silent as never)).toBe('none')
  })
})

describe('a mail behind a server of ours', () => {
  const header = (value: string) => ({ key: 'authentication-results', value })
  const behind = { behindRelay: true, believed: 'mx.firma.example' }
  it('is judged by that server only, by its topmost words', async () => {
    const honest = header(
      'mx.firma.example; spf=pass smtp.mailfrom=kunde.example; dmarc=fail (p=reject; dis=none) header.from=kunde.example',
    )
    const forged = header('mx.firma.example; dmarc=pass header.from=kunde.example')
    expect(await dmarcOf({ ...behind, headers: [honest, forged] })).toBe('fail')
    expect(await dmarcOf({ ...behind, headers: [header('mx.attacker.example; dmarc=pass'), honest] })).toBe('fail')
    expect(
      await dmarcOf({ ...behind, headers: [header('mx.attacker.example; dmarc=pass header.from=kunde.example')] }),
    ).toBe('none')
  })
  it('is believed by nobody when no name is set', async () =>
    expect(await dmarcOf({ ...behind, believed: null, headers: [header('mx.firma.example; dmarc=pass')] })).toBe(
      'none',
    ))
  it('does not pass for another domain than the one that is shown', async () =>
    expect(
      await dmarcOf({ ...behind, headers: [header('mx.firma.example; dmarc=pass header.from=other.example')] }),
    ).toBe('none'))
})

describe('Authentication-Results', () => {
  it('are read without being fooled by comments and quoted words', () => {
    const read = readAuthenticationResults(
      'mx.example 1 (x; dmarc=pass); spf=fail reason="a; dmarc=pass" smtp.mailfrom=a@b.example;\r\n dkim = pass header.d = B.example',
    )
    expect(read).toEqual({
      authservId: 'mx.example',
      methods: [
        { method: 'spf', result: 'fail', properties: { reason: 'a; dmarc=pass', 'smtp.mailfrom': 'a@b.example' } },
        { method: 'dkim', result: 'pass', properties: { 'header.d': 'b.example' } },
      ],
    })
  })
  it('of thousand open brackets end soon and say nothing', () => {
    expect(believedResults([{ key: 'authentication-results', value: '('.repeat(100_000) }], 'mx.example')).toBeNull()
  })
})

it('finds which keys the signatures of a mail need, folded headers included', () => {
  const mail = [
    'Received: from a by b',
    'DKIM-Signature: v=1; a=rsa-sha256; d=kunde.example;',
    '\ts=2026; h=from:to; bh=x; b=y',
    'dkim-signature: v=1; s=k2; d=Relay.example; b=z',
    'From: a@b.example',
    '',
    'DKIM-Signature: s=body; d=body.example',
  ].join('\r\n')
  expect(dkimKeyNames(Buffer.from(mail))).toEqual(['2026._domainkey.kunde.example', 'k2._domainkey.relay.example'])
})

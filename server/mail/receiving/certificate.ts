import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/*
 * A self-signed certificate for STARTTLS, so that mail between servers is encrypted from the first start (opportunistic TLS,
 * RFC 7435: senders do not check the name). Node can sign but not write X.509, so the few DER shapes of RFC 5280 stand here.
 */

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 255 ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body])
}
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts)
const set = (...parts: Uint8Array[]) => der(0x31, ...parts)
const utf8 = (text: string) => der(0x0c, Buffer.from(text))
const bitString = (bytes: Uint8Array) => der(0x03, Buffer.from([0]), bytes)
const octets = (bytes: Uint8Array) => der(0x04, bytes)

function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number) as [number, number, ...number[]]
  const bytes = [first * 40 + second]
  for (const part of rest) {
    const groups = [part & 127]
    for (let left = part >>> 7; left > 0; left >>>= 7) groups.unshift((left & 127) | 128)
    bytes.push(...groups)
  }
  return der(0x06, Buffer.from(bytes))
}

/** RFC 5280, 4.1.2.5: two-digit years until 2049, four digits from 2050 on. */
function time(at: Date): Buffer {
  const text = `${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`
  return at.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(text.slice(2))) : der(0x18, Buffer.from(text))
}

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'

/** A new P-256 key and a certificate for these host names, both PEM, valid for ten years from yesterday (clocks differ). */
export function selfSignedCertificate(names: readonly string[], now: Date): { key: string; certificate: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const serial = randomBytes(16)
  serial[0] = (serial[0]! & 0x7f) | 0x40
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8(names[0]!.slice(0, 64)))))
  const day = 24 * 60 * 60_000
  const alternatives = sequence(...names.map((host) => der(0x82, Buffer.from(host, 'latin1'))))
  const extensions = der(
    0xa3,
    sequence(
      sequence(oid('2.5.29.17'), octets(alternatives)),
      sequence(oid('2.5.29.19'), der(0x01, Buffer.from([0xff])), octets(sequence())),
    ),
  )
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    sequence(oid(ECDSA_WITH_SHA256)),
    name,
    sequence(time(new Date(now.getTime() - day)), time(new Date(now.getTime() + 3650 * day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  )
  const whole = sequence(body, sequence(oid(ECDSA_WITH_SHA256)), bitString(sign('sha256', body, privateKey)))
  const lines = whole
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

import { hostname } from 'node:os'
import { type House, SYSTEM, transact } from '#platform'
import { certificate as certificateSetting } from '../settings.ts'
import { selfSignedCertificate } from './certificate.ts'

const PLACE = 'settings.mail.certificate'

/** The certificate for STARTTLS: the administrator's, else a self-signed one that is made once and then kept. */
export async function receiverCertificate(house: House): Promise<{ key: string; certificate: string }> {
  const kept = await house.settings.get(certificateSetting)
  if (kept) return { certificate: kept.certificate, key: house.secrets.open(kept.key, PLACE) }
  const names = [...new Set([new URL(house.config.baseUrl).hostname, hostname(), 'localhost'])].filter((name) =>
    /^[a-z0-9.-]{1,253}$/i.test(name),
  )
  const made = selfSignedCertificate(names, house.now())
  await transact(house, (tx) =>
    house.settings.set(tx, SYSTEM, certificateSetting, {
      certificate: made.certificate,
      key: house.secrets.seal(made.key, PLACE),
      own: false,
    }),
  )
  return made
}

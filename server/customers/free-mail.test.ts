import { expect, it } from 'vitest'
import { domainsOf, isFreeMail } from './free-mail.ts'

it('knows the domains where anybody may have an address', () => {
  for (const domain of ['gmail.com', 'online.no', 'mail.dk', 'telia.com', 'saunalahti.fi', 'luukku.com']) {
    expect(isFreeMail(domain)).toBe(true)
    expect(domainsOf(`noen@${domain}`)).toEqual([])
    expect(domainsOf(`noen@mail.${domain}`)).toEqual([])
  }
})

it('reads from an address which organisations it may belong to', () => {
  expect(domainsOf('kari@post.firma.example')).toEqual(['post.firma.example', 'firma.example'])
  expect(domainsOf('kari@localhost')).toEqual([])
})

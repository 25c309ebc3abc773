import { describe, expect, it } from 'vitest'
import { bodyOf, connectionOf, keptSecrets, type Provider, withProvider, wrongOf } from './connection.ts'

const address = 'support@firma.example'
const bare = { address, imap: null, smtp: null }
const microsoft: Provider = {
  id: 'microsoft365',
  name: 'Microsoft 365',
  imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
  smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  signIn: 'oauth',
  oauth: { tokenUrl: 'https://login.example/token', scope: 'mail' },
  authservId: null,
}
const generic: Provider = { ...microsoft, id: 'generic', signIn: 'password', oauth: null }
const stored = {
  address,
  imap: { host: 'mx.firma.example', port: 993, security: 'tls', user: 'ola', hasPassword: true, folders: ['INBOX'] },
  smtp: { host: 'ut.firma.example', port: 587, security: 'starttls', user: 'ola', hasPassword: true },
}

describe('the settings of a provider', () => {
  it('fill both roads, and sign in as the address', () => {
    const values = withProvider(connectionOf(bare), generic, address)
    expect(bodyOf({ ...values, imap: { ...values.imap, signIn: { ...values.imap.signIn, password: 'x' } } })).toEqual({
      imap: {
        host: 'outlook.office365.com',
        port: 993,
        security: 'tls',
        anyCertificate: false,
        user: address,
        password: 'x',
        oauth: null,
        folders: ['INBOX'],
        after: 'seen',
        moveTo: 'Reda',
        importDays: 0,
      },
      smtp: {
        host: 'smtp.office365.com',
        port: 587,
        security: 'starttls',
        anyCertificate: false,
        user: address,
        password: 'x',
        oauth: null,
      },
    })
  })

  it('ask for a client and its token where passwords are refused', () => {
    const values = withProvider(connectionOf(bare), microsoft, address)
    expect(wrongOf(values, bare)).toEqual({
      'imap.oauth.clientId': 'errors.required',
      'imap.oauth.refreshToken': 'mailbox.secretNeeded',
    })
    expect(bodyOf(values).smtp).toMatchObject({ oauth: { provider: 'microsoft365', scope: 'mail' }, password: null })
  })
})

describe('a secret that the house keeps', () => {
  it('need not be typed again, and is not sent', () => {
    const values = connectionOf(stored)
    expect(values.sameSignIn).toBe(true)
    expect(wrongOf(values, stored)).toEqual({})
    expect(bodyOf(values).imap).toMatchObject({ user: 'ola', password: null })
  })

  it('is asked for again when the server or the user is another', () => {
    const values = connectionOf(stored)
    const moved = { ...values, smtp: { ...values.smtp, host: 'mx.evil.example' } }
    expect(keptSecrets(stored.smtp, moved.smtp, moved.imap.signIn).password).toBe(false)
    expect(wrongOf(moved, stored)).toEqual({ 'imap.password': 'mailbox.secretNeeded' })
  })
})

it('says which field is not right, by the name that the house uses', () => {
  const values = connectionOf(stored)
  const wrong = wrongOf(
    {
      ...values,
      folders: ' \n',
      importDays: 'ti',
      after: 'move',
      moveTo: '',
      imap: { ...values.imap, host: '', port: '70000' },
      sameSignIn: false,
      smtp: { ...values.smtp, port: '' },
    },
    stored,
  )
  expect(Object.keys(wrong).sort()).toEqual([
    'imap.folders',
    'imap.host',
    'imap.importDays',
    'imap.moveTo',
    'imap.password',
    'imap.port',
    'smtp.port',
  ])
})

it('needs nothing where the house itself receives and sends', () => {
  const values = connectionOf(bare)
  expect(wrongOf(values, bare)).toEqual({})
  expect(bodyOf(values)).toEqual({ imap: null, smtp: null })
})

import { describe, expect, it } from 'vitest'
import { readMail } from '../parse/index.ts'
import { subjectSays } from './automatic.ts'

const automatic = (headers: string, body = 'Hei') =>
  readMail(
    Buffer.from(`From: Kari Nordmann <kari@customer.example>\nTo: support@helpdesk.example\n${headers}\n\n${body}`),
  ).automatic

describe('automatic by its headers', () => {
  it.each([
    ['Auto-Submitted: auto-replied', 'out-of-office'],
    ['Auto-Submitted: auto-generated', 'notification'],
    ['Auto-Submitted: auto-replied (vacation)', 'out-of-office'],
    ['X-Autoreply: yes', 'out-of-office'],
    ['X-Autorespond: Faktura', 'out-of-office'],
    ['Precedence: auto_reply', 'out-of-office'],
    ['Precedence: bulk', 'notification'],
    ['Precedence: junk', 'notification'],
    ['X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent', 'out-of-office'],
    ['List-Unsubscribe: <mailto:leave@list.example>', 'newsletter'],
    ['Feedback-ID: 1:2:3:esp', 'newsletter'],
    ['List-Id: <news.list.example>\nList-Post: <mailto:news@list.example>', 'list'],
    ['Precedence: list', 'list'],
    ['Return-Path: <>\nSubject: Takk for meldingen', 'out-of-office'],
    ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b', 'receipt'],
  ])('%s', (header, kind) => {
    expect(automatic(header)).toMatchObject({ is: true, kind })
  })

  it.each([
    'Auto-Submitted: no',
    'X-Auto-Response-Suppress: All',
    'X-Autoreply: no',
    'Precedence: list\nIn-Reply-To: <1@helpdesk.example>',
    'List-Id: <group.customer.example>\nSubject: Re: [260112001] Faktura',
    'Precedence: bulk\nList-Id: <group.customer.example>\nIn-Reply-To: <1@helpdesk.example>',
    'Return-Path: <kari@customer.example>',
    'Importance: high',
    'Precedence: first-class',
  ])('is not: %s', (header) => {
    expect(automatic(header)).toEqual({ is: false, kind: null, reason: null })
  })

  it('says what gave it away', () => {
    expect(automatic('Auto-Submitted: auto-replied').reason).toBe('Auto-Submitted: auto-replied')
  })
})

describe('automatic by its subject', () => {
  it.each([
    'Automatic reply: Invoice',
    'Automatisk svar: Faktura',
    'Autosvar: Faktura',
    'Automatiskt svar: Faktura',
    'Automaattinen vastaus: Lasku',
    'Automatische Antwort: Rechnung',
    'Abwesenheitsnotiz',
    'Out of Office: Invoice',
    'AUTO: Kari Nordmann is out of the office (returning 12.01.2026)',
    'AUTO: Kari Nordmann er ikke på kontoret (tilbake 12.01.2026)',
    'AUTO: Anna Öberg är inte på kontoret',
    'Automatic email reply',
    'Out of office',
    'OOO - back Monday',
    'Re: Out of Office AutoReply: Invoice',
    'SV: Fraværende: Ferie',
    'Fravær: Ola Nordmann',
    'Ikke på kontoret',
    'Ikkje til stades',
    'Frånvarande',
    'Ej på kontoret - åter måndag',
    'Lomaviesti',
    'Poissa: Lasku',
    'Réponse automatique : Facture',
    '[EXTERN] Automatisk svar: Faktura',
  ])('%s', (subject) => {
    expect(subjectSays(subject)).toBe('out-of-office')
  })

  it.each(['Lest: Faktura', 'Læst: Faktura', 'Läst: Faktura', 'Luettu: Lasku', 'Read: Invoice', 'Not read: Invoice'])(
    'a receipt: %s',
    (subject) => {
      expect(subjectSays(subject)).toBe('receipt')
    },
  )

  it.each([
    'Fravær registreres feil i timelisten',
    'Automatisk fakturering virker ikke',
    'Poissaolot eivät näy raportissa',
    'Ferie',
    'Read the attached please',
    'Autosvar virker ikke hos oss',
    'How do I set up an automatic reply: help',
    'Frånvaro',
    'Lest dette?',
    'Out of stock: jacket',
    'Faktura',
    '',
  ])('is not: %s', (subject) => {
    expect(subjectSays(subject)).toBeNull()
  })

  it('a common word counts only when the text agrees', () => {
    expect(automatic('Subject: Ferie: Kari Nordmann', 'Jeg har ferie og er tilbake mandag 3. august.').kind).toBe(
      'out-of-office',
    )
    expect(automatic('Subject: Ferie: hvordan registrerer jeg den?', 'Hei, hvor finner jeg skjemaet?').is).toBe(false)
  })

  it('a long text under «Read:» is a person’s', () => {
    expect(automatic('Subject: Read: my complaint', 'The delivery was late again. '.repeat(40)).is).toBe(false)
  })
})

describe('automatic by its sender', () => {
  it.each(['no-reply', 'noreply', 'ikke-svar', 'donotreply', 'notifications'])('%s', (local) => {
    expect(readMail(Buffer.from(`From: ${local}@shop.example\nSubject: Order\n\nHei`)).automatic).toMatchObject({
      is: true,
      kind: 'notification',
    })
  })
})

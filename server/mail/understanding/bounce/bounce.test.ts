import { describe, expect, it } from 'vitest'
import { readMail } from '../../parse/index.ts'

const read = (head: string, body: string) =>
  readMail(
    Buffer.from(`${head.trim()}\nTo: support@helpdesk.example\nDate: Mon, 12 Jan 2026 10:22:00 +0100\n\n${body}`),
  )
const summary = (head: string, body: string) =>
  read(head, body).bounce?.recipients.map((r) => [r.address, r.status, r.permanent])

const ORIGINAL = `Received: from helpdesk.example by mx.example with ESMTP
Message-ID: <t.1.abc@helpdesk.example>
From: Support <support@helpdesk.example>
To: kari@customer.example
Subject: Re: Faktura
References: <0@customer.example>

Hei Kari`

const report = (perRecipient: string, extra = '') => `--b
Content-Type: text/plain

Your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Mon, 12 Jan 2026 10:22:00 +0100

${perRecipient}

--b
Content-Type: message/rfc822

${ORIGINAL}
${extra}--b--
`
const REPORT_HEAD =
  'From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b'

describe('a delivery report', () => {
  it('names each recipient, its code, and whether trying again helps', () => {
    const both =
      'Final-Recipient: rfc822; Kari@customer.example\nOriginal-Recipient: rfc822;sales@customer.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <kari@customer.example>: User unknown\n\nFinal-Recipient: rfc822; per@customer.example\nAction: delayed\nStatus: 4.4.1\n'
    expect(summary(REPORT_HEAD, report(both))).toEqual([
      ['kari@customer.example', '5.1.1', true],
      ['per@customer.example', '4.4.1', false],
    ])
    expect(read(REPORT_HEAD, report(both)).bounce?.recipients[0]?.original).toBe('sales@customer.example')
  })

  it('knows the mail that failed', () => {
    const { bounce, automatic } = read(
      REPORT_HEAD,
      report('Final-Recipient: rfc822; kari@customer.example\nAction: failed\nStatus: 5.0.0'),
    )
    expect(bounce?.originalMessageId).toBe('<t.1.abc@helpdesk.example>')
    expect(bounce?.originalReferences).toEqual(['<0@customer.example>'])
    expect(automatic).toMatchObject({ is: true, kind: 'bounce' })
  })

  it('takes a missing or empty code from the server’s own words', () => {
    expect(
      summary(
        REPORT_HEAD,
        report(
          'Final-Recipient: rfc822; kari@customer.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full',
        ),
      ),
    ).toEqual([['kari@customer.example', '5.2.2', true]])
    expect(
      summary(
        REPORT_HEAD,
        report(
          'Final-Recipient: rfc822; kari@customer.example\nAction: failed\nDiagnostic-Code: smtp; 451 Try again later',
        ),
      ),
    ).toEqual([['kari@customer.example', '4.4.7', false]])
  })

  it('of success is no bounce', () => {
    expect(
      summary(
        REPORT_HEAD.replace('Undelivered Mail Returned to Sender', 'Delivered'),
        report('Final-Recipient: rfc822; kari@customer.example\nAction: delivered\nStatus: 2.0.0'),
      ),
    ).toBeUndefined()
  })

  it('that a gateway wrapped into a mail of its own is found', () => {
    const inner = `From: MAILER-DAEMON@mx.example\nSubject: Returned mail\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n${report('Final-Recipient: rfc822; kari@customer.example\nAction: failed\nStatus: 5.1.1')}`
    expect(
      summary(
        'From: MAILER-DAEMON@gateway.example\nSubject: Returned mail: User unknown\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=outer',
        `--outer\n\nThe following addresses had permanent errors\n--outer\nContent-Type: message/rfc822\n\n${inner}\n--outer--`,
      ),
    ).toEqual([['kari@customer.example', '5.1.1', true]])
  })
})

const FREE_FORM: [server: string, head: string, body: string, expected: [string, boolean]][] = [
  [
    'qmail',
    'From: MAILER-DAEMON@mx.example\nSubject: failure notice',
    `Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<kari@customer.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 No such user here\nGiving up on 192.0.2.1.\n\n--- Below this line is a copy of the message.\n\n${ORIGINAL}`,
    ['kari@customer.example', true],
  ],
  [
    'Exim',
    'From: Mail Delivery System <Mailer-Daemon@mx.example>\nSubject: Mail delivery failed: returning message to sender',
    `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  kari@customer.example\n    host mx.customer.example [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<kari@customer.example>:\n    550 Unrouteable address\n\n------ This is a copy of the message, including all the headers. ------\n\n${ORIGINAL}`,
    ['kari@customer.example', true],
  ],
  [
    'Exim with its header',
    'From: Mailer-Daemon@mx.example\nSubject: Mail delivery failed\nX-Failed-Recipients: kari@customer.example',
    'could not be delivered\n  other@elsewhere.example\n',
    ['kari@customer.example', true],
  ],
  [
    'Exim, a warning',
    'From: Mail Delivery System <Mailer-Daemon@mx.example>\nSubject: Warning: message 1abc delayed 24 hours',
    `This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue.\n\nThe address to which the message has not yet been delivered is:\n\n  kari@customer.example\n    Delay reason: Connection timed out\n\nNo action is required on your part. Delivery attempts will continue for\nsome time.\n`,
    ['kari@customer.example', false],
  ],
  [
    'Postfix without a report',
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender',
    `This is the mail system at host mx.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<kari@customer.example>: host mx.customer.example[192.0.2.1] said: 452 4.2.2\n    Mailbox full (in reply to RCPT TO command)\n`,
    ['kari@customer.example', false],
  ],
  [
    'sendmail',
    'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>\nSubject: Returned mail: see transcript for details',
    `The original message was received at Mon, 12 Jan 2026 10:22:00 +0100\nfrom helpdesk.example [192.0.2.2]\n\n   ----- The following addresses had permanent fatal errors -----\n<kari@customer.example>\n    (reason: 550 5.1.1 User unknown)\n\n   ----- Transcript of session follows -----\n... while talking to mx.customer.example.:\n>>> DATA\n<<< 550 5.1.1 User unknown\n550 5.1.1 <kari@customer.example>... User unknown\n`,
    ['kari@customer.example', true],
  ],
  [
    'Exchange 2003',
    'From: System Administrator <postmaster@customer.example>\nSubject: Undeliverable: Re: Faktura',
    `Your message\n\n  To:      sales@customer.example\n  Subject: Re: Faktura\n  Sent:    Mon, 12 Jan 2026 10:22:00 +0100\n\ndid not reach the following recipient(s):\n\nkari@customer.example on Mon, 12 Jan 2026 10:22:05 +0100\n    The recipient name is not recognized\n`,
    ['kari@customer.example', true],
  ],
  [
    'Microsoft 365 nb',
    'From: postmaster@customer.example\nSubject: Kan ikke leveres: Faktura',
    `Kunne ikke levere til følgende mottakere eller grupper:\n\nkari@customer.example (kari@customer.example)\nE-postadressen du skrev, ble ikke funnet.\n\nDiagnoseinformasjon for administratorer:\nkari@customer.example\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'\n`,
    ['kari@customer.example', true],
  ],
  [
    'Microsoft 365 sv',
    'From: Microsoft Outlook <postmaster@customer.example>\nSubject: Oleverbart: Faktura',
    `Det gick inte att leverera till följande mottagare eller grupper:\n\nkari@customer.example\nMottagarens brevlåda är full. 552 5.2.2 mailbox full\n`,
    ['kari@customer.example', true],
  ],
  [
    'Gmail',
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nSubject: Delivery Status Notification (Failure)',
    `Address not found\n\nYour message wasn't delivered to kari@customer.example because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 The email account that you tried to reach does not exist.\n`,
    ['kari@customer.example', true],
  ],
  [
    'Yahoo',
    'From: MAILER-DAEMON@yahoo.example\nSubject: Failure Notice',
    `Sorry, we were unable to deliver your message to the following address.\n\n<kari@customer.example>:\nRemote host said: 554 delivery error: dd This user doesn't have a yahoo.example account (kari@customer.example) [0]\n`,
    ['kari@customer.example', true],
  ],
  [
    'Notes',
    'From: Domino <postmaster@customer.example>\nSubject: DELIVERY FAILURE: User kari (kari@customer.example) not listed in Domino Directory',
    `Your message\n\n  Subject: Re: Faktura\n\nwas not delivered to:\n\n  kari@customer.example\n\nbecause:\n\n  User kari (kari@customer.example) not listed in Domino Directory\n`,
    ['kari@customer.example', true],
  ],
  [
    'X.400',
    'From: X400 Gateway <postmaster@gw.example>\nSubject: Delivery Report (failure) for kari@customer.example',
    `This report relates to your message: Subject: Re: Faktura,\n        Message-ID: <t.1.abc@helpdesk.example>\n\nYour message was not delivered to   kari@customer.example\n        for the following reason:\n        Diagnostic was Unable to transfer, -1\n        Information Unknown recipient\n`,
    ['kari@customer.example', true],
  ],
  [
    'MDaemon',
    'From: MDaemon <MDaemon@customer.example>\nSubject: Warning: kari@customer.example - User unknown!',
    'The attached message had PERMANENT fatal delivery errors!\n\nFailed address: kari@customer.example\n\n550 <kari@customer.example>... User unknown\n',
    ['kari@customer.example', true],
  ],
  [
    'a full mailbox without a code',
    'From: postmaster@customer.example\nSubject: Mail delivery failed',
    'Delivery to the following recipient failed:\n\n   kari@customer.example\n\nThe mailbox is over quota.\n',
    ['kari@customer.example', true],
  ],
  [
    'James',
    'From: postmaster@customer.example\nSubject: [BOUNCE]',
    "Hi. This is the James mail server at customer.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\nkari@customer.example\n",
    ['kari@customer.example', true],
  ],
]

describe('a bounce in words', () => {
  it.each(FREE_FORM)('is read: %s', (_server, head, body, [address, permanent]) => {
    const { bounce, automatic } = read(head, body)
    expect(bounce?.recipients.map((r) => r.address)).toEqual([address])
    expect(bounce?.recipients[0]?.permanent).toBe(permanent)
    expect(automatic.kind).toBe('bounce')
  })

  it('knows the mail that failed when a copy of it follows', () => {
    for (const [server, head, body] of FREE_FORM) {
      if (!body.includes('t.1.abc')) continue
      expect([server, read(head, body).bounce?.originalMessageId]).toEqual([server, '<t.1.abc@helpdesk.example>'])
    }
  })

  it('names each of several recipients with its own verdict', () => {
    expect(
      summary(
        'From: MAILER-DAEMON@mx.example\nSubject: failure notice',
        'I was not able to deliver your message to the following addresses.\n\n<kari@customer.example>:\n550 5.1.1 user unknown\n\n<per@other.example>:\n452 4.2.2 mailbox full, try later\n',
      ),
    ).toEqual([
      ['kari@customer.example', '5.1.1', true],
      ['per@other.example', '4.2.2', false],
    ])
  })

  it('finds the server’s code at the end of a wrapped line', () => {
    expect(
      summary(
        'From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender',
        'Your message could not be delivered.\n\n<kari@customer.example>: host mx.customer.example said: 452\n    <kari@customer.example> Mailbox size limit exceeded\n',
      ),
    ).toEqual([['kari@customer.example', '4.2.2', false]])
  })

  it('names the address that we wrote to beside the one that it was forwarded to', () => {
    const { bounce } = read(
      'From: Mailer-Daemon@mx.example\nSubject: Mail delivery failed\nX-Failed-Recipients: kari@home.example',
      'The following address(es) failed:\n\n  kari@home.example\n    (ultimately generated from kari@customer.example)\n    all hosts have been failing for a long time\n',
    )
    expect(bounce?.recipients[0]).toMatchObject({ address: 'kari@home.example', original: 'kari@customer.example' })
  })

  it('shows its words, also those in lines like a header’s, and folds only the mail that it returns', () => {
    const words =
      'This report is about a message with these fields:\n\n  From: support@helpdesk.example\n  Date: Mon, 12 Jan 2026 10:22:00 +0100\n  Subject: Faktura\n\nIt cannot be delivered to the following recipient:\n\n  kari@customer.example\n  550 5.1.1 user unknown'
    const head = 'From: postmaster@mx.example\nSubject: Delivery Notification: Delivery has failed'
    expect(read(head, words).replyText).toBe(words)
    const mail = read(head, `${words}\n\n----- Original message -----\n\n${ORIGINAL}`)
    expect(mail.replyText).toBe(words)
    expect(mail.folds.map((fold) => fold.kind)).toEqual(['quote'])
    expect(mail.text).toContain('Hei Kari')
  })

  it('of a sending service in JSON is read', () => {
    expect(
      summary(
        'From: no-reply@sns.example\nSubject: AWS Notification Message',
        '{"notificationType":"Bounce","bounce":{"bounceType":"Transient","bouncedRecipients":[{"emailAddress":"Kari@customer.example","status":"4.4.7"}]}}',
      ),
    ).toEqual([['kari@customer.example', '4.4.7', false]])
  })
})

describe('no bounce', () => {
  it.each([
    [
      'a customer who writes about one',
      'From: Kari <kari@customer.example>\nSubject: Undelivered mail?',
      'Hi, I get "550 user unknown" when I write to my friend per@other.example. Can you help?',
    ],
    [
      'a customer who forwards one as a file',
      'From: Kari <kari@customer.example>\nSubject: Fwd: failure notice\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b',
      '--b\n\nWhat is this?\n--b\nContent-Type: message/rfc822\n\nFrom: MAILER-DAEMON@mx.example\nSubject: failure notice\n\n<x@y.example>: 550 user unknown\n--b--',
    ],
    [
      'an absence reply',
      'From: Kari <kari@customer.example>\nSubject: Automatic reply: Faktura\nAuto-Submitted: auto-replied\nReturn-Path: <>',
      'I am out of the office until Monday.',
    ],
    [
      'a parcel that could not be delivered',
      'From: Kari <kari@customer.example>\nSubject: Parcel not delivered',
      'The driver was unable to deliver the parcel. Where is it?',
    ],
    [
      'a read receipt',
      'From: Kari <kari@customer.example>\nSubject: Lest: Faktura\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b',
      '--b\n\nMeldingen ble lest.\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; kari@customer.example\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--',
    ],
    [
      'a complaint report',
      'From: fbl@isp.example\nSubject: Abuse report\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=b',
      '--b\n\nThis is an abuse report.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--',
    ],
  ])('is %s', (_name, head, body) => {
    expect(read(head, body).bounce).toBeNull()
  })
})

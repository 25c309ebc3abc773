import { mail } from '#contract'
import { NotFound, type Route, route, transact } from '#platform'
import { setHintAside, ticketHints } from './hints/ticket-hints.ts'
import { inboundMail, inboundMails } from './inbound/inbound-list.ts'
import { reprocess } from './inbound/reprocess.ts'
import { addMailbox, changeMailbox, makeDkimKey } from './mailboxes/change-mailbox.ts'
import { detectProvider } from './mailboxes/detect-provider.ts'
import { allMailboxes, mailboxAnswer, mailboxById } from './mailboxes/mailbox.ts'
import { testMailbox } from './mailboxes/test-mailbox.ts'
import { queueTest } from './sending/system-mail.ts'

export const mailRoutes: Route[] = [
  route(mail.mailboxes, async ({ house }) => ({ items: (await allMailboxes(house.db)).map(mailboxAnswer) })),
  route(mail.addMailbox, async ({ house, actor, body }) =>
    mailboxAnswer(await transact(house, (tx) => addMailbox(tx, actor, body))),
  ),
  route(mail.changeMailbox, async ({ house, actor, params, body }) =>
    mailboxAnswer(await transact(house, (tx) => changeMailbox(tx, actor, params.id, body))),
  ),
  route(mail.detectProvider, async ({ house, body }) => {
    const { id, name, imap, smtp, signIn, oauth, authservId } = await detectProvider(house, body.address)
    return { id, name, imap, smtp, signIn, oauth: oauth ?? null, authservId }
  }),
  route(mail.testMailbox, ({ house, params }) => testMailbox(house, params.id)),
  route(mail.sendTest, async ({ house, actor, params }) => {
    await transact(house, async (tx) => {
      const mailbox = await mailboxById(tx, params.id)
      if (!mailbox) throw new NotFound()
      await queueTest(tx, mailbox, actor.email, actor.language)
    })
    return { to: actor.email }
  }),
  route(mail.makeDkimKey, ({ house, params, body }) =>
    transact(house, (tx) => makeDkimKey(tx, params.id, body.selector)),
  ),
  route(mail.inbound, ({ house, query }) => inboundMails(house.db, query)),
  route(mail.rawInbound, async ({ house, params, reply }) => {
    const row = await house.db
      .selectFrom('inbound_mails')
      .select(['raw_sha256', 'size'])
      .where('id', '=', params.id)
      .executeTakeFirst()
    if (!row?.raw_sha256) throw new NotFound()
    return reply
      .header('content-type', 'message/rfc822')
      .header('content-length', row.size)
      .header('content-disposition', `attachment; filename="mail-${params.id}.eml"`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(house.storage.stream(row.raw_sha256))
  }),
  route(mail.reprocess, async ({ house, params }) => {
    await transact(house, (tx) => reprocess(tx, params.id))
    return inboundMail(house.db, params.id)
  }),
  route(mail.hints, ({ house, actor, params: { number } }) => ticketHints(house.db, actor, number)),
  route(mail.setHintAside, async ({ house, actor, params, body }) => {
    await transact(house, (tx) => setHintAside(tx, actor, { ...params, ...body }))
    return undefined
  }),
]

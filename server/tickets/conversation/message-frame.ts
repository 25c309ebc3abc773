import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { Language } from '#contract'
import { wordsIn } from '#i18n'
import { type AgentActor, type House, NotFound } from '#platform'
import { fileAddress } from '../files/attachments.ts'
import { seenTicketId } from '../seen-ticket.ts'
import { type Framed, frameDocument, framePolicy } from './frame.ts'

/** A message body as a document for a sandboxed frame. `images` shown: the reader asked for what the mail would load from elsewhere. */
export async function messageFrame(
  house: House,
  me: AgentActor,
  {
    number,
    messageId,
    images,
    language,
  }: { number: string; messageId: number; images: string; language?: string | undefined },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ticketId = await seenTicketId(house.db, me, number)
  const { rows } = await sql<Omit<Framed, 'images'> & { images: { cid: string; id: string }[] | null }>`
    select m.body_text as "bodyText", m.body_html as "bodyHtml", m.sanitiser_version as "sanitiserVersion", m.folds,
      (select jsonb_agg(jsonb_build_object('cid', a.content_id, 'id', a.public_id)) from attachments a
        where a.message_id = m.id and a.content_id is not null) as images
    from messages m where m.id = ${messageId} and m.ticket_id = ${ticketId}`.execute(house.db)
  const message = rows[0]
  if (!message) throw new NotFound()
  const read = Language.safeParse(language).data ?? me.language
  const withImages = images === 'shown'
  const document = frameDocument(
    { ...message, images: new Map((message.images ?? []).map(({ cid, id }) => [cid, fileAddress(id)])) },
    { folded: wordsIn(read)('thread.showQuoted'), language: read, withImages },
  )
  return reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': framePolicy(withImages),
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'private, no-store',
    })
    .send(document)
}

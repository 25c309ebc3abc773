import { sql } from 'kysely'
import type { Body, FieldValues, tickets } from '#contract'
import { type Person, personFor } from '#customers'
import { type AgentActor, type House, InvalidInput, isRepeated, transact } from '#platform'
import { nowIn } from './clock.ts'
import { bodyOf } from './conversation/body.ts'
import type { IncomingMessage } from './conversation/incoming.ts'
import type { MessageFile } from './conversation/message.ts'
import { replyTo } from './conversation/reply.ts'
import { checkNamed } from './facts.ts'
import { ownUploads } from './files/attachments.ts'
import { takeNumber } from './numbers/take-number.ts'
import { openTicket } from './open-ticket.ts'

type Request = Body<typeof tickets.open>

/**
 * An agent (or an API key) opens a ticket: what the customer said goes in as theirs, or, with `sendToCustomer`, goes out as ours.
 * Everything is checked before the number is drawn, so that numbers stay consecutive.
 */
export async function openFromRequest(house: House, me: AgentActor, input: Request): Promise<string> {
  const { requester } = input
  const isNamed = requester !== undefined && ('id' in requester || requester.email || requester.name || requester.phone)
  if (requester !== undefined && !isNamed) {
    throw new InvalidInput('requester', 'Give an address, a name or a phone number')
  }
  if (input.sendToCustomer && !requester) throw new InvalidInput('requester', 'There is nobody to send it to')
  if (input.sendToCustomer && !input.description && !input.descriptionHtml) {
    throw new InvalidInput('description', 'There is nothing to send')
  }
  const facts = await checkNamed(house.db, {
    ...input,
    ...(requester && 'id' in requester ? { requesterId: requester.id } : {}),
  })
  await refuseMissingUploads(house, me, input.attachments)
  const taken = await takeNumber(house)
  return transact(house, async (tx) => {
    const person = requester ? await personFor(tx, requester) : null
    const body = bodyOf({
      ...(input.descriptionHtml ? { bodyHtml: input.descriptionHtml } : {}),
      bodyText: input.description,
    })
    const text = input.description || body.text
    const uploads = await ownUploads(tx, me.id, input.attachments)
    const said = text !== '' || body.html !== null || uploads.length > 0
    const message: IncomingMessage | undefined =
      said && !input.sendToCustomer ? customersWords(input, text, body, person, uploads, nowIn(tx)) : undefined
    const { ticket } = await openTicket(tx, me, {
      taken,
      title: input.title,
      description: text,
      type: input.type,
      categoryId: facts.categoryId,
      priority: input.priority,
      severity: input.severity ?? null,
      channel: input.channel,
      requesterId: person?.id ?? null,
      organisationId: person?.organisationId ?? null,
      assigneeId: input.assigneeId ?? null,
      teamId: input.teamId ?? facts.mailboxTeamId,
      mailboxId: input.mailboxId ?? null,
      tags: distinct(input.tags),
      fields: withoutNull(input.fields),
      ...(message ? { message } : {}),
    })
    if (input.sendToCustomer) {
      const html = input.descriptionHtml
      const { attachments } = input
      await replyTo(tx, me, ticket, { ...(html ? { bodyHtml: html } : { bodyText: text }), attachments })
    }
    return taken.number
  })
}

function customersWords(
  input: Request,
  text: string,
  body: ReturnType<typeof bodyOf>,
  person: Person | null,
  uploads: readonly MessageFile[],
  now: Date,
): IncomingMessage {
  const sender = person?.email ? { email: person.email, name: person.name } : null
  return {
    channel: input.channel,
    author: { type: 'customer', id: person?.id ?? null, name: person?.name ?? '', email: person?.email ?? null },
    from: sender,
    to: [],
    cc: [],
    subject: input.title,
    bodyText: text,
    bodyHtml: body.html,
    sanitiserVersion: body.sanitiserVersion,
    replyText: text,
    folds: [],
    language: null,
    automatic: null,
    bounce: null,
    trust: 'verified',
    messageId: null,
    inReplyTo: null,
    inboundMailId: null,
    rawSha256: null,
    createdAt: now.toISOString(),
    files: [],
    uploads,
  }
}

/** Before the number is drawn; they are locked later, in the ticket's transaction. */
async function refuseMissingUploads(house: House, me: AgentActor, publicIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(publicIds)]
  // Repeated after a crash: they are in the message by now.
  if (wanted.length === 0 || isRepeated()) return
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from attachments
    where public_id = any(${wanted}::text[]) and uploaded_by = ${me.id} and message_id is null`.execute(house.db)
  if (rows[0]!.n !== wanted.length) throw new InvalidInput('attachments', 'Not all of these are uploads of yours')
}

function distinct(tags: readonly string[]): string[] {
  return tags.filter((tag, i) => tags.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === i)
}

function withoutNull(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

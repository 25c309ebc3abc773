import { customers, ticketSettings, tickets } from '#contract'
import { type Actor, type House, NotFound, type Route, route, SYSTEM, transact } from '#platform'
import { changeTicket } from './change-ticket.ts'
import { claim } from './claim.ts'
import { cancelReply } from './conversation/cancel-reply.ts'
import { decideOnWaiting } from './conversation/decide-trust.ts'
import { messageFrame } from './conversation/message-frame.ts'
import { addNote } from './conversation/note.ts'
import { listMessages, readMessage } from './conversation/read-messages.ts'
import { reply } from './conversation/reply.ts'
import { discardDraft, readDrafts, saveDraft } from './desk/drafts.ts'
import { bePresent } from './desk/presence.ts'
import { markRead } from './desk/reads.ts'
import { purge, redact } from './erasure/erase.ts'
import { checkNamed } from './facts.ts'
import { download, original } from './files/download.ts'
import { upload } from './files/upload.ts'
import { changeParticipants, follow } from './follow.ts'
import { listEvents } from './history/list-events.ts'
import { addCategory, addField, addType, categories, fields, tags, types } from './kinds/kinds.ts'
import { linkTickets } from './link-tickets.ts'
import { countsFor } from './lists/counts.ts'
import { listTickets, ticketsOfOrganisation, ticketsOfPerson } from './lists/list.ts'
import { merge } from './merging/merge.ts'
import { split } from './merging/split.ts'
import { takeNumber } from './numbers/take-number.ts'
import { openFromRequest } from './open-request.ts'
import { readTicket, readTicketAsOf } from './read-ticket.ts'
import { undoEvent } from './undo-event.ts'

/** The answer to who changed a ticket: also when the change hid it from them. */
const after = (house: House, actor: Actor, number: string) => readTicket(house.db, SYSTEM, number, actor)

const lifeRoutes: readonly Route[] = [
  route(tickets.open, async ({ house, actor, body }) => after(house, actor, await openFromRequest(house, actor, body))),
  route(tickets.change, async ({ house, actor, params: { number }, body: patch, ifMatch }) => {
    await transact(house, async (tx) => void (await changeTicket(tx, actor, { number, patch, ifMatch })))
    return after(house, actor, number)
  }),
  route(tickets.claim, async ({ house, actor, params: { number } }) => {
    await transact(house, async (tx) => void (await claim(tx, actor, number)))
    return after(house, actor, number)
  }),
  route(tickets.merge, async ({ house, actor, params: { number }, body: { into } }) => {
    await transact(house, async (tx) => void (await merge(tx, actor, { number, into })))
    return after(house, actor, number)
  }),
  route(tickets.split, async ({ house, actor, params: { number }, body }) => {
    // Whoever may not see it draws no number.
    await readTicket(house.db, actor, number)
    const taken = await takeNumber(house)
    await transact(house, async (tx) => void (await split(tx, actor, { number, ...body, taken })))
    return after(house, actor, taken.number)
  }),
  route(tickets.undo, async ({ house, actor, params: { number }, body: { eventId } }) => {
    await transact(house, (tx) => undoEvent(tx, actor, { number, eventId }))
    return after(house, actor, number)
  }),
  route(tickets.follow, async ({ house, actor, params: { number } }) => {
    await transact(house, async (tx) => void (await follow(tx, actor, number, true)))
    return after(house, actor, number)
  }),
  route(tickets.unfollow, async ({ house, actor, params: { number } }) => {
    await transact(house, async (tx) => void (await follow(tx, actor, number, false)))
    return after(house, actor, number)
  }),
  route(tickets.link, async ({ house, actor, params: { number }, body }) => {
    const link = { number, kind: body.kind, other: body.number, linked: true }
    await transact(house, async (tx) => void (await linkTickets(tx, actor, link)))
    return after(house, actor, number)
  }),
  route(tickets.unlink, async ({ house, actor, params: { number }, body }) => {
    const link = { number, kind: body.kind, other: body.number, linked: false }
    await transact(house, async (tx) => void (await linkTickets(tx, actor, link)))
    return after(house, actor, number)
  }),
  route(tickets.participants, async ({ house, actor, params: { number }, body }) => {
    await transact(house, async (tx) => void (await changeParticipants(tx, actor, { number, ...body })))
    return after(house, actor, number)
  }),
  route(tickets.redact, async ({ house, actor, params: { number }, body }) => {
    await transact(house, async (tx) => void (await redact(tx, actor, { number, ...body })))
    return after(house, actor, number)
  }),
  route(tickets.purge, async ({ house, actor, params: { number }, body: { reason } }) => {
    await transact(house, async (tx) => void (await purge(tx, actor, { number, reason })))
    return after(house, actor, number)
  }),
]

const conversationRoutes: readonly Route[] = [
  route(tickets.reply, async ({ house, actor, params: { number }, body, now }) => {
    const sent = await transact(house, (tx) => reply(tx, actor, { number, ...body }))
    return readMessage(house.db, sent.messageId, now)
  }),
  route(tickets.cancelReply, async ({ house, actor, params, now }) => {
    await transact(house, (tx) => cancelReply(tx, actor, params))
    return readMessage(house.db, params.messageId, now)
  }),
  route(tickets.note, async ({ house, actor, params: { number }, body, now }) => {
    await checkNamed(house.db, { mentions: body.mentions })
    const sent = await transact(house, (tx) => addNote(tx, actor, { number, ...body }))
    return readMessage(house.db, sent.messageId, now)
  }),
  route(tickets.trust, async ({ house, actor, params, body: { decision } }) => {
    await readTicket(house.db, actor, params.number)
    const taken = decision === 'own_ticket' ? await takeNumber(house) : undefined
    await transact(house, async (tx) => {
      await decideOnWaiting(tx, actor, { ...params, decision, ...(taken ? { taken } : {}) })
    })
    return after(house, actor, taken?.number ?? params.number)
  }),
  route(tickets.messages, ({ house, actor, params: { number }, query }) => listMessages(house, actor, number, query)),
  route(tickets.messageFrame, ({ house, actor, params, query, reply }) =>
    messageFrame(house, actor, { ...params, ...query }, reply),
  ),
  route(tickets.original, ({ house, actor, params, reply }) => original(house, actor, params, reply)),
  route(tickets.upload, ({ house, actor, request }) => upload(house, actor, request)),
  route(tickets.download, ({ house, actor, params: { id }, reply }) => download(house, actor, id, reply)),
]

const deskRoutes: readonly Route[] = [
  route(tickets.list, ({ house, actor, query }) => listTickets(house.db, actor, query)),
  route(tickets.counts, ({ house, actor }) => countsFor(house, actor)),
  route(tickets.get, ({ house, actor, params: { number }, query: { asOf } }) =>
    asOf === undefined ? readTicket(house.db, actor, number) : readTicketAsOf(house.db, actor, number, new Date(asOf)),
  ),
  route(tickets.events, ({ house, actor, params: { number }, query }) => listEvents(house, actor, number, query)),
  route(tickets.markRead, async ({ house, actor, params: { number }, body: { messageId } }) => {
    await transact(house, (tx) => markRead(tx, actor, number, messageId))
    return undefined
  }),
  route(tickets.drafts, ({ house, actor, params: { number } }) => readDrafts(house, actor, number)),
  route(tickets.saveDraft, ({ house, actor, params, body: draft, now }) =>
    transact(house, (tx) => saveDraft(tx, actor, { ...params, draft }, now)),
  ),
  route(tickets.discardDraft, async ({ house, actor, params: { number, kind } }) => {
    await transact(house, (tx) => discardDraft(tx, actor, number, kind))
    return undefined
  }),
  route(tickets.presence, async ({ house, actor, params: { number }, body: { state } }) => {
    await bePresent(house, actor, number, state)
    return undefined
  }),
  route(customers.tickets, async ({ house, actor, params: { id }, query }) => {
    await there(house, 'persons', id)
    return ticketsOfPerson(house.db, actor, id, query)
  }),
  route(customers.organisationTickets, async ({ house, actor, params: { id }, query }) => {
    await there(house, 'organisations', id)
    return ticketsOfOrganisation(house.db, actor, id, query)
  }),
]

const kindRoutes: readonly Route[] = [
  route(ticketSettings.types, ({ house }) => types(house.db)),
  route(ticketSettings.addType, ({ house, body }) => transact(house, (tx) => addType(tx, body))),
  route(ticketSettings.categories, async ({ house }) => ({ items: await categories(house.db) })),
  route(ticketSettings.addCategory, ({ house, body }) => transact(house, (tx) => addCategory(tx, body))),
  route(ticketSettings.fields, ({ house }) => fields(house.db)),
  route(ticketSettings.addField, ({ house, body }) => transact(house, (tx) => addField(tx, body))),
  route(ticketSettings.tags, ({ house, actor, query: { q } }) => tags(house, actor, q)),
]

async function there(house: House, table: 'persons' | 'organisations', id: number): Promise<void> {
  const row = await house.db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
}

/** Every operation on tickets, and the lists of tickets under persons and organisations. */
export const ticketRoutes: readonly Route[] = [...lifeRoutes, ...conversationRoutes, ...deskRoutes, ...kindRoutes]

import type { Channel, Priority } from '#contract'
import { SANITISER_VERSION } from '#platform'
import { type IncomingMessage, prepareIncoming } from '../conversation/incoming.ts'
import { type NewMessage, prepareMessage } from '../conversation/message.ts'
import { decideNote } from '../conversation/note.ts'
import type { Decision } from '../decision.ts'
import { GENESIS } from '../history/chain.ts'
import {
  decideAssignment,
  decidePostpone,
  decideReceive,
  decideReply,
  decideStatus,
  type Hand,
  type NextState,
} from '../lifecycle.ts'
import { decideOpening } from '../open-ticket.ts'
import { type ChainedEvent, chain } from '../record.ts'
import { settled } from '../settle.ts'
import type { TicketState } from '../ticket.ts'
import type { LoadAgent, LoadCast, LoadPerson } from './cast.ts'
import type { Chance } from './chance.ts'

/** A ticket's whole life, ready to be written: the same events, digests and hashes as the commands make, without a database. */
export interface Life {
  id: number
  state: TicketState
  headHash: Buffer
  events: ChainedEvent[]
  /** In the order of MESSAGE_COLUMNS, then the id; a reply's `sentAt`, as replies of old have gone out. */
  messages: { values: unknown[]; id: number; sentAt: string | null }[]
}

export interface Birth {
  number: string
  ticketId: number
  /** When it began, milliseconds since 1970. */
  at: number
  now: number
  nextMessageId(): number
}

const DAY = 86_400_000
const CHANNELS: readonly Channel[] = ['email', 'email', 'email', 'email', 'email', 'portal', 'form', 'phone', 'api']
const PRIORITIES: readonly Priority[] = ['low', 'low', 'medium', 'medium', 'medium', 'medium', 'high', 'urgent']

export function lifeOf(birth: Birth, cast: LoadCast, chance: Chance): Life {
  const { ticketId, now } = birth
  const person = chance.pick(cast.persons)
  const text = chance.pick(cast.texts[person.language])
  const agent = chance.pick(cast.agents)
  const ref = String(chance.int(100_000, 999_999))
  const fill = (words: string) =>
    words.replaceAll('{ref}', ref).replaceAll('{thing}', THINGS[chance.int(0, THINGS.length - 1)]!)
  const title = fill(text.title).slice(0, 300)
  const channel = chance.pick(CHANNELS)
  const customer: Hand = { type: 'customer', id: person.id }
  const hand: Hand = { type: 'agent', id: agent.id }

  const life: Life = {
    id: ticketId,
    state: null as unknown as TicketState,
    headHash: GENESIS,
    events: [],
    messages: [],
  }
  let at = birth.at

  function happen(by: Hand, decision: Decision): void {
    const decided = settled(decision)
    if (decided.length === 0) return
    const before = { id: ticketId, state: life.state, headHash: life.headHash }
    const { events, state } = chain(before, decided, by, new Date(at).toISOString())
    life.events.push(...events)
    life.state = state
    life.headHash = events.at(-1)!.hash
  }
  /** Some minutes or hours later; false when that would be in the future. */
  function later(most: number): boolean {
    at += 60_000 + Math.floor(chance.next() ** 2 * most)
    return at < now
  }
  function keep(values: unknown[], id: number, sentAt: string | null = null): void {
    life.messages.push({ values, id, sentAt })
  }
  function receive(words: string): void {
    const id = birth.nextMessageId()
    const { prepared, received } = prepareIncoming(ticketId, incoming(words, title, channel, person, at), id)
    keep(prepared.values, id)
    happen(customer, decideReceive(life.state, received(id).data))
  }
  function answer(words: string, next: NextState): void {
    const id = birth.nextMessageId()
    const { values, digest } = prepareMessage(ticketId, outgoing(words, title, person, agent, at))
    keep(values, id, new Date(at).toISOString())
    happen(hand, decideReply(life.state, hand, { messageId: id, channel: 'email', digest, next }))
  }
  function note(words: string): void {
    const id = birth.nextMessageId()
    const { values, digest } = prepareMessage(ticketId, internal(words, agent, at))
    keep(values, id)
    happen(hand, decideNote(life.state, id, digest, []))
  }
  function open(): void {
    const id = birth.nextMessageId()
    const { prepared, received } = prepareIncoming(ticketId, incoming(fill(text.ask), title, channel, person, at), id)
    keep(prepared.values, id)
    const opening = decideOpening({
      taken: { number: birth.number, ticketId, messageId: id },
      title,
      type: text.type,
      categoryId: cast.categories.length > 0 && chance.is(0.8) ? chance.pick(cast.categories) : null,
      priority: chance.pick(PRIORITIES),
      channel,
      folder: chance.is(0.004) ? 'spam' : 'inbox',
      requesterId: person.id,
      organisationId: person.organisationId,
      teamId: chance.is(0.9) ? cast.teams[text.team] : null,
      tags: chance.is(0.2) ? [chance.pick(TAGS)] : [],
    })
    happen(customer, [...opening, received(id)])
  }

  open()
  // Young tickets are at all stages; of the old ones a few were left lying.
  const isLeft = chance.is(now - birth.at < 12 * DAY ? 0.55 : 0.02)
  if (life.state.folder !== 'inbox') return life
  if (isLeft && chance.is(0.4)) return life
  if (!later(6 * 3_600_000)) return life
  if (chance.is(0.3)) happen(hand, decideAssignment(life.state, agent.id, true))
  if (chance.is(0.25)) note(fill(text.note))
  if (isLeft && chance.is(0.2)) {
    happen(hand, decidePostpone(life.state, new Date(now + chance.int(1, 20) * DAY).toISOString(), false, new Date(at)))
    return life
  }
  if (!later(20 * 3_600_000)) return life
  if (chance.is(0.6)) {
    answer(fill(text.solution), 'resolved')
  } else {
    answer(fill(text.answer), 'waiting')
    if ((isLeft && chance.is(0.4)) || !later(2 * DAY)) return life
    receive(fill(text.back))
    if (isLeft || !later(DAY)) return life
    answer(fill(text.solution), 'resolved')
  }
  if (later(9 * DAY))
    happen({ type: 'system', id: null }, decideStatus(life.state, 'closed', { type: 'system', id: null }))
  return life
}

const THINGS = [
  'KR-450',
  'HX 22',
  'Terra 80',
  'Havterne 26',
  'Solvik 31',
  'Timeo',
  'Arkivum',
  'Fjord 24',
  'Duva',
  'Tind 45',
]
const TAGS = ['garanti', 'klage', 'sesong', 'befaring', 'warranty', 'reklamation', 'takuu', 'nøkkelkunde']

const PLAIN = {
  cc: [],
  bcc: [],
  bodyHtml: null,
  sanitiserVersion: 0,
  folds: [],
  automatic: null,
  bounce: null,
  trust: 'verified',
  messageId: null,
  inReplyTo: null,
  inboundMailId: null,
  rawSha256: null,
  files: [],
} as const satisfies Partial<NewMessage>

function incoming(words: string, subject: string, channel: Channel, person: LoadPerson, at: number): IncomingMessage {
  const body = `${words}\n\n${person.name}`
  const sender = { email: person.email, name: person.name }
  return {
    ...PLAIN,
    cc: [],
    folds: [],
    channel,
    author: { type: 'customer', id: person.id, ...sender },
    from: sender,
    to: [{ email: 'support@load.example', name: '' }],
    subject,
    bodyText: body,
    replyText: body,
    language: person.language,
    createdAt: new Date(at).toISOString(),
  }
}

function outgoing(words: string, subject: string, person: LoadPerson, agent: LoadAgent, at: number): NewMessage {
  const body = `${words}\n\n${agent.name}`
  return {
    ...PLAIN,
    cc: [],
    bcc: [],
    folds: [],
    direction: 'out',
    channel: 'email',
    author: { type: 'agent', id: agent.id, name: agent.name, email: agent.email },
    from: { email: 'support@load.example', name: '' },
    to: [{ email: person.email, name: person.name }],
    subject,
    bodyText: body,
    bodyHtml: paragraphs(body),
    sanitiserVersion: SANITISER_VERSION,
    replyText: body,
    language: null,
    sendAfter: null,
    createdAt: new Date(at).toISOString(),
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** What the sanitiser would leave as it is. */
function paragraphs(text: string): string {
  return `<p>${text.replace(/[&<>]/g, (c) => ESCAPES[c]!).replaceAll('\n\n', '</p>\n<p>')}</p>`
}

function internal(words: string, agent: LoadAgent, at: number): NewMessage {
  return {
    ...PLAIN,
    cc: [],
    bcc: [],
    folds: [],
    direction: 'internal',
    channel: 'manual',
    author: { type: 'agent', id: agent.id, name: agent.name, email: agent.email },
    from: null,
    to: [],
    subject: '',
    bodyText: words,
    replyText: words,
    language: null,
    sendAfter: null,
    createdAt: new Date(at).toISOString(),
  }
}

import { randomUUID } from 'node:crypto'
import type { Language } from '#contract'
import {
  type AgentActor,
  type CustomerActor,
  type House,
  SANITISER_VERSION,
  SYSTEM,
  sanitiseHtml,
  type Tx,
  textToHtml,
} from '#platform'
import { changeTicket, type Patch } from '../change-ticket.ts'
import { claim } from '../claim.ts'
import { asItHappened } from '../clock.ts'
import type { IncomingMessage } from '../conversation/incoming.ts'
import type { MessageFile } from '../conversation/message.ts'
import { addNote } from '../conversation/note.ts'
import { receiveMessage } from '../conversation/receive-message.ts'
import { reply } from '../conversation/reply.ts'
import { claimForSending, messageSent } from '../conversation/sending.ts'
import { newFileId } from '../files/attachments.ts'
import type { TakenNumber } from '../numbers/take-number.ts'
import { openTicket } from '../open-ticket.ts'
import type { DemoFile } from './enclosures.ts'
import { type Ground, remember } from './ground.ts'
import type { Enclosure } from './scenarios.ts'
import type { Desk, Step, Story, Text } from './story.ts'

/** Who and what a story is told with. */
export interface Stage {
  ground: Ground
  agents: readonly AgentActor[]
  language: Language
  owner: AgentActor
  /** Words of tags in the chosen language. */
  tags: Record<string, string>
  enclosed(kind: Enclosure): DemoFile
}

/** Everything of one story by the house's own commands, as it happened then: nobody is told and no mail goes out. */
export async function tell(house: House, tx: Tx, story: Story, taken: TakenNumber, stage: Stage): Promise<void> {
  const { ground } = stage
  const person = ground.persons[story.person]!
  const customer: CustomerActor = { type: 'customer', id: person.id, name: person.name }
  asItHappened(tx, story.at)
  const first = await said(house, story, story.text, story.at, person, stage)
  await openTicket(tx, story.channel === 'phone' ? stage.agents[0]! : customer, {
    taken,
    title: story.title,
    description: story.channel === 'email' ? '' : story.text.body,
    type: story.type,
    categoryId: story.category === null ? null : ground.categories[story.category],
    priority: story.priority,
    channel: story.channel,
    folder: story.folder,
    requesterId: person.id,
    organisationId: person.organisationId,
    teamId: story.team === null ? null : ground.teams[story.team],
    tags: story.tags.map((tag) => stage.tags[tag]!),
    participants: story.participant === null ? [] : [ground.persons[story.participant]!.id],
    message: first,
  })
  await remember(tx, 'ticket', [taken.ticketId])
  for (const step of story.steps) {
    asItHappened(tx, step.at)
    await take(house, tx, story, step, { number: taken.number, customer, person, stage })
  }
}

interface Scene {
  number: string
  customer: CustomerActor
  person: Ground['persons'][number]
  stage: Stage
}

async function take(
  house: House,
  tx: Tx,
  story: Story,
  step: Step,
  { number, customer, person, stage }: Scene,
): Promise<void> {
  const change = (agent: number, patch: Patch) => changeTicket(tx, stage.agents[agent]!, { number, patch })
  const idOf = (desk: Desk) => (desk === 'owner' ? stage.owner.id : stage.agents[desk]!.id)
  switch (step.does) {
    case 'claim':
      await claim(tx, stage.agents[step.agent]!, number)
      return
    case 'assign':
      await change(step.agent, { assigneeId: idOf(step.to) })
      return
    case 'start':
      await change(step.agent, { status: 'in_progress' })
      return
    case 'sort':
      await change(step.agent, { category: stage.ground.categories[step.category], priority: step.priority })
      return
    case 'postpone':
      await change(
        step.agent,
        step.until === null ? { postponedUntilReply: true } : { postponedUntil: step.until.toISOString() },
      )
      return
    case 'waitForOthers':
      await change(step.agent, { waitingOn: 'third_party' })
      return
    case 'resolve':
      await change(step.agent, { status: 'resolved' })
      return
    case 'close':
      await changeTicket(tx, SYSTEM, { number, patch: { status: 'closed' } })
      return
    case 'note': {
      const mentions = step.mentions === null || step.mentions === step.agent ? [] : [stage.agents[step.mentions]!.id]
      await addNote(tx, stage.agents[step.agent]!, { number, bodyText: step.text, mentions })
      return
    }
    case 'write':
      await receiveMessage(tx, customer, {
        number,
        message: await said(house, story, step.text, step.at, person, stage),
      })
      return
    case 'reply': {
      const files = await stored(house, step.text.encloses, stage)
      const { messageId } = await reply(tx, stage.agents[step.agent]!, {
        number,
        bodyHtml: paragraphs(step.text.body),
        status: step.next,
        undoSeconds: 0,
        files,
      })
      // It counts as sent: mail's outbox never hears of it.
      await claimForSending(tx, messageId)
      await messageSent(tx, messageId, step.at)
    }
  }
}

async function said(
  house: House,
  story: Story,
  text: Text,
  at: Date,
  person: Ground['persons'][number],
  stage: Stage,
): Promise<IncomingMessage> {
  const sender = { email: person.email, name: person.name }
  const { body, signature } = text
  const isMail = story.channel === 'email'
  return {
    channel: story.channel,
    author: { type: 'customer', id: person.id, ...sender },
    from: sender,
    to: isMail ? [{ email: 'support@reda-demo.example', name: '' }] : [],
    cc: [],
    subject: story.title,
    bodyText: body,
    bodyHtml: text.html && isMail ? sanitiseHtml(paragraphs(body)) : null,
    sanitiserVersion: SANITISER_VERSION,
    replyText: signature === null ? body : body.slice(0, signature.start).trimEnd(),
    folds: signature === null ? [] : [{ ...signature, kind: 'signature' }],
    language: stage.language,
    automatic: null,
    bounce: null,
    trust: 'verified',
    messageId: isMail ? `<${randomUUID()}@${person.email.split('@')[1]}>` : null,
    inReplyTo: null,
    rawSha256: null,
    inboundMailId: null,
    createdAt: at.toISOString(),
    files: await stored(house, text.encloses, stage),
  }
}

async function stored(house: House, kind: Enclosure | null, { enclosed }: Stage): Promise<MessageFile[]> {
  if (kind === null) return []
  const { filename, contentType, bytes } = enclosed(kind)
  const { sha256, size } = await house.storage.put(bytes)
  return [{ publicId: newFileId(), sha256, size, filename, contentType, inline: false, contentId: null }]
}

function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => `<p>${textToHtml(paragraph)}</p>`)
    .join('\n')
}

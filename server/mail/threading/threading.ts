import type { TokenHolder } from './tokens.ts'

/** What SPF, DKIM and DMARC say of the From address. `none`: its domain publishes no policy, or it could not be looked up. */
export type DmarcVerdict = 'pass' | 'fail' | 'none'

/** A ticket that the mail may answer; `people` are its requester and participants. */
export interface Candidate {
  id: number
  number: string
  people: readonly number[]
}

export interface ThreadingFacts {
  /** Lower case; null when the mail names no sender. */
  from: string | null
  senderPersonId: number | null
  /** An active agent has this address. */
  agent: { id: number; mayReplyByMail: boolean } | null
  /** The address is one of our mailboxes. */
  ownMailbox: boolean
  /** Our own mail came back: its loop mark is right. */
  ownMail: boolean
  /** A robot, a list, a bounce: no person stands behind it. */
  machine: boolean
  /** Kind of automatic mail (out-of-office, receipt, …), or null for a person's. */
  automatic: string | null
  /** More than one author: nobody can say whose verdict counts. */
  severalAuthors: boolean
  dmarc: DmarcVerdict
  /** From the address that it was sent to; the ticket is null when it is gone. */
  token: { holder: TokenHolder; ticket: Candidate | null } | null
  /** A tag that looks like a token but carries no valid signature. */
  brokenToken: boolean
  /** The newest ticket that a signed Message-ID in In-Reply-To or References names. */
  reference: Candidate | null
  hints: readonly Hint[]
}

/** For the agent only: it could be about this ticket. */
export interface Hint {
  number: string
  why: 'number-in-subject' | 'same-sender'
}

export type Destination =
  | { kind: 'join'; ticket: Candidate; by: 'token' | 'message-id'; personId: number }
  | { kind: 'agent'; ticket: Candidate; agentId: number }
  /** In the thread, seen by agents only, until one of them accepts it or makes it a ticket of its own. */
  | { kind: 'wait'; ticket: Candidate; reason: WaitReason; by: 'token' | 'message-id' }
  | { kind: 'new'; trust: 'verified' | 'unverified'; hints: readonly Hint[]; notes: string[] }
  | { kind: 'ignore'; reason: 'own-mail' }

export type WaitReason =
  | 'other-sender'
  | 'dmarc-failed'
  | 'several-authors'
  | 'machine-sender'
  | 'agent-address'
  | 'agent-not-proven'

/**
 * Which ticket a mail answers, and whether its sender may join it. A valid reply address beats a signed Message-ID; nothing else
 * leads into a ticket: subjects, numbers and unsigned Message-IDs are what anyone can write.
 */
export function destinationOf(facts: ThreadingFacts): Destination {
  if (facts.ownMail) return { kind: 'ignore', reason: 'own-mail' }
  const byToken = facts.token?.ticket ? { ticket: facts.token.ticket, by: 'token' as const } : null
  const found = byToken ?? (facts.reference ? { ticket: facts.reference, by: 'message-id' as const } : null)
  if (!found) return aNewTicket(facts)

  if (found.by === 'token' && facts.token!.holder.kind === 'agent') {
    const agent = facts.agent
    const proven =
      agent !== null && agent.id === facts.token!.holder.id && facts.dmarc === 'pass' && !facts.severalAuthors
    if (proven && agent.mayReplyByMail && facts.automatic === null) {
      return { kind: 'agent', ticket: found.ticket, agentId: agent.id }
    }
    return { kind: 'wait', ...found, reason: 'agent-not-proven' }
  }
  const reason = whyWait(facts, found.ticket)
  if (reason) return { kind: 'wait', ...found, reason }
  return { kind: 'join', ...found, personId: facts.senderPersonId! }
}

function whyWait(facts: ThreadingFacts, ticket: Candidate): WaitReason | null {
  if (facts.severalAuthors) return 'several-authors'
  if (facts.dmarc === 'fail') return 'dmarc-failed'
  if (facts.machine || facts.ownMailbox) return 'machine-sender'
  const takesPart = facts.senderPersonId !== null && ticket.people.includes(facts.senderPersonId)
  if (takesPart) return null
  return facts.agent ? 'agent-address' : 'other-sender'
}

/** A robot's mail that answers nothing of ours is a ticket like any other: a person's mail taken for a robot's must not lie unseen. */
function aNewTicket(facts: ThreadingFacts): Destination {
  const doubtful = facts.dmarc === 'fail' || facts.severalAuthors || facts.ownMailbox || facts.from === null
  return {
    kind: 'new',
    trust: doubtful ? 'unverified' : 'verified',
    hints: facts.hints,
    notes: facts.brokenToken ? ['unsigned-reply-address'] : [],
  }
}

import type { AgentActor } from '../actor.ts'
import { afterCommit } from '../db/transact.ts'
import type { Live, LiveMessage, TicketAudience } from '../house.ts'
import type { Bus } from './bus.ts'

interface Listener {
  actor: AgentActor
  hear(message: LiveMessage): void
}

/** May this agent hear of a ticket? The same rule as lists have: a hidden team's tickets only when one owns or follows them. */
export function mayHear(actor: AgentActor, audience: TicketAudience): boolean {
  if (audience.teamId === null || !actor.hiddenTeams.includes(audience.teamId)) return true
  return audience.assigneeId === actor.id || audience.followers.includes(actor.id)
}

function concerns(actor: AgentActor, message: LiveMessage): boolean {
  switch (message.kind) {
    case 'ticket':
    case 'presence':
      return mayHear(actor, message.audience)
    case 'notification':
      return message.agentId === actor.id
    case 'access':
      return message.agentId === null || message.agentId === actor.id
    case 'gap':
      return true
  }
}

/** Listeners of this process, fed by every process. Each message is checked against each listener's rights at that moment. */
export function createLive(bus: Bus): Live {
  const listeners = new Set<Listener>()
  const accessListeners = new Set<(agentId: number | null) => void>()
  const tell = (message: LiveMessage) => {
    // First those who keep rights, so that the streams that ask again get the new ones.
    if (message.kind === 'access') for (const listener of [...accessListeners]) listener(message.agentId)
    if (message.kind === 'gap') for (const listener of [...accessListeners]) listener(null)
    for (const listener of [...listeners]) if (concerns(listener.actor, message)) listener.hear(message)
  }
  bus.on('live', tell)
  bus.onGap(() => tell({ kind: 'gap' }))
  return {
    publish: (tx, message) => afterCommit(tx, () => bus.publish('live', message)),
    send: (message) => bus.publish('live', message),
    subscribe(actor, hear) {
      const listener = { actor, hear }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onAccess(listener) {
      accessListeners.add(listener)
      return () => void accessListeners.delete(listener)
    },
  }
}

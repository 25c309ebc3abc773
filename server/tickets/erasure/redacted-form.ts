import type { TicketEvent } from '#contract'
import { REDACTED } from '../ticket.ts'

/** Which parts of a history go. */
export interface Part {
  title: boolean
  description: boolean
  /** Everything that may say something about somebody: fields, tags, reasons, addresses. */
  rest: boolean
}

/** An event's data without those parts, or null when it holds none of them. It keeps its shape: it is folded as before. */
export function redactedForm(event: TicketEvent, part: Part): TicketEvent['data'] | null {
  switch (event.kind) {
    case 'ticketOpened': {
      const { data } = event
      const all = part.rest ? { tags: [], fields: {}, participants: [] } : {}
      const title = part.title ? REDACTED : data.title
      const description = part.description && data.description !== '' ? REDACTED : data.description
      const redacted = { ...data, ...all, title, description }
      return JSON.stringify(redacted) === JSON.stringify(data) ? null : redacted
    }
    case 'titleChanged':
      return part.title ? { from: REDACTED, to: REDACTED } : null
    case 'descriptionChanged':
      return part.description
        ? { from: event.data.from === '' ? '' : REDACTED, to: event.data.to === '' ? '' : REDACTED }
        : null
    case 'fieldsChanged':
      return part.rest ? { from: {}, to: {} } : null
    case 'tagsChanged':
      return part.rest ? { added: [], removed: [] } : null
    case 'deliveryFailed':
      return part.rest ? { ...event.data, recipient: REDACTED, reason: REDACTED } : null
    case 'statusChanged':
    case 'priorityChanged':
      return part.rest && event.data.reason !== undefined ? { ...event.data, reason: REDACTED } : null
    default:
      return null
  }
}

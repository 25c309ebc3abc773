import { storeOf, useStore } from '../app/store.ts'

/** Someone wants to write a new ticket; perhaps for a customer who is on the screen. */
export interface NewTicketRequest {
  requesterId?: number
}

const asked = storeOf<NewTicketRequest | undefined>(undefined)

/** Opens the dialog for a new ticket from anywhere. */
export const askForNewTicket = (request: NewTicketRequest = {}) => asked.set(request)
export const closeNewTicket = () => asked.set(undefined)
/** The shell shows the dialog while this holds a request. */
export const useNewTicketRequest = () => useStore(asked)

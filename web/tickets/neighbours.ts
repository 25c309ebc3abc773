import { createContext, useContext } from 'react'

/** Where a ticket stands among the others of its list: for back, previous, next, and what comes after an action. */
export interface Neighbours {
  previous?: string | undefined
  next?: string | undefined
  /** Opens another ticket in the same list. */
  open(number: string): void
  /** Back to the list. */
  back(): void
  /** After a sending or another action that ends the work on a ticket: next one, list, or stay, as the reader has chosen. */
  goOn(): void
}

/** A ticket opened by its address alone has no neighbours. */
export const NeighboursContext = createContext<Neighbours>({ open: () => {}, back: () => {}, goOn: () => {} })
export const useNeighbours = () => useContext(NeighboursContext)

import { storeOf, useStore } from './store.ts'

export interface Toast {
  id: number
  text: string
  tone: 'done' | 'error'
  /** One button: undo, try again, show. */
  action?: { label: string; run: () => void }
}

const current = storeOf<Toast | undefined>(undefined)
let ids = 0

/** Says what happened, at the foot of the page; a newer one takes the place. With `undo`, Z does it too. */
export function showToast(toast: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): void {
  current.set({ tone: 'done', ...toast, id: ++ids })
}
export const hideToast = (id?: number) => {
  if (id === undefined || current.get()?.id === id) current.set(undefined)
}
export const useToast = () => useStore(current)

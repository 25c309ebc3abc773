export type Mode = 'split' | 'table'

/** How a view was shown last, on this machine. Phones have one column. */
export function keptMode(view: string): Mode {
  if (window.matchMedia('(max-width: 759px)').matches) return 'split'
  try {
    return localStorage.getItem(`reda.mode.${view}`) === 'table' ? 'table' : 'split'
  } catch {
    return 'split'
  }
}

export function keepMode(view: string, mode: Mode): void {
  try {
    localStorage.setItem(`reda.mode.${view}`, mode)
  } catch {
    // Private windows may keep nothing.
  }
}

import { createTheme } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { storeOf, useStore } from './store.ts'

type Theme = 'auto' | 'light' | 'dark'

const kept = () => {
  try {
    return localStorage.getItem('reda.theme')
  } catch {
    return null
  }
}
const chosen = storeOf<Theme>(kept() === 'light' ? 'light' : kept() === 'dark' ? 'dark' : 'auto')

function choose(theme: Theme): void {
  try {
    localStorage.setItem('reda.theme', theme)
  } catch {
    // Private windows may keep nothing.
  }
  chosen.set(theme)
}

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const watchSystem = (listener: () => void) => {
  dark.addEventListener('change', listener)
  return () => dark.removeEventListener('change', listener)
}

/** Light or dark, as chosen or as the system says. */
export function useTheme(): 'light' | 'dark' {
  const theme = useStore(chosen)
  const system = useSyncExternalStore(watchSystem, () => dark.matches)
  return theme === 'auto' ? (system ? 'dark' : 'light') : theme
}
useTheme.choose = choose

/** What the widget library takes from us; its colours are mapped to our tokens in ui/mantine.css. */
export const mantineTheme = createTheme({
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  defaultRadius: 'var(--radius-m)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // The page itself never scrolls; locking it would write a style element, which the page's policy refuses.
  components: {
    Modal: { defaultProps: { lockScroll: false, overlayProps: { backgroundOpacity: 0.42 } } },
    ModalRoot: { defaultProps: { lockScroll: false } },
    Drawer: { defaultProps: { lockScroll: false, overlayProps: { backgroundOpacity: 0.42 } } },
  },
})

import { useShortcuts } from '../app/shortcuts.ts'
import { useText } from '../app/words.ts'

/** F6 goes round the regions of the page (`data-region`), Shift F6 back: sidebar, list, thread, details. */
export function useRegionKeys(): void {
  const t = useText()
  useShortcuts([
    { keys: 'F6', label: t('palette.nextRegion'), group: 'general', run: () => goRound(1), whileTyping: true },
    {
      keys: 'Shift F6',
      label: t('palette.previousRegion'),
      group: 'general',
      run: () => goRound(-1),
      whileTyping: true,
      hidden: true,
    },
  ])
}

function goRound(step: number): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.getClientRects().length > 0 && !region.querySelector('[data-region]'),
  )
  if (regions.length === 0) return
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(here + step + regions.length) % regions.length]!
  const wanted = next.querySelector<HTMLElement>(
    '[tabindex="0"],a[href]:not([tabindex="-1"]),button:not([tabindex="-1"])',
  )
  if (!next.hasAttribute('tabindex')) next.tabIndex = -1
  ;(wanted ?? next).focus()
}

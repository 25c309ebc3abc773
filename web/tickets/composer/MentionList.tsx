import type { Editor } from '@tiptap/core'
import { useId, useRef, useState } from 'react'
import { useText } from '../../app/words.ts'
import { Avatar, matchScore } from '../../ui/index.ts'
import styles from './Editor.module.css'
import { mentionBefore } from './mentions.ts'

interface Colleague {
  id: number
  name: string
}
const MOST = 8

export type Mentions = ReturnType<typeof useMentions>

/** Watches for an `@` before the cursor and offers colleagues; the cursor stays in the text. */
export function useMentions(colleagues: readonly Colleague[]) {
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const picking = useRef<(colleague: Colleague) => void>(() => {})
  const found =
    typed === null
      ? []
      : colleagues
          .map((c) => ({ c, score: typed === '' ? 1 : matchScore(c.name, typed) }))
          .filter(({ score }) => score > 0)
          .toSorted((a, b) => b.score - a.score)
          .slice(0, MOST)
          .map(({ c }) => c)
  const state = useRef({ found, active })
  state.current = { found, active: Math.min(active, found.length - 1) }
  return {
    found,
    active: Math.min(active, found.length - 1),
    setPicker: (pick: (colleague: Colleague) => void) => {
      picking.current = pick
    },
    close: () => setTyped(null),
    look: (editor: Editor) => {
      if (colleagues.length === 0) return
      const { $from, empty } = editor.state.selection
      const before = empty ? $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc') : ''
      setTyped(mentionBefore(before))
      setActive(0)
    },
    /** True when the list took the key. */
    onKey: (event: KeyboardEvent): boolean => {
      const { found: all, active: at } = state.current
      if (all.length === 0) return false
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        setActive((at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length)
        return true
      }
      if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey) {
        picking.current(all[at]!)
        return true
      }
      if (event.key === 'Escape') {
        setTyped(null)
        event.stopPropagation()
        return true
      }
      return false
    },
  }
}

export function MentionList({ editor, mentions }: { editor: Editor; mentions: Mentions }) {
  const t = useText()
  const id = useId()
  const pick = (colleague: Colleague) => {
    const { $from } = editor.state.selection
    const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
    const typed = mentionBefore(before)
    if (typed === null) return
    editor
      .chain()
      .focus()
      .deleteRange({ from: $from.pos - typed.length - 1, to: $from.pos })
      .insertContent({ type: 'text', text: `@${colleague.name} ` })
      .run()
    mentions.close()
  }
  mentions.setPicker(pick)
  if (mentions.found.length === 0) return null
  const place = editor.view.coordsAtPos(editor.state.selection.from)
  const below = place.bottom + 240 < window.innerHeight
  return (
    <div
      className={styles.mentions}
      role="listbox"
      id={id}
      aria-label={t('composer.mentions')}
      style={{
        left: Math.min(place.left, window.innerWidth - 220),
        ...(below ? { top: place.bottom + 4 } : { bottom: window.innerHeight - place.top + 4 }),
      }}
    >
      {mentions.found.map((c, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the editor has the keys
        <div
          key={c.id}
          role="option"
          tabIndex={-1}
          aria-selected={i === mentions.active}
          className={styles.mention}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(c)}
        >
          <Avatar name={c.name} size={20} kind="agent" />
          {c.name}
        </div>
      ))}
      <span className="visuallyHidden" role="status">
        {mentions.found[mentions.active]?.name}
      </span>
    </div>
  )
}

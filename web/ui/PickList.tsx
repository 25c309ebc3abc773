import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import CheckIcon from '~icons/tabler/check'
import SearchIcon from '~icons/tabler/search'
import { useText } from '../app/words.ts'
import { matchScore } from './matching.ts'
import styles from './PickList.module.css'

export interface PickOption<V> {
  value: V
  label: string
  icon?: ReactNode
  /** Stands under the label. */
  hint?: string | undefined
  /** Stands at the end: a key, a number. */
  end?: ReactNode
  group?: string | undefined
  /** Other words that find it. */
  aliases?: string | undefined
  disabledReason?: string | undefined
  /** Shown whatever is typed (already searched by the house, or a way out). */
  always?: boolean | undefined
}

export interface PickListProps<V> {
  /** Names the box and the list. */
  label: string
  options: PickOption<V>[]
  onPick: (value: V) => void
  isChosen?: (value: V) => boolean
  placeholder?: string
  onType?: (typed: string) => void
  /** Said when nothing matches. */
  empty?: string
  /** Makes a new one of what is typed. */
  create?: { label: (typed: string) => string; run: (typed: string) => void } | undefined
  typed?: string
  className?: string | undefined
  footer?: ReactNode
  /** Escape closes the list alone, and not the dialog that it stands in. */
  ownEscape?: boolean
}

/** A box to type in and a list under it (ARIA: combobox with listbox). Typing narrows, arrows move, Enter picks. */
export function PickList<V>(props: PickListProps<V>) {
  const { label, options, onPick, isChosen, placeholder, onType, empty, create, className, footer } = props
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState(props.typed ?? '')
  const [active, setActive] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  const byPointer = useRef(false)

  const shown = narrow(options, typed)
  const trimmed = typed.trim()
  const canCreate = create && trimmed !== '' && !options.some((o) => o.label.toLowerCase() === trimmed.toLowerCase())
  const length = shown.length + (canCreate ? 1 : 0)
  const current =
    active >= 0 ? Math.min(active, length - 1) : Math.max(0, typed ? 0 : shown.findIndex((o) => isChosen?.(o.value)))

  useLayoutEffect(() => {
    if (!byPointer.current) list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => {
    if (list.current && typed === '') list.current.scrollTop = 0
  }, [typed])

  const pick = (index: number) => {
    const option = shown[index]
    if (option && !option.disabledReason) onPick(option.value)
    else if (!option && canCreate) create.run(trimmed)
  }
  let lastGroup: string | undefined
  return (
    <div className={className}>
      <div className={styles.search}>
        <SearchIcon />
        <input
          data-autofocus
          data-mantine-stop-propagation={props.ownEscape}
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={length > 0 ? `${id}-${current}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder ?? label}
          value={typed}
          onChange={(event) => {
            byPointer.current = false
            setTyped(event.target.value)
            setActive(-1)
            onType?.(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            byPointer.current = false
            const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
            if (step !== undefined && length > 0) {
              event.preventDefault()
              const wrap = Math.abs(step) === 1
              setActive(wrap ? (current + step + length) % length : Math.max(0, Math.min(length - 1, current + step)))
            } else if (event.key === 'Enter') {
              event.preventDefault()
              pick(current)
            }
          }}
        />
      </div>
      <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={label} ref={list}>
        {shown.map((option, i) => {
          const heading = option.group !== lastGroup ? option.group : undefined
          lastGroup = option.group
          return [
            heading && (
              <div key={`g-${heading}`} className={styles.group} role="presentation">
                {heading}
              </div>
            ),
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys
            <div
              key={`${option.group} ${option.label} ${option.hint}`}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              className={styles.option}
              aria-selected={isChosen ? isChosen(option.value) : i === current}
              aria-disabled={option.disabledReason ? true : undefined}
              title={option.disabledReason}
              data-active={i === current || undefined}
              onPointerMove={() => {
                byPointer.current = true
                if (i !== current) setActive(i)
              }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(i)}
            >
              {option.icon !== undefined && <span className={styles.icon}>{option.icon}</span>}
              <span className={styles.words}>
                <span className={styles.label}>{option.label}</span>
                {(option.disabledReason ?? option.hint) && (
                  <span className={styles.hint}>{option.disabledReason ?? option.hint}</span>
                )}
              </span>
              {option.end !== undefined && <span className={styles.end}>{option.end}</span>}
              {isChosen?.(option.value) && <CheckIcon className={styles.check} />}
            </div>,
          ]
        })}
        {canCreate && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys
          <div
            id={`${id}-${shown.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={current === shown.length}
            className={styles.option}
            data-active={current === shown.length || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(shown.length)}
          >
            {create.label(trimmed)}
          </div>
        )}
      </div>
      {length === 0 && <p className={styles.empty}>{empty ?? t('list.nothingFound')}</p>}
      <p className="visuallyHidden" role="status">
        {typed !== '' && t('list.hits', { count: length })}
      </p>
      {footer}
    </div>
  )
}

/** What answers the typed words, best first within its group; groups keep their order. */
function narrow<V>(options: PickOption<V>[], typed: string): PickOption<V>[] {
  if (typed.trim() === '') return options
  const groups = [...new Set(options.map((o) => o.group))]
  return options
    .map((option) => ({
      option,
      score: option.always
        ? 0.5
        : Math.max(
            matchScore(option.label, typed) * 2,
            matchScore(option.aliases ?? '', typed),
            option.aliases ? matchScore(`${option.label} ${option.aliases}`, typed) : 0,
          ),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => groups.indexOf(a.option.group) - groups.indexOf(b.option.group) || b.score - a.score)
    .map(({ option }) => option)
}

import { Popover } from '@mantine/core'
import { type ReactElement, useRef, useState } from 'react'
import { useText } from '../app/words.ts'
import { Tip } from './Button.tsx'
import styles from './FieldPicker.module.css'
import { PickList, type PickListProps, type PickOption } from './PickList.tsx'

export interface FieldPickerProps<V>
  extends Pick<PickListProps<V>, 'options' | 'placeholder' | 'onType' | 'empty' | 'create' | 'footer'> {
  /** What the field is called: «Status». */
  label: string
  /** What is chosen now, as words and icon. */
  display: React.ReactNode
  isChosen?: (value: V) => boolean
  onPick: (value: V) => void
  /** Several can be chosen: the list stays open. */
  multiple?: boolean
  /** Why it cannot be changed now. */
  disabledReason?: string | undefined
  /** The key that opens it, for the tooltip. */
  keys?: string | undefined
  /** Opened from outside, by a key or the command menu. */
  opened?: boolean
  onOpened?: (opened: boolean) => void
  /** `row`: fills a line of the details panel. `chip`: as wide as its words. */
  look?: 'row' | 'chip'
}

/** A value that is a button; pressed, it opens a list with a box to type in. Used for status, priority, assignee, team, type, category, tags. */
export function FieldPicker<V>(props: FieldPickerProps<V>): ReactElement {
  const { label, display, isChosen, onPick, multiple, disabledReason, keys, look = 'row' } = props
  const t = useText()
  const [own, setOwn] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const opened = (props.opened ?? own) && disabledReason === undefined
  const open = (next: boolean) => {
    setOwn(next)
    props.onOpened?.(next)
    if (!next) button.current?.focus({ preventScroll: true })
  }
  const trigger = (
    <button
      ref={button}
      type="button"
      className={`${styles.trigger} ${styles[look]}`}
      aria-haspopup="dialog"
      aria-expanded={opened}
      aria-disabled={disabledReason !== undefined || undefined}
      onClick={() => disabledReason === undefined && open(!opened)}
    >
      <span className="visuallyHidden">{label}: </span>
      {display}
    </button>
  )
  return (
    <Popover
      opened={opened}
      onChange={open}
      position="bottom-start"
      width={280}
      shadow="md"
      trapFocus
      returnFocus={false}
      withinPortal
      transitionProps={{ duration: 0 }}
      closeOnEscape
      withRoles={false}
    >
      <Popover.Target>
        <span className={look === 'row' ? styles.rowWrap : styles.chipWrap}>
          <Tip
            label={disabledReason ?? t('form.changeField', { field: label })}
            keys={disabledReason ? undefined : keys}
          >
            {trigger}
          </Tip>
        </span>
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={label} className={styles.dropdown}>
        <PickList
          label={label}
          ownEscape
          options={props.options}
          onPick={(value) => {
            onPick(value)
            if (!multiple) open(false)
          }}
          {...(isChosen ? { isChosen } : {})}
          {...(props.placeholder ? { placeholder: props.placeholder } : {})}
          {...(props.onType ? { onType: props.onType } : {})}
          {...(props.empty ? { empty: props.empty } : {})}
          create={props.create}
          footer={props.footer}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

export type { PickOption }

import { Tooltip } from '@mantine/core'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { ariaKeys } from '../app/shortcuts.ts'
import styles from './Button.module.css'
import { Keys } from './Keys.tsx'

interface Look {
  look?: 'primary' | 'default' | 'quiet' | 'danger'
  size?: 'normal' | 'small'
  wide?: boolean
}
const classOf = ({ look = 'default', size = 'normal', wide }: Look, ...more: (string | false | undefined)[]) =>
  [styles.button, styles[look], size === 'small' && styles.small, wide && styles.wide, ...more]
    .filter(Boolean)
    .join(' ')

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'>, Look {
  icon?: ReactNode
  /** Why it cannot be pressed now. It stays reachable by keyboard, and says so. */
  disabledReason?: string | undefined
  /** Its work is under way: a second press does nothing. */
  busy?: boolean | undefined
  /** The key that does the same, shown in the tooltip. */
  keys?: string
}

/** A button that, when it is off, says why. */
export function Button({
  icon,
  disabledReason,
  busy,
  keys,
  look,
  size,
  wide,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const off = disabledReason !== undefined
  const button = (
    <button
      type="button"
      {...rest}
      className={classOf({ look, size, wide } as Look, rest.className, off && styles.off, busy && styles.busy)}
      aria-disabled={off || busy || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      onClick={(event) => {
        if (off || busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {icon}
      {children}
    </button>
  )
  if (!off && !keys) return button
  return (
    <Tip label={disabledReason ?? undefined} keys={off ? undefined : keys}>
      {button}
    </Tip>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  /** What it does, for the tooltip and for those who cannot see the icon. */
  label: string
  icon: ReactNode
}

/** A button with only an icon; its name is its tooltip. */
export function IconButton({
  label,
  icon,
  disabledReason,
  busy,
  keys,
  look = 'quiet',
  size,
  wide,
  onClick,
  ...rest
}: IconButtonProps) {
  const off = disabledReason !== undefined
  return (
    <Tip label={disabledReason ? `${label}: ${disabledReason}` : label} keys={off ? undefined : keys}>
      <button
        type="button"
        {...rest}
        className={classOf({ look, size, wide } as Look, styles.icon, rest.className, off && styles.off)}
        aria-label={label}
        aria-disabled={off || busy || undefined}
        aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
        onClick={(event) => {
          if (off || busy) event.preventDefault()
          else onClick?.(event)
        }}
      >
        {icon}
      </button>
    </Tip>
  )
}

/** A tooltip with the key beside the words. */
export function Tip({
  label,
  keys,
  children,
}: {
  label?: string | undefined
  keys?: string | undefined
  children: ReactNode
}) {
  return (
    <Tooltip
      openDelay={400}
      transitionProps={{ duration: 0 }}
      events={{ hover: true, focus: true, touch: false }}
      label={
        <span className={styles.tip}>
          {label}
          {keys && <Keys keys={keys} />}
        </span>
      }
      maw={320}
      multiline
    >
      {children as React.ReactElement}
    </Tooltip>
  )
}

export const buttonClass = (look: Look) => classOf(look)

import styles from './Avatar.module.css'
import { initialsOf } from './initials.ts'

/** Initials on a calm ground. The name stands beside it, so it says nothing by itself. */
export function Avatar({
  name,
  size = 28,
  kind = 'customer',
}: {
  name: string
  size?: number
  kind?: 'customer' | 'agent'
}) {
  return (
    <span
      className={`${styles.avatar} ${kind === 'agent' ? styles.agent : styles[`tone${toneOf(name)}`]}`}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  )
}

const toneOf = (name: string) => [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1009, 7) % 5

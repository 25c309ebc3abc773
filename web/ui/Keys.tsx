import { keyNames } from '../app/shortcuts.ts'
import styles from './Keys.module.css'

/** A key or a combination, as this machine names it. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keyNames(keys).map((name, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of keys is what they are
        <kbd key={i}>{name}</kbd>
      ))}
    </span>
  )
}

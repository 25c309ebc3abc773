import { useText } from '../../app/words.ts'
import { useSlow } from '../../ui/index.ts'
import styles from './ListSkeleton.module.css'

/** Rows to come, as high as they will be. */
export function ListSkeleton({ rowHeight, count = 9 }: { rowHeight: number; count?: number }) {
  const t = useText()
  const slow = useSlow()
  return (
    <div role="status" aria-label={t('app.loading')}>
      {slow &&
        Array.from({ length: count }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
          <div key={i} className={styles.row} style={{ height: rowHeight }}>
            <span className={styles.dot} />
            <span style={{ width: `${34 + ((i * 13) % 30)}%` }} />
            <span style={{ width: `${58 + ((i * 17) % 34)}%` }} />
          </div>
        ))}
    </div>
  )
}

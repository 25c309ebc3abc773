import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTitle } from '../app/title.ts'
import { ErrorState, Skeleton } from '../ui/index.ts'
import styles from './settings.module.css'

/** One page of the settings: title, what it is for, what can be added, and its contents. */
export function SettingsPage({
  title,
  lead,
  actions,
  children,
  wide = false,
}: {
  title: string
  lead?: string
  actions?: ReactNode
  children: ReactNode
  wide?: boolean
}) {
  useTitle(title)
  return (
    <div className={`${styles.page} ${wide ? styles.wide : ''}`}>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** A list from the house: grey bars while it is read, an error with a way on, then what `children` makes of it. */
export function Loaded<T>({
  read,
  children,
  empty,
  isEmpty,
}: {
  read: UseQueryResult<T, Error>
  children: (data: T) => ReactNode
  empty?: ReactNode
  isEmpty?: (data: T) => boolean
}) {
  if (read.data !== undefined) return isEmpty?.(read.data) ? empty : children(read.data)
  if (read.isError) return <ErrorState error={read.error} retry={() => void read.refetch()} />
  return <Skeleton lines={[90, 76, 84, 70]} height={20} gap={18} padding={0} />
}

/** A cell of a table; what is not there is a dash, and takes no room where tables are cards. */
export function Cell({ children }: { children: ReactNode }) {
  const none = children === undefined || children === null || children === ''
  return <td data-none={none || undefined}>{none ? '–' : children}</td>
}

import { Link, useParams } from '@tanstack/react-router'
import type { Answer, tickets } from '#contract'
import InboxIcon from '~icons/tabler/inbox'
import MenuIcon from '~icons/tabler/menu-2'
import SearchIcon from '~icons/tabler/search'
import UserIcon from '~icons/tabler/user'
import { openCommands, opened } from '../app/opened.ts'
import { useText } from '../app/words.ts'
import styles from './BottomBar.module.css'

/** On phones: the four places one goes most. Hidden on a ticket, where its own bar stands. */
export function BottomBar({ counts }: { counts: Answer<typeof tickets.counts> | undefined }) {
  const t = useText()
  const { view, number } = useParams({ strict: false })
  if (number) return null
  const link = (name: string, label: string, icon: React.ReactNode, count?: number) => (
    <Link
      to="/inbox/$view/{-$number}"
      params={{ view: name, number: undefined }}
      search={{}}
      className={styles.item}
      data-here={view === name || undefined}
      aria-current={view === name ? 'page' : undefined}
    >
      <span className={styles.icon}>
        {icon}
        {count !== undefined && count > 0 && (
          <span className={styles.count} aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </span>
      {label}
    </Link>
  )
  return (
    <nav className={styles.bar} aria-label={t('nav.bottom')}>
      {link('live', t('nav.inbox'), <InboxIcon />)}
      {link('mine', t('nav.mineShort'), <UserIcon />, counts?.mine)}
      <button type="button" className={styles.item} onClick={openCommands}>
        <span className={styles.icon}>
          <SearchIcon />
        </span>
        {t('nav.search')}
      </button>
      <button type="button" className={styles.item} onClick={() => opened.set('menu')}>
        <span className={styles.icon}>
          <MenuIcon />
        </span>
        {t('action.more')}
      </button>
    </nav>
  )
}

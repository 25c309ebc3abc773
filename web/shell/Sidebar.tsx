import { Menu } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ComponentType, ReactNode, SVGProps } from 'react'
import { type Answer, notifications, people, session, type tickets } from '#contract'
import SpamIcon from '~icons/tabler/ban'
import BellIcon from '~icons/tabler/bell'
import BuildingIcon from '~icons/tabler/building'
import ChecksIcon from '~icons/tabler/circle-check'
import ClockIcon from '~icons/tabler/clock-pause'
import HourglassIcon from '~icons/tabler/hourglass'
import InboxIcon from '~icons/tabler/inbox'
import LogoutIcon from '~icons/tabler/logout'
import PencilIcon from '~icons/tabler/pencil'
import PlusIcon from '~icons/tabler/plus'
import SearchIcon from '~icons/tabler/search'
import SettingsIcon from '~icons/tabler/settings'
import ShieldIcon from '~icons/tabler/shield-question'
import StarIcon from '~icons/tabler/star'
import TrashIcon from '~icons/tabler/trash'
import UserIcon from '~icons/tabler/user'
import UserQuestionIcon from '~icons/tabler/user-question'
import UsersIcon from '~icons/tabler/users'
import { call } from '../app/api.ts'
import { useData } from '../app/data.ts'
import { showError } from '../app/error-toast.ts'
import { wholeNumber } from '../app/format.ts'
import { openCommands } from '../app/opened.ts'
import { isAdmin, isLight, useMe } from '../app/session.ts'
import { useLanguage, useText } from '../app/words.ts'
import { askForNewTicket } from '../tickets/new-ticket-request.ts'
import { Avatar, IconButton, initialsOf, Keys, Tip } from '../ui/index.ts'
import styles from './Sidebar.module.css'

type Icon = ComponentType<SVGProps<SVGSVGElement>> | string
type Counts = Answer<typeof tickets.counts> | undefined

interface Props {
  counts: Counts
  /** In the drawer on phones: always with words. */
  whole?: boolean
  onGo?: () => void
}

/** Where one can go: own work first, then teams, other lists, customers, settings. */
export function Sidebar({ counts, whole = false, onGo }: Props) {
  const t = useText()
  const me = useMe()
  const { data: teams } = useData(people.teams, {}, { staleTime: 60_000 })
  const { data: told } = useData(notifications.list, { query: {} })
  const active = teams?.items.filter((team) => team.active) ?? []
  const item = (view: string, icon: Icon, label: string, count?: number) => (
    <ViewLink key={view} view={view} icon={icon} label={label} count={count} onGo={onGo} />
  )
  return (
    <nav className={`${styles.nav} ${whole ? styles.whole : ''}`} aria-label={t('nav.main')} data-region="sidebar">
      <div className={styles.head}>
        <span className={styles.name} title={me.organisation.name}>
          {me.organisation.name}
        </span>
        <IconButton
          label={t('action.newTicket')}
          keys="C"
          size="small"
          icon={<PlusIcon />}
          disabledReason={isLight(me) ? t('app.lightReason') : undefined}
          onClick={() => {
            onGo?.()
            askForNewTicket()
          }}
        />
      </div>
      <button
        type="button"
        className={styles.search}
        onClick={() => {
          onGo?.()
          openCommands()
        }}
      >
        <SearchIcon />
        <span className={styles.word}>{t('nav.searchPlaceholder')}</span>
        <span className={styles.word}>
          <Keys keys="Mod K" />
        </span>
      </button>
      <div className={styles.scroll}>
        <Group>
          {item('live', InboxIcon, t('nav.inbox'), counts?.live)}
          {item('mine', UserIcon, t('nav.mine'), counts?.mine)}
          {item('unassigned', UserQuestionIcon, t('nav.unassigned'), counts?.unassigned)}
          {item('following', StarIcon, t('nav.following'))}
          {item('drafts', PencilIcon, t('nav.drafts'), counts?.drafts)}
          <PageLink
            to="/notifications"
            icon={BellIcon}
            label={t('nav.notifications')}
            count={told?.unread}
            said={t('notification.count', { count: told?.unread ?? 0 })}
            onGo={onGo}
          />
        </Group>
        {active.length > 0 && (
          <Group label={t('nav.queues')}>
            {active.map((team) =>
              item(
                `team-${team.id}`,
                initialsOf(team.name),
                team.name,
                counts?.teams.find((c) => c.id === team.id)?.count,
              ),
            )}
          </Group>
        )}
        <Group label={t('nav.views')}>
          {item('waiting', HourglassIcon, t('nav.waiting'))}
          {item('postponed', ClockIcon, t('nav.postponed'))}
          {item('resolved', ChecksIcon, t('nav.resolved'))}
          {item('quarantine', ShieldIcon, t('nav.quarantine'))}
          {item('spam', SpamIcon, t('nav.spam'))}
          {item('trash', TrashIcon, t('nav.trash'))}
        </Group>
        <Group>
          <PageLink to="/customers" icon={UsersIcon} label={t('nav.customers')} onGo={onGo} />
          <PageLink to="/organisations" icon={BuildingIcon} label={t('nav.organisations')} onGo={onGo} />
          <PageLink
            to={isAdmin(me) ? '/settings' : '/settings/profile'}
            icon={SettingsIcon}
            label={t('nav.settings')}
            onGo={onGo}
          />
        </Group>
      </div>
      <OwnMenu onGo={onGo} />
    </nav>
  )
}

function Group({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <div className={styles.group}>
      {label && <h2 className={styles.heading}>{label}</h2>}
      <ul>{children}</ul>
    </div>
  )
}

function ViewLink({
  view,
  icon,
  label,
  count,
  onGo,
}: {
  view: string
  icon: Icon
  label: string
  count: number | undefined
  onGo: (() => void) | undefined
}) {
  const here = useParams({ strict: false }).view === view
  return (
    <li>
      <Tip label={label}>
        <Link
          to="/inbox/$view/{-$number}"
          params={{ view, number: undefined }}
          search={{}}
          className={styles.link}
          data-here={here || undefined}
          aria-current={here ? 'page' : undefined}
          onClick={onGo}
        >
          <Inside icon={icon} label={label} count={count} />
        </Link>
      </Tip>
    </li>
  )
}

function PageLink({
  to,
  icon,
  label,
  count,
  said,
  onGo,
}: {
  to: '/notifications' | '/customers' | '/organisations' | '/settings' | '/settings/profile'
  icon: Icon
  label: string
  count?: number | undefined
  said?: string
  onGo: (() => void) | undefined
}) {
  return (
    <li>
      <Tip label={label}>
        <Link
          to={to}
          className={styles.link}
          activeProps={{ 'data-here': true, 'aria-current': 'page' }}
          onClick={onGo}
        >
          <Inside icon={icon} label={label} count={count} said={said} />
        </Link>
      </Tip>
    </li>
  )
}

function Inside({
  icon: Icon,
  label,
  count,
  said,
}: {
  icon: Icon
  label: string
  count: number | undefined
  /** The count in words, when it does not count tickets. */
  said?: string | undefined
}) {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      {typeof Icon === 'string' ? (
        <span className={styles.mark} aria-hidden="true">
          {Icon}
        </span>
      ) : (
        <Icon className={styles.icon} />
      )}
      <span className={`${styles.word} ${styles.label}`}>{label}</span>
      {count !== undefined && count > 0 && (
        <span className={styles.count}>
          <span aria-hidden="true">{wholeNumber(count, language)}</span>
          <span className="visuallyHidden">{said ?? t('list.count', { count })}</span>
        </span>
      )}
    </>
  )
}

function OwnMenu({ onGo }: { onGo: (() => void) | undefined }) {
  const t = useText()
  const me = useMe()
  const navigate = useNavigate()
  return (
    <Menu position="top-start" width={220} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={styles.own}>
          <Avatar name={me.agent.name} kind="agent" size={26} />
          <span className={`${styles.word} ${styles.label}`}>{me.agent.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<UserIcon />}
          onClick={() => {
            onGo?.()
            void navigate({ to: '/settings/profile' })
          }}
        >
          {t('settings.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<LogoutIcon />} onClick={() => void signOut()}>
          {t('auth.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Ends the session; the page is loaded anew, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await call(session.signOut, {}, { whenSignedOut: 'throw' })
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && error.status === 401)) return showError(error as Error)
  }
  location.assign('/app/sign-in')
}

import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { tickets } from '#contract'
import { useReachable } from '../app/connection.ts'
import { useData } from '../app/data.ts'
import { useLiveConnection } from '../app/live.ts'
import { openCommands, opened, openKeys } from '../app/opened.ts'
import { isAdmin, isLight, useMe } from '../app/session.ts'
import { useKeyboard, useShortcuts } from '../app/shortcuts.ts'
import { useStore } from '../app/store.ts'
import { useText } from '../app/words.ts'
import { askForNewTicket, closeNewTicket, useNewTicketRequest } from '../tickets/new-ticket-request.ts'
import { NewTicket } from '../tickets/pages.ts'
import { SidePanel } from '../ui/index.ts'
import { BottomBar } from './BottomBar.tsx'
import { MailboxBanner } from './MailboxBanner.tsx'
import { useRegionKeys } from './regions.ts'
import styles from './Shell.module.css'
import { Sidebar } from './Sidebar.tsx'
import { SignInAgain } from './SignInAgain.tsx'

const CommandMenu = lazy(() => import('./CommandMenu.tsx'))
const ShortcutHelp = lazy(() => import('./ShortcutHelp.tsx'))

/** What stands around every page of the desk: the sidebar, the keys, the live line, and what opens over the page. */
export function Shell() {
  const t = useText()
  const me = useMe()
  const reachable = useReachable()
  const over = useStore(opened)
  const newTicket = useNewTicketRequest()
  useLiveConnection()
  useKeyboard()
  useRegionKeys()
  useGeneralShortcuts()
  const { data: counts } = useData(tickets.counts, {})
  return (
    <div className={styles.shell}>
      <a className="skipLink" href="#main">
        {t('nav.skipToMain')}
      </a>
      <div className={styles.notices}>
        {!reachable && (
          <div className={styles.offline} role="status">
            {t('app.offline')}
          </div>
        )}
        <MailboxBanner />
      </div>
      <div className={styles.sidebar}>
        <Sidebar counts={counts} />
      </div>
      <main id="main" className={styles.main} tabIndex={-1} data-region="main">
        <Outlet />
        {/* Menus and tooltips are put in here: what stands outside of every landmark is hard to find. */}
        <div data-mantine-shared-portal-node="true" />
      </main>
      <BottomBar counts={counts} />
      <SidePanel
        opened={over === 'menu'}
        onClose={() => opened.set('nothing')}
        title={me.organisation.name}
        side="left"
        size={300}
      >
        <Sidebar counts={counts} whole onGo={() => opened.set('nothing')} />
      </SidePanel>
      <Suspense>
        {over === 'commands' && <CommandMenu onClose={() => opened.set('nothing')} />}
        {over === 'keys' && <ShortcutHelp onClose={() => opened.set('nothing')} />}
        {newTicket && <NewTicket request={newTicket} onClose={closeNewTicket} />}
      </Suspense>
      <SignInAgain />
    </div>
  )
}

function useGeneralShortcuts(): void {
  const t = useText()
  const me = useMe()
  const navigate = useNavigate()
  const view = (name: string) => () =>
    void navigate({ to: '/inbox/$view/{-$number}', params: { view: name, number: undefined }, search: {} })
  const go = (label: string, keys: string | undefined, run: () => void) => ({
    group: 'go' as const,
    label,
    run,
    ...(keys ? { keys } : {}),
  })
  useShortcuts([
    { keys: 'Mod K', label: t('palette.title'), run: openCommands, group: 'general', whileTyping: true },
    { keys: '/', label: t('nav.search'), run: openCommands, group: 'general', aliases: 'finn find søk sök haku hae' },
    {
      keys: 'C',
      label: t('action.newTicket'),
      run: () => askForNewTicket(),
      group: 'general',
      aliases: 'opprett create sak billett ticket henvendelse sag ärende tiketti case request',
      disabledReason: isLight(me) ? t('app.lightReason') : undefined,
    },
    {
      keys: '?',
      label: t('palette.shortcuts'),
      run: openKeys,
      group: 'general',
      aliases: 'hjelp help taster keys hjälp ohje',
    },
    go(t('nav.inbox'), 'G I', view('live')),
    go(t('nav.mine'), 'G M', view('mine')),
    go(t('nav.unassigned'), 'G U', view('unassigned')),
    go(t('nav.following'), 'G F', view('following')),
    go(t('nav.drafts'), 'G D', view('drafts')),
    go(t('nav.notifications'), 'G N', () => void navigate({ to: '/notifications' })),
    go(t('nav.customers'), 'G K', () => void navigate({ to: '/customers' })),
    go(t('nav.organisations'), 'G O', () => void navigate({ to: '/organisations' })),
    go(t('nav.settings'), 'G S', () => void navigate({ to: isAdmin(me) ? '/settings' : '/settings/profile' })),
    go(t('nav.waiting'), undefined, view('waiting')),
    go(t('nav.postponed'), undefined, view('postponed')),
    go(t('nav.resolved'), undefined, view('resolved')),
    go(t('nav.closed'), undefined, view('closed')),
    go(t('nav.spam'), undefined, view('spam')),
    go(t('nav.trash'), undefined, view('trash')),
    go(t('nav.quarantine'), undefined, view('quarantine')),
    go(t('settings.profile'), undefined, () => void navigate({ to: '/settings/profile' })),
  ])
}

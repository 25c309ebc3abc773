import { Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { customers, tickets } from '#contract'
import ArrowIcon from '~icons/tabler/arrow-right'
import CommandIcon from '~icons/tabler/bolt'
import SearchIcon from '~icons/tabler/search'
import UserIcon from '~icons/tabler/user'
import { useData } from '../app/data.ts'
import { isAdmin, useMe } from '../app/session.ts'
import { type Shortcut, useAllShortcuts } from '../app/shortcuts.ts'
import { useText, type WordKey } from '../app/words.ts'
import { SETTINGS_PAGES } from '../settings/pages.ts'
import { Keys, PickList, type PickOption, StatusIcon, standingOf } from '../ui/index.ts'
import { ALIASES } from './aliases.ts'
import styles from './CommandMenu.module.css'

const HEADINGS: Record<NonNullable<Shortcut['group']>, WordKey> = {
  ticket: 'palette.thisTicket',
  list: 'palette.lists',
  general: 'palette.everywhere',
  go: 'palette.goTo',
}
const ORDER = ['ticket', 'list', 'general', 'go'] as const

/** One box for everything: what can be done to this ticket, where to go, tickets, customers, settings. It shows the keys, so that people learn them. */
export default function CommandMenu({ onClose }: { onClose: () => void }) {
  const t = useText()
  const me = useMe()
  const navigate = useNavigate()
  const shortcuts = useAllShortcuts()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim(), 120)
  const search = q.length >= 2
  const found = useData(
    tickets.list,
    { query: { q, view: 'all', sort: '-updatedAt', limit: 6 } },
    { enabled: search, keepPrevious: true },
  )
  const people = useData(customers.list, { query: { q, limit: 4 } }, { enabled: search, keepPrevious: true })

  const openTicket = (number: string) => void navigate({ to: '/tickets/$number', params: { number } })
  const number = typed.trim().toUpperCase()
  const options: PickOption<() => void>[] = [
    ...(/^\d{6}[0-9A-HJ-NP-Z]{3,4}$/.test(number)
      ? [
          {
            value: () => openTicket(number),
            label: t('palette.openNumber', { number }),
            group: t('term.tickets'),
            icon: <ArrowIcon />,
            always: true,
          },
        ]
      : []),
    ...ORDER.flatMap((group) =>
      latestOfEach(shortcuts)
        .filter(
          (shortcut) => (shortcut.group ?? 'general') === group && shortcut.keys !== 'Mod K' && shortcut.keys !== '/',
        )
        .map((shortcut) => ({
          value: shortcut.run,
          label: shortcut.label,
          group: t(HEADINGS[group]),
          icon: group === 'go' ? <ArrowIcon /> : <CommandIcon />,
          end: shortcut.keys ? <Keys keys={shortcut.keys} /> : undefined,
          aliases: [shortcut.aliases, shortcut.keys && ALIASES[shortcut.keys]].filter(Boolean).join(' '),
          disabledReason: shortcut.disabledReason,
        })),
    ),
    ...(search
      ? (found.data?.items ?? []).map((row) => ({
          value: () => openTicket(row.number),
          label: row.title,
          hint: [row.number, row.requester?.name || row.requester?.email, row.organisation?.name]
            .filter(Boolean)
            .join(' · '),
          group: t('term.tickets'),
          icon: <StatusIcon standing={standingOf(row)} />,
          always: true,
        }))
      : []),
    ...(search
      ? (people.data?.items ?? []).map((customer) => ({
          value: () => void navigate({ to: '/customers/$id', params: { id: String(customer.id) } }),
          label: customer.name || customer.email || `#${customer.id}`,
          hint: [customer.email, customer.organisation?.name].filter(Boolean).join(' · '),
          group: t('nav.customers'),
          icon: <UserIcon />,
          always: true,
        }))
      : []),
    ...(search
      ? SETTINGS_PAGES.filter((page) => !page.admin || isAdmin(me)).map((page) => ({
          value: () => void navigate({ to: page.to }),
          label: t(page.words),
          group: t('nav.settings'),
          icon: <ArrowIcon />,
          aliases: page.aliases,
        }))
      : []),
    ...(search
      ? [
          {
            value: () =>
              void navigate({
                to: '/inbox/$view/{-$number}',
                params: { view: 'all', number: undefined },
                search: { q: typed.trim() },
              }),
            label: t('palette.searchAll', { query: typed.trim() }),
            group: t('nav.search'),
            icon: <SearchIcon />,
            always: true,
          },
        ]
      : []),
  ]
  return (
    <Modal.Root opened onClose={onClose} size={620} yOffset="10vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.42} />
      <Modal.Content aria-label={t('palette.title')} className={styles.content!}>
        <Modal.Body p={0}>
          <PickList
            label={t('palette.title')}
            placeholder={t('palette.placeholder')}
            options={options}
            onType={setTyped}
            onPick={(run) => {
              onClose()
              // After the focus has gone back: what runs may move it again.
              setTimeout(run)
            }}
            empty={t('list.nothingFound')}
            className={styles.menu}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** The innermost of each key and label: what would run. */
function latestOfEach(shortcuts: Shortcut[]): Shortcut[] {
  const latest = new Map<string, Shortcut>()
  for (const shortcut of shortcuts) latest.set(shortcut.keys ?? shortcut.label, shortcut)
  return [...latest.values()]
}

/** A value once it has stopped changing for a moment. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

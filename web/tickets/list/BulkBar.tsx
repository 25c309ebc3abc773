import { Menu } from '@mantine/core'
import { type Priority, people, type Status, type TicketPatch, ticketSettings } from '#contract'
import CloseIcon from '~icons/tabler/x'
import { useData } from '../../app/data.ts'
import { showError } from '../../app/error-toast.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import { Button, FieldPicker, IconButton, PriorityIcon, StatusIcon } from '../../ui/index.ts'
import { cachedTicket, settle, useChangeTicket } from '../change-ticket.ts'
import { type ChangeMade, undoChange } from '../thread/undo.ts'
import styles from './BulkBar.module.css'

/** What can be done to all selected tickets at once; one toast takes all of it back. */
export function BulkBar({
  selected,
  onClear,
  view,
}: {
  selected: ReadonlySet<string>
  onClear: () => void
  view: string
}) {
  const t = useText()
  const { change } = useChangeTicket()
  const { data: agents } = useData(people.agents, {}, { staleTime: 60_000 })
  const { data: teams } = useData(people.teams, {}, { staleTime: 60_000 })
  const { data: tags } = useData(ticketSettings.tags, {}, { staleTime: 60_000 })

  const apply = async (patch: TicketPatch) => {
    const numbers = [...selected]
    onClear()
    const made = await eachOf(numbers, async (number): Promise<ChangeMade | undefined> => {
      const from = cachedTicket(number)?.version
      const after = await change({ number, patch })
      return after && { number, from: from ?? after.version, to: after.version }
    })
    if (made.length === 0) return
    const undo = async () => {
      const undone = await eachOf(made, async (one) => {
        try {
          const ticket = await undoChange(one)
          if (ticket) settle(ticket)
          return one
        } catch (error) {
          showError(error as Error)
          return undefined
        }
      })
      if (undone.length > 0) showToast({ text: t('toast.bulkDone', { count: undone.length }) })
    }
    showToast({
      text: t('toast.bulkDone', { count: made.length }),
      action: { label: t('action.undo'), run: () => void undo() },
    })
  }
  const statuses: Status[] = ['open', 'in_progress', 'resolved']
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('list.selected', { count: selected.size })}>
      <strong className={styles.count} role="status">
        {t('list.selected', { count: selected.size })}
      </strong>
      <FieldPicker<number | null>
        look="chip"
        label={t('term.assignee')}
        display={t('term.assignee')}
        options={[
          { value: null, label: t('nav.unassigned') },
          ...(agents?.items ?? [])
            .filter((a) => a.active && a.role !== 'light_agent')
            .map((a) => ({ value: a.id, label: a.name, hint: a.email })),
        ]}
        onPick={(assigneeId) => void apply({ assigneeId })}
      />
      <FieldPicker<Status>
        look="chip"
        label={t('term.status')}
        display={t('term.status')}
        options={statuses.map((value) => {
          const standing = value === 'in_progress' ? 'inProgress' : value
          return { value, label: t(`status.${standing}`), icon: <StatusIcon standing={standing} /> }
        })}
        onPick={(status) => void apply({ status })}
      />
      <FieldPicker<Priority>
        look="chip"
        label={t('term.priority')}
        display={t('term.priority')}
        options={(['urgent', 'high', 'medium', 'low'] as const).map((value) => ({
          value,
          label: t(`priority.${value}`),
          icon: <PriorityIcon priority={value} />,
        }))}
        onPick={(priority) => void apply({ priority })}
      />
      <FieldPicker<string>
        look="chip"
        label={t('term.tags')}
        display={t('term.tags')}
        options={(tags?.items ?? []).map((tag) => ({ value: tag.name, label: tag.name }))}
        create={{
          label: (typed) => t('list.newTag', { tag: typed }),
          run: (typed) => void apply({ addTags: [typed] }),
        }}
        onPick={(tag) => void apply({ addTags: [tag] })}
      />
      <FieldPicker<number | null>
        look="chip"
        label={t('term.team')}
        display={t('term.team')}
        options={[
          { value: null, label: t('list.none') },
          ...(teams?.items ?? []).filter((team) => team.active).map((team) => ({ value: team.id, label: team.name })),
        ]}
        onPick={(teamId) => void apply({ teamId })}
      />
      {view === 'spam' || view === 'trash' ? (
        <Button size="small" onClick={() => void apply({ folder: 'inbox' })}>
          {t('action.restore')}
        </Button>
      ) : (
        <Menu position="top" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <button type="button" className={styles.more}>
              {t('action.more')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void apply({ folder: 'spam' })}>{t('action.markSpam')}</Menu.Item>
            <Menu.Item onClick={() => void apply({ folder: 'trash' })}>{t('action.moveToTrash')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <span className={styles.end}>
        <IconButton
          size="small"
          label={t('list.clearSelection')}
          keys="Escape"
          icon={<CloseIcon />}
          onClick={onClear}
        />
      </span>
    </div>
  )
}

/** Four at a time; answers with what succeeded, in order. */
async function eachOf<T, R>(all: T[], run: (one: T) => Promise<R | undefined>): Promise<R[]> {
  const results: (R | undefined)[] = new Array(all.length)
  let next = 0
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (next < all.length) {
        const i = next++
        results[i] = await run(all[i]!)
      }
    }),
  )
  return results.filter((result): result is Awaited<R> & R => result !== undefined)
}

import { Fragment, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Event, Ticket } from '#contract'
import WarningIcon from '~icons/tabler/alert-circle'
import UndoIcon from '~icons/tabler/arrow-back-up'
import ChevronIcon from '~icons/tabler/chevron-down'
import HistoryIcon from '~icons/tabler/clock-play'
import DotIcon from '~icons/tabler/point-filled'
import { dateAndTime, fullDateAndTime, timeOnly } from '../../app/format.ts'
import { LOCALES, type Translate, useLanguage, useText, wordExists } from '../../app/words.ts'
import { IconButton } from '../../ui/index.ts'
import { actorName } from './actor-name.ts'
import styles from './EventLines.module.css'
import { canUndo, peopleIn, type Sentence, sentenceOf, type Value } from './sentences.ts'
import { type Directory, usePersonNames } from './ticket-data.ts'
import { severityWord, typeWord, waitingWord } from './ticket-words.ts'
import { joinEvents, lastOfEach } from './timeline.ts'

interface Props {
  events: Event[]
  ticket: Ticket
  directory: Directory
  /** Leaves it out where nothing may be changed: in the past, on a closed ticket. */
  onUndo?: ((event: Event) => void) | undefined
  onShowAt?: ((at: string) => void) | undefined
}

/** How many lines of one run stay in view. */
const SHOWN = 3

/** What happened between two messages, one quiet line for each thing someone did in one go. */
export function EventLines({ events, ticket, directory, onUndo, onShowAt }: Props) {
  const t = useText()
  const [whole, setWhole] = useState(false)
  const lines = joinEvents(events)
  const hidden = whole ? 0 : Math.max(0, lines.length - SHOWN)
  const tell = useTeller(events, ticket, directory)
  return (
    <ul className={styles.lines}>
      {hidden > 1 && (
        <li>
          <button type="button" className={styles.more} onClick={() => setWhole(true)}>
            <ChevronIcon /> {t('thread.earlierEvents', { count: hidden })}
          </button>
        </li>
      )}
      {lines.slice(hidden > 1 ? hidden : 0).map((line) => (
        <li key={line.key} className={styles.line}>
          <Line events={line.events} at={line.at} tell={tell} onUndo={onUndo} onShowAt={onShowAt} />
        </li>
      ))}
    </ul>
  )
}

function Line({
  events,
  at,
  tell,
  onUndo,
  onShowAt,
}: { events: Event[]; at: string; tell: ReturnType<typeof useTeller> } & Pick<Props, 'onUndo' | 'onShowAt'>) {
  const t = useText()
  const language = useLanguage()
  const sentences = lastOfEach(events).map((event) => ({ event, sentence: sentenceOf(event) }))
  const failed = sentences.some(({ sentence }) => sentence.failed)
  const undoable = onUndo ? events.filter(canUndo) : []
  const list = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' })
  // «Kari claimed the ticket, changed the status to In progress and …»: the language says how a list is joined.
  const parts = list.formatToParts(sentences.map((_, i) => String(i)))
  const reasons = sentences.flatMap(({ sentence }) => (sentence.reason ? [sentence.reason] : []))
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return (
    <div className={`${styles.row} ${failed ? styles.failed : ''}`}>
      <span className={styles.mark}>{failed ? <WarningIcon /> : <DotIcon />}</span>
      <span className={styles.words}>
        {parts.map((part, i) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: commas and «and» stand where they stand
          if (part.type === 'literal') return <Fragment key={i}>{part.value}</Fragment>
          const { event, sentence } = sentences[Number(part.value)]!
          return <Fragment key={event.id}>{tell(event, sentence, Number(part.value) > 0)}</Fragment>
        })}
        {reasons.map((reason) => (
          <span key={reason} className={styles.reason}>
            {failed ? reason : t('thread.reasonGiven', { reason })}
          </span>
        ))}{' '}
        <time dateTime={at} title={fullDateAndTime(at, language)} className={styles.time}>
          {isToday ? timeOnly(at, language) : dateAndTime(at, language)}
        </time>
      </span>
      <span className={styles.tools}>
        {undoable.length > 0 && (
          <IconButton
            size="small"
            label={t('thread.undoEvent')}
            icon={<UndoIcon />}
            onClick={() => {
              // The last one first: each undoing stands on what was before it.
              for (const event of undoable.toReversed()) onUndo?.(event)
            }}
          />
        )}
        {onShowAt && (
          <IconButton size="small" label={t('thread.asOfHere')} icon={<HistoryIcon />} onClick={() => onShowAt(at)} />
        )}
      </span>
    </div>
  )
}

/** Fills in a sentence: names by id, words of the house, times in the reader's language. */
function useTeller(events: Event[], ticket: Ticket, directory: Directory) {
  const t = useText()
  const rich = useTranslations() as unknown as {
    rich(key: string, values: Record<string, unknown>): ReactNode
  }
  const language = useLanguage()
  const { persons, organisations } = peopleIn(events)
  const personName = usePersonNames(persons, organisations, ticket)
  const list = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' })
  const named = (all: readonly { id: number; name: string }[], id: number) => all.find((x) => x.id === id)?.name ?? '…'

  const fill = (value: Value): string => {
    if (typeof value === 'string') return value
    if ('agent' in value) return named(directory.agents, value.agent)
    if ('team' in value) return named(directory.teams, value.team)
    if ('category' in value) return directory.categories.find((c) => c.id === value.category)?.path.join(' › ') ?? '…'
    if ('person' in value) return personName('person', value.person)
    if ('organisation' in value) return personName('organisation', value.organisation)
    if ('type' in value) return typeWord(value.type, directory.types, t)
    if ('time' in value) return dateAndTime(value.time, language)
    if ('tags' in value) return list.format(value.tags)
    if ('fields' in value)
      return list.format(value.fields.map((key) => directory.fields.find((f) => f.key === key)?.label ?? key))
    return worded(value.word, value.value, t)
  }

  return (event: Event, sentence: Sentence, continued: boolean): ReactNode => {
    const key = `history.${sentence.key}`
    if (!wordExists(key)) return sentence.key
    const values = Object.fromEntries(Object.entries(sentence.values).map(([name, value]) => [name, fill(value)]))
    return rich.rich(key, {
      ...values,
      actor: actorName(event, t),
      who: (chunks: ReactNode) => (continued ? null : <b className={styles.actor}>{chunks}</b>),
    })
  }
}

function worded(
  kind: 'status' | 'waitingOn' | 'priority' | 'severity' | 'folder',
  value: string,
  t: Translate,
): string {
  if (kind === 'status') return t(value === 'in_progress' ? 'status.inProgress' : (`status.${value}` as 'status.open'))
  if (kind === 'waitingOn') return waitingWord(value, t)
  if (kind === 'priority') return t(`priority.${value}` as 'priority.low')
  if (kind === 'severity') return severityWord(value, t)
  return t(value === 'inbox' ? 'status.open' : (`status.${value}` as 'status.spam'))
}

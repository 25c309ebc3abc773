import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { customers, tickets } from '#contract'
import { useCommand, useData } from '../../app/data.ts'
import { useMe } from '../../app/session.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import {
  Button,
  Dialog,
  FieldPicker,
  Keys,
  PriorityLabel,
  StatusIcon,
  standingOf,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { assigneeOptions, priorityOptions, teamOptions, typeOptions } from '../details/field-options.tsx'
import type { NewTicketRequest } from '../new-ticket-request.ts'
import { useDirectory } from '../thread/ticket-data.ts'
import { typeWord } from '../thread/ticket-words.ts'
import { CustomerChoice } from './CustomerChoice.tsx'
import styles from './NewTicket.module.css'
import { BLANK, isBlank, keepDraft, keptDraft, type Missing, missing, type NewTicketDraft } from './new-ticket-draft.ts'

/** A new ticket: a customer and a subject; the rest can wait. What is written is kept when the dialog is closed. */
export function NewTicket({ request, onClose }: { request: NewTicketRequest; onClose: () => void }) {
  const t = useText()
  const me = useMe()
  const navigate = useNavigate()
  const directory = useDirectory()
  const [kept] = useState(() => keptDraft(me.agent.id))
  const [draft, setDraft] = useState<NewTicketDraft>(kept ?? BLANK)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useCustomerOf(request, (customer) => setDraft((now) => ({ ...now, customer })))
  useEffect(() => keepDraft(me.agent.id, draft), [me.agent.id, draft])
  const set = (patch: Partial<NewTicketDraft>) => setDraft((now) => ({ ...now, ...patch }))
  const wrong = tried ? missing(draft) : []
  const open = useCommand(tickets.open, {
    done: (ticket) => {
      keepDraft(me.agent.id, BLANK)
      onClose()
      showToast({ text: t('toast.created', { number: ticket.number }) })
      void navigate({ to: '/tickets/$number', params: { number: ticket.number } })
    },
    refresh: [tickets.list, tickets.counts],
  })
  const create = () => {
    setTried(true)
    const lacking = missing(draft)
    if (lacking.length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
      return
    }
    if (!open.isPending) open.mutate({ body: bodyOf(draft) })
  }
  const lacks = (field: Missing) => wrong.includes(field)
  const team = directory.teams.find((one) => one.id === draft.teamId)
  return (
    <Dialog opened onClose={onClose} title={t('newTicket.title')} size={640}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          create()
        }}
      >
        <CustomerChoice
          customer={draft.customer}
          onChange={(customer) => set({ customer })}
          asksAtOnce={draft.customer === null && request.requesterId === undefined}
          error={
            lacks('customer') ? t('newTicket.customerNeeded') : lacks('email') ? t('newTicket.emailNeeded') : undefined
          }
        />
        <div>
          <TextField
            label={t('newTicket.subject')}
            value={draft.title}
            maxLength={300}
            error={lacks('title') ? t('newTicket.subjectNeeded') : undefined}
            onChange={(event) => set({ title: event.target.value })}
          />
          {draft.customer?.id != null && <OpenTickets customerId={draft.customer.id} onGo={onClose} />}
        </div>
        <fieldset className={styles.how}>
          <legend className="visuallyHidden">{t('newTicket.how')}</legend>
          <label>
            <input type="radio" name="how" checked={draft.send} onChange={() => set({ send: true })} />
            {t('newTicket.sendMail')}
          </label>
          <label>
            <input type="radio" name="how" checked={!draft.send} onChange={() => set({ send: false })} />
            {t('newTicket.registerOnly')}
          </label>
          {!draft.send && (
            <select
              aria-label={t('newTicket.channel')}
              value={draft.channel}
              onChange={(event) => set({ channel: event.target.value as NewTicketDraft['channel'] })}
            >
              <option value="phone">{t('channel.phone')}</option>
              <option value="manual">{t('channel.manual')}</option>
              <option value="email">{t('channel.email')}</option>
            </select>
          )}
        </fieldset>
        <TextArea
          label={t('newTicket.message')}
          hint={draft.send ? undefined : t('newTicket.registerHint')}
          rows={6}
          optional={!draft.send}
          value={draft.message}
          error={lacks('message') ? t('newTicket.messageNeeded') : undefined}
          onChange={(event) => set({ message: event.target.value })}
        />
        <div className={styles.chips}>
          <FieldPicker
            look="chip"
            label={t('details.type')}
            display={typeWord(draft.type, directory.types, t)}
            options={typeOptions(directory.types, t)}
            isChosen={(v) => v === draft.type}
            onPick={(type) => set({ type })}
          />
          <FieldPicker
            look="chip"
            label={t('details.priority')}
            display={<PriorityLabel priority={draft.priority} />}
            options={priorityOptions(t)}
            isChosen={(v) => v === draft.priority}
            onPick={(priority) => set({ priority })}
          />
          <FieldPicker
            look="chip"
            label={t('details.team')}
            display={team?.name ?? t('thread.noTeam')}
            options={teamOptions(directory.teams, t)}
            isChosen={(v) => v === draft.teamId}
            onPick={(teamId) => set({ teamId })}
          />
          <FieldPicker
            look="chip"
            label={t('details.assignee')}
            display={draft.assignee?.name ?? t('thread.unassigned')}
            options={assigneeOptions(directory.agents, me.agent.id, draft.teamId ?? undefined, t)}
            isChosen={(v) => (v?.id ?? null) === (draft.assignee?.id ?? null)}
            onPick={(assignee) => set({ assignee })}
          />
        </div>
        <div className={styles.foot}>
          {kept && !isBlank(draft) && (
            <span className={styles.kept}>
              {t('newTicket.draftKept')}{' '}
              <Button
                size="small"
                look="quiet"
                onClick={() => {
                  setDraft(BLANK)
                  setTried(false)
                }}
              >
                {t('newTicket.startOver')}
              </Button>
            </span>
          )}
          <span className={styles.buttons}>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
            <Button look="primary" type="submit" busy={open.isPending}>
              {t(draft.send ? 'newTicket.createAndSend' : 'newTicket.create')} <Keys keys="Mod Enter" />
            </Button>
          </span>
        </div>
      </form>
    </Dialog>
  )
}

/** The customer who was on the screen when one asked for a new ticket. */
function useCustomerOf(request: NewTicketRequest, onKnown: (customer: NewTicketDraft['customer']) => void): void {
  const id = request.requesterId
  const { data } = useData(customers.get, { params: { id: id ?? 0 } }, { enabled: id !== undefined })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the customer is known
  useEffect(() => {
    if (data) onKnown({ id: data.id, name: data.name, email: data.email, phone: data.phone })
  }, [data])
}

/** It may be about one of these: shown, not in the way. */
function OpenTickets({ customerId, onGo }: { customerId: number; onGo: () => void }) {
  const t = useText()
  const { data } = useData(tickets.list, { query: { requesterId: customerId, view: 'live', limit: 5 } })
  if (!data || data.items.length === 0) return null
  return (
    <div className={styles.duplicates} role="status">
      <p>{t('newTicket.duplicates')}</p>
      <ul>
        {data.items.map((row) => (
          <li key={row.number}>
            <Link to="/tickets/$number" params={{ number: row.number }} onClick={onGo}>
              <StatusIcon standing={standingOf(row)} named />
              {row.number} {row.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function bodyOf(draft: NewTicketDraft) {
  const { customer } = draft
  const text = (value: string | null) => (value?.trim() ? value.trim() : undefined)
  return {
    title: draft.title.trim(),
    description: draft.message.trim(),
    type: draft.type,
    priority: draft.priority,
    channel: draft.send ? ('email' as const) : draft.channel,
    requester:
      customer === null
        ? undefined
        : customer.id !== null
          ? { id: customer.id }
          : { name: text(customer.name), email: text(customer.email), phone: text(customer.phone) },
    teamId: draft.teamId ?? undefined,
    assigneeId: draft.assignee?.id,
    sendToCustomer: draft.send,
  }
}

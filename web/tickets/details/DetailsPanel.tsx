import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Ticket, tickets } from '#contract'
import CloseIcon from '~icons/tabler/x'
import { useCommand } from '../../app/data.ts'
import { dateAndTime, fullDateAndTime } from '../../app/format.ts'
import { useLanguage, useText } from '../../app/words.ts'
import { Avatar, FieldPicker, IconButton } from '../../ui/index.ts'
import { settle } from '../change-ticket.ts'
import { linkWord } from '../thread/TicketDialogs.tsx'
import type { TicketActions } from '../thread/ticket-actions.ts'
import { type Directory, nameOf, refreshTicket } from '../thread/ticket-data.ts'
import { CustomerCard } from './CustomerCard.tsx'
import { CustomFields } from './CustomFields.tsx'
import { useCustomerSearch } from './customer-search.tsx'
import styles from './DetailsPanel.module.css'
import {
  AssigneeField,
  CategoryField,
  PriorityField,
  SeverityField,
  StatusField,
  TagsField,
  TeamField,
  TypeField,
  WaitingField,
} from './TicketFields.tsx'

export interface DetailsProps {
  ticket: Ticket
  actions: TicketActions
  directory: Directory
  reason: string | undefined
  isPast: boolean
}

/** Who, what and when, beside the thread. Every value is a button that changes it. */
export function DetailsPanel(props: DetailsProps) {
  const { ticket, actions, directory, reason } = props
  const t = useText()
  const fields = { ticket, actions, directory, reason, look: 'row' as const }
  return (
    <div className={styles.panel}>
      <CustomerCard {...props} />
      <Section title={t('details.ticket')}>
        <dl className={styles.fields}>
          <Row label={t('details.status')} value={<StatusField {...fields} />} />
          <Row label={t('details.waitingOn')} value={<WaitingField {...fields} />} />
          <Row label={t('details.priority')} value={<PriorityField {...fields} />} />
          <Row label={t('details.assignee')} value={<AssigneeField {...fields} />} />
          <Row label={t('details.team')} value={<TeamField {...fields} />} />
          <Row label={t('details.type')} value={<TypeField {...fields} />} />
          <Row label={t('details.category')} value={<CategoryField {...fields} />} />
          <Row label={t('details.severity')} value={<SeverityField {...fields} />} />
          <Row label={t('details.tags')} value={<TagsField {...fields} />} />
        </dl>
        <CustomFields {...props} />
      </Section>
      <Participants {...props} />
      <Followers ticket={ticket} />
      <Links ticket={ticket} reason={props.isPast ? reason : undefined} />
      <Dates ticket={ticket} />
    </div>
  )
}

export function Section({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {end}
      </div>
      {children}
    </section>
  )
}

export function Row({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt aria-hidden="true">{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** People in copy: part of every answer to all. */
function Participants({ ticket, reason }: DetailsProps) {
  const t = useText()
  const search = useCustomerSearch()
  const change = useCommand(tickets.participants, {
    done: (answer) => {
      settle(answer)
      refreshTicket(ticket.number)
    },
  })
  const params = { number: ticket.number }
  return (
    <Section title={t('details.participants')}>
      <ul className={styles.people}>
        {ticket.participants.map((p) => (
          <li key={p.id}>
            <Avatar name={nameOf(p)} size={20} />
            <span title={p.email ?? undefined}>{nameOf(p)}</span>
            <IconButton
              size="small"
              label={t('details.removeParticipant', { name: nameOf(p) })}
              icon={<CloseIcon />}
              disabledReason={reason}
              onClick={() => change.mutate({ params, body: { remove: [p.id] } })}
            />
          </li>
        ))}
      </ul>
      <FieldPicker
        label={t('details.addParticipant')}
        display={<span className={styles.add}>{t('details.addParticipant')}</span>}
        disabledReason={reason}
        placeholder={t('details.searchCustomer')}
        options={search.options}
        onType={search.onType}
        onPick={(found) => change.mutate({ params, body: { add: [{ id: found.id }] } })}
        create={search.createOf((input) => change.mutate({ params, body: { add: [input] } }))}
      />
    </Section>
  )
}

function Followers({ ticket }: { ticket: Ticket }) {
  const t = useText()
  return (
    <Section title={t('details.followers')}>
      {ticket.followers.length === 0 ? (
        <p className={styles.nothing}>{t('details.noFollowers')}</p>
      ) : (
        <ul className={styles.people}>
          {ticket.followers.map((f) => (
            <li key={f.id}>
              <Avatar name={f.name} size={20} kind="agent" />
              <span>{f.name}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Links({ ticket, reason }: { ticket: Ticket; reason: string | undefined }) {
  const t = useText()
  const unlink = useCommand(tickets.unlink, {
    done: (answer) => {
      settle(answer)
      refreshTicket(ticket.number)
    },
  })
  if (ticket.links.length === 0) return null
  return (
    <Section title={t('details.links')}>
      <ul className={styles.people}>
        {ticket.links.map((link) => (
          <li key={`${link.kind} ${link.number}`}>
            <span>
              <Link to="/tickets/$number" params={{ number: link.number }}>
                {link.number}
              </Link>{' '}
              <span className={styles.kind}>{linkWord(link.kind, t)}</span>
            </span>
            {link.kind !== 'merged' && link.kind !== 'split' && (
              <IconButton
                size="small"
                label={t('details.removeLink', { number: link.number })}
                icon={<CloseIcon />}
                disabledReason={reason}
                onClick={() => unlink.mutate({ params: { number: ticket.number }, body: link })}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Dates({ ticket }: { ticket: Ticket }) {
  const t = useText()
  const language = useLanguage()
  const rows: [string, string | null][] = [
    [t('details.created'), ticket.createdAt],
    [t('details.updated'), ticket.updatedAt],
    [t('details.waitingSince'), ticket.status === 'closed' ? null : ticket.waitingSince],
    [t('details.firstResponded'), ticket.firstRespondedAt],
    [t('details.resolvedAt'), ticket.resolvedAt],
    [t('details.closedAt'), ticket.closedAt],
  ]
  return (
    <Section title={t('details.dates')}>
      <dl className={styles.dates}>
        {rows.map(
          ([label, at]) =>
            at && (
              <div key={label} className={styles.row}>
                <dt>{label}</dt>
                <dd>
                  <time dateTime={at} title={fullDateAndTime(at, language)}>
                    {dateAndTime(at, language)}
                  </time>
                </dd>
              </div>
            ),
        )}
        {ticket.reopenCount > 0 && (
          <div className={styles.row}>
            <dt>{t('details.reopened')}</dt>
            <dd>{t('details.times', { count: ticket.reopenCount })}</dd>
          </div>
        )}
        <div className={styles.row}>
          <dt>{t('details.channel')}</dt>
          <dd>{t(`channel.${ticket.channel}`)}</dd>
        </div>
        {ticket.mailbox && (
          <div className={styles.row}>
            <dt>{t('details.mailbox')}</dt>
            <dd>{ticket.mailbox.address}</dd>
          </div>
        )}
      </dl>
    </Section>
  )
}

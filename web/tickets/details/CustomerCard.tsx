import { Link } from '@tanstack/react-router'
import { customers, type Ticket } from '#contract'
import { call } from '../../app/api.ts'
import { useData } from '../../app/data.ts'
import { showError } from '../../app/error-toast.ts'
import { LOCALES, useLanguage, useText } from '../../app/words.ts'
import { Age, Avatar, FieldPicker, StatusIcon, standingOf } from '../../ui/index.ts'
import { nameOf } from '../thread/ticket-data.ts'
import styles from './CustomerCard.module.css'
import { useCustomerSearch } from './customer-search.tsx'
import { type DetailsProps, Section } from './DetailsPanel.tsx'

const PREVIOUS = 6

/** The customer is always in view: who, which company, which tongue, what was before. */
export function CustomerCard({ ticket, actions, reason }: DetailsProps) {
  const t = useText()
  const language = useLanguage()
  const { requester } = ticket
  return (
    <>
      <Section title={t('details.customer')} end={<ChangeCustomer ticket={ticket} actions={actions} reason={reason} />}>
        {requester ? (
          <div className={styles.card}>
            <Avatar name={nameOf(requester)} size={36} />
            <div className={styles.facts}>
              <Link to="/customers/$id" params={{ id: String(requester.id) }} className={styles.name}>
                {nameOf(requester)}
              </Link>
              {ticket.organisation && (
                <Link to="/organisations/$id" params={{ id: String(ticket.organisation.id) }}>
                  {ticket.organisation.name}
                </Link>
              )}
              {requester.email && requester.name.trim() && <span>{requester.email}</span>}
              {requester.phone && <a href={`tel:${requester.phone.replace(/\s/g, '')}`}>{requester.phone}</a>}
              {requester.language && (
                <span>{new Intl.DisplayNames([LOCALES[language]], { type: 'language' }).of(requester.language)}</span>
              )}
            </div>
          </div>
        ) : (
          <p className={styles.nothing}>{t('details.noCustomer')}</p>
        )}
      </Section>
      {requester && <PreviousTickets ticket={ticket} customerId={requester.id} />}
    </>
  )
}

function ChangeCustomer({ ticket, actions, reason }: Pick<DetailsProps, 'ticket' | 'actions' | 'reason'>) {
  const t = useText()
  const search = useCustomerSearch()
  const set = (requesterId: number, name: string) =>
    void actions.set({ requesterId }, actions.field(t('details.customer'), name))
  const label = ticket.requester ? t('action.changeCustomer') : t('details.linkCustomer')
  return (
    <FieldPicker
      look="chip"
      label={label}
      display={ticket.requester ? t('newTicket.changeCustomer') : label}
      disabledReason={reason}
      placeholder={t('details.searchCustomer')}
      options={search.options}
      isChosen={(found) => found.id === ticket.requester?.id}
      onType={search.onType}
      onPick={(found) => set(found.id, nameOf(found))}
      create={search.createOf((input) => {
        call(customers.add, { body: input }).then((made) => set(made.id, nameOf(made)), showError)
      })}
    />
  )
}

function PreviousTickets({ ticket, customerId }: { ticket: Ticket; customerId: number }) {
  const t = useText()
  const { data } = useData(
    customers.tickets,
    { params: { id: customerId }, query: { limit: PREVIOUS + 1 } },
    { staleTime: 60_000 },
  )
  const others = (data?.items ?? []).filter((row) => row.number !== ticket.number).slice(0, PREVIOUS)
  return (
    <Section title={t('details.previousTickets')}>
      {data && others.length === 0 && <p className={styles.nothing}>{t('details.noPrevious')}</p>}
      <ul className={styles.tickets}>
        {others.map((row) => (
          <li key={row.number}>
            <Link to="/tickets/$number" params={{ number: row.number }}>
              <StatusIcon standing={standingOf(row)} named />
              <span className={styles.title}>{row.title}</span>
              <Age at={row.createdAt} className={styles.age} />
            </Link>
          </li>
        ))}
      </ul>
      {(data?.nextCursor || (data?.items.length ?? 0) > others.length + 1) && (
        <Link to="/customers/$id" params={{ id: String(customerId) }} className={styles.all}>
          {t('action.showMore')}
        </Link>
      )}
    </Section>
  )
}

import { useId, useState } from 'react'
import PlusIcon from '~icons/tabler/user-plus'
import { useText } from '../../app/words.ts'
import { Avatar, Button, FieldPicker, TextField } from '../../ui/index.ts'
import { isAddress } from '../composer/recipients.ts'
import { useCustomerSearch } from '../details/customer-search.tsx'
import { nameOf } from '../thread/ticket-data.ts'
import styles from './NewTicket.module.css'
import type { NewTicketDraft } from './new-ticket-draft.ts'

type Customer = NewTicketDraft['customer']

/** Who it is for: found by name, address or phone, or new with what is known of them. */
export function CustomerChoice({
  customer,
  onChange,
  error,
  asksAtOnce,
}: {
  customer: Customer
  onChange: (customer: Customer) => void
  error: string | undefined
  /** The first thing to fill in: its list is open when the dialog opens. */
  asksAtOnce: boolean
}) {
  const [opened, setOpened] = useState(asksAtOnce)
  const t = useText()
  const id = useId()
  const search = useCustomerSearch()
  const [typed, setTyped] = useState('')
  const asNew = (text: string) =>
    onChange({
      id: null,
      email: isAddress(text) ? text : '',
      phone: /^[+\d][\d\s()-]{4,}$/.test(text) ? text : '',
      name: isAddress(text) || /^[+\d][\d\s()-]{4,}$/.test(text) ? '' : text,
    })
  return (
    <fieldset className={styles.customer} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.label}>{t('newTicket.customer')}</legend>
      {customer?.id === null ? (
        <div className={styles.newCustomer}>
          <TextField
            label={t('newTicket.customerName')}
            value={customer.name}
            autoComplete="off"
            onChange={(event) => onChange({ ...customer, name: event.target.value })}
          />
          <TextField
            label={t('newTicket.customerEmail')}
            type="email"
            autoComplete="off"
            value={customer.email}
            aria-invalid={error ? true : undefined}
            onChange={(event) => onChange({ ...customer, email: event.target.value })}
          />
          <TextField
            label={t('newTicket.customerPhone')}
            type="tel"
            autoComplete="off"
            value={customer.phone}
            onChange={(event) => onChange({ ...customer, phone: event.target.value })}
          />
          <Button size="small" look="quiet" onClick={() => onChange(null)}>
            {t('newTicket.changeCustomer')}
          </Button>
        </div>
      ) : (
        <FieldPicker
          label={t('newTicket.customer')}
          look="row"
          display={
            customer ? (
              <span className={styles.chosen}>
                <Avatar name={nameOf(customer)} size={20} />
                <span>{nameOf(customer)}</span>
                {customer.name && customer.email && <span className={styles.muted}>{customer.email}</span>}
              </span>
            ) : (
              <span className={styles.muted}>
                <PlusIcon /> {t('details.searchCustomer')}
              </span>
            )
          }
          opened={opened}
          onOpened={setOpened}
          placeholder={t('details.searchCustomer')}
          options={search.options}
          isChosen={(found) => found.id === customer?.id}
          onType={(text) => {
            setTyped(text)
            search.onType(text)
          }}
          onPick={(found) => onChange(found)}
          create={
            typed.trim()
              ? {
                  label: (text) => t('newTicket.createCustomer', { text }),
                  run: (text) => {
                    setOpened(false)
                    asNew(text.trim())
                  },
                }
              : undefined
          }
        />
      )}
      <p id={`${id}-error`} role="alert" className={styles.error}>
        {error}
      </p>
    </fieldset>
  )
}

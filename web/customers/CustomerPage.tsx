import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Customer, customers, LANGUAGES } from '#contract'
import PlusIcon from '~icons/tabler/plus'
import { useCommand, useData } from '../app/data.ts'
import { isEmail, useForm } from '../app/form.ts'
import { dateOnly } from '../app/format.ts'
import { isLight, useMe } from '../app/session.ts'
import { useTitle } from '../app/title.ts'
import { showToast } from '../app/toast.ts'
import { LANGUAGE_NAMES, useLanguage, useText } from '../app/words.ts'
import { Loaded } from '../settings/SettingsPage.tsx'
import shared from '../settings/settings.module.css'
import { askForNewTicket } from '../tickets/new-ticket-request.ts'
import forms from '../ui/forms.module.css'
import { Avatar, Button, Dialog, SelectField, TextField } from '../ui/index.ts'
import styles from './customers.module.css'
import { Tabs } from './Tabs.tsx'
import { TicketLines, useCustomerTickets } from './TicketLines.tsx'

/** One customer: who it is, and every ticket of theirs. */
export function CustomerPage() {
  const { id = '0' } = useParams({ strict: false })
  const read = useData(customers.get, { params: { id: Number(id) } })
  return (
    <div className={styles.page}>
      <Loaded read={read}>{(customer) => <Whole key={customer.id} customer={customer} />}</Loaded>
    </div>
  )
}

function Whole({ customer }: { customer: Customer }) {
  const t = useText()
  const me = useMe()
  const name = customer.name || customer.email || `#${customer.id}`
  useTitle(name)
  const [editing, setEditing] = useState(false)
  const tickets = useCustomerTickets(customer.id)
  const light = isLight(me) ? t('app.lightReason') : undefined
  return (
    <>
      <header className={styles.headLine}>
        <Avatar name={name} size={44} />
        <div>
          <h1 className={shared.title}>{name}</h1>
          <p className={styles.sub}>
            {customer.organisation && (
              <>
                <Link to="/organisations/$id" params={{ id: String(customer.organisation.id) }}>
                  {customer.organisation.name}
                </Link>
                {' · '}
              </>
            )}
            {[customer.email, customer.phone].filter(Boolean).join(' · ')}
          </p>
        </div>
        <Button disabledReason={light} onClick={() => setEditing(true)}>
          {t('action.edit')}
        </Button>
        <Button
          look="primary"
          icon={<PlusIcon />}
          disabledReason={light}
          onClick={() => askForNewTicket({ requesterId: customer.id })}
        >
          {t('action.newTicket')}
        </Button>
      </header>
      <Tabs
        label={name}
        tabs={[
          {
            id: 'tickets',
            words: `${t('term.tickets')} ${customer.ticketCount}`,
            content: <TicketLines read={tickets} />,
          },
          { id: 'details', words: t('customer.details'), content: <Facts customer={customer} /> },
        ]}
      />
      {editing && <CustomerDialog customer={customer} onClose={() => setEditing(false)} />}
    </>
  )
}

function Facts({ customer }: { customer: Customer }) {
  const t = useText()
  const language = useLanguage()
  return (
    <dl className={styles.facts}>
      <dt>{t('customer.emails')}</dt>
      <dd>{customer.emails.join(', ') || '–'}</dd>
      <dt>{t('customer.phone')}</dt>
      <dd>{customer.phone ? <a href={`tel:${customer.phone.replace(/[^+\d]/g, '')}`}>{customer.phone}</a> : '–'}</dd>
      <dt>{t('settings.language')}</dt>
      <dd>{customer.language ? LANGUAGE_NAMES[customer.language] : '–'}</dd>
      <dt>{t('term.organisation')}</dt>
      <dd>{customer.organisation?.name ?? '–'}</dd>
      <dt>{t('customer.since')}</dt>
      <dd>
        <time dateTime={customer.createdAt}>{dateOnly(customer.createdAt, language)}</time>
      </dd>
    </dl>
  )
}

function CustomerDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useText()
  const form = useForm(
    {
      name: customer.name,
      phone: customer.phone ?? '',
      language: (customer.language ?? '') as NonNullable<Customer['language']> | '',
      emails: customer.emails.join('\n'),
    },
    { emails: 'errors.invalidEmail' },
  )
  const { values } = form
  const save = useCommand(customers.change, {
    refresh: [customers.get, customers.list],
    done: () => {
      showToast({ text: t('toast.saved') })
      onClose()
    },
    refused: (error) => {
      form.refuse(error)
      return true
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t('settings.editNamed', { name: customer.name || customer.email || '' })}>
      <form
        className={forms.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const emails = values.emails.split(/[\s,;]+/).filter(Boolean)
          if (!form.check({ emails: emails.every(isEmail) })) return
          save.mutate({
            params: { id: customer.id },
            body: {
              name: values.name,
              phone: values.phone.trim() || null,
              language: values.language || null,
              addEmails: emails.filter((email) => !customer.emails.includes(email)),
              removeEmails: customer.emails.filter((email) => !emails.includes(email)),
            },
          })
        }}
      >
        <TextField
          label={t('settings.name')}
          data-autofocus
          value={values.name}
          onChange={(e) => form.set('name', e.target.value)}
          error={form.errors.name}
        />
        <TextField
          label={t('customer.emails')}
          hint={t('customer.emailsHint')}
          value={values.emails.replaceAll('\n', ', ')}
          onChange={(e) => form.set('emails', e.target.value)}
          error={form.errors.emails}
        />
        <div className={forms.two}>
          <TextField
            label={t('customer.phone')}
            type="tel"
            value={values.phone}
            onChange={(e) => form.set('phone', e.target.value)}
            error={form.errors.phone}
          />
          <SelectField
            label={t('settings.language')}
            choices={[
              { value: '' as const, label: '–' },
              ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
            ]}
            value={values.language}
            onChoose={(value) => form.set('language', value)}
          />
        </div>
        <p className={forms.general} role="alert">
          {form.general}
        </p>
        <div className={forms.actions}>
          <Button look="primary" type="submit" busy={save.isPending}>
            {t('action.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

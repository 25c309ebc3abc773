import { useParams } from '@tanstack/react-router'
import { type Answer, customers } from '#contract'
import { useData } from '../app/data.ts'
import { dateOnly } from '../app/format.ts'
import { useTitle } from '../app/title.ts'
import { useLanguage, useText } from '../app/words.ts'
import { Loaded } from '../settings/SettingsPage.tsx'
import shared from '../settings/settings.module.css'
import { Avatar } from '../ui/index.ts'
import styles from './customers.module.css'
import { Tabs } from './Tabs.tsx'
import { TicketLines, useOrganisationTickets } from './TicketLines.tsx'

/** One organisation, with the tickets of all its people. */
export function OrganisationPage() {
  const { id = '0' } = useParams({ strict: false })
  const read = useData(customers.getOrganisation, { params: { id: Number(id) } })
  return (
    <div className={styles.page}>
      <Loaded read={read}>{(organisation) => <Whole key={organisation.id} organisation={organisation} />}</Loaded>
    </div>
  )
}

function Whole({ organisation }: { organisation: Answer<typeof customers.getOrganisation> }) {
  const t = useText()
  const language = useLanguage()
  useTitle(organisation.name)
  const tickets = useOrganisationTickets(organisation.id)
  return (
    <>
      <header className={styles.headLine}>
        <Avatar name={organisation.name} size={44} />
        <div>
          <h1 className={shared.title}>{organisation.name}</h1>
          <p className={styles.sub}>
            {[organisation.organisationNumber, ...organisation.domains].filter(Boolean).join(' · ')}
          </p>
        </div>
      </header>
      <Tabs
        label={organisation.name}
        tabs={[
          {
            id: 'tickets',
            words: `${t('term.tickets')} ${organisation.ticketCount}`,
            content: <TicketLines read={tickets} withRequester />,
          },
          {
            id: 'details',
            words: t('customer.details'),
            content: (
              <dl className={styles.facts}>
                <dt>{t('customer.orgNumber')}</dt>
                <dd>{organisation.organisationNumber ?? '–'}</dd>
                <dt>{t('customer.domains')}</dt>
                <dd>{organisation.domains.join(', ') || '–'}</dd>
                <dt>{t('customer.since')}</dt>
                <dd>
                  <time dateTime={organisation.createdAt}>{dateOnly(organisation.createdAt, language)}</time>
                </dd>
              </dl>
            ),
          },
        ]}
      />
    </>
  )
}

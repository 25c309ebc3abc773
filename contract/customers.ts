import { z } from 'zod'
import { Email, Id, IdText, Language, Named, Page, PageQuery, Time } from './common.ts'
import { operation } from './operation.ts'
import { TicketRow } from './tickets.ts'

const tag = 'Customers'

export const Customer = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  emails: z.array(z.string()),
  phone: z.string().nullable(),
  language: Language.nullable(),
  organisation: Named.nullable(),
  ticketCount: z.int(),
  createdAt: Time,
})
export type Customer = z.infer<typeof Customer>

export const CustomerOrganisation = z.object({
  id: Id,
  name: z.string(),
  organisationNumber: z.string().nullable(),
  domains: z.array(z.string()),
  ticketCount: z.int(),
  createdAt: Time,
})

const Search = PageQuery.extend({ q: z.string().max(200).optional() })

export const customers = {
  list: operation({
    method: 'GET',
    path: '/customers',
    summary: 'Find persons by name, address or phone',
    tag,
    access: 'light_agent',
    scope: 'read',
    query: Search,
    response: Page(Customer),
  }),
  add: operation({
    method: 'POST',
    path: '/customers',
    summary: 'Add a person',
    tag,
    access: 'agent',
    scope: 'write',
    body: z.strictObject({
      name: z.string().trim().max(200).default(''),
      email: Email.optional(),
      phone: z.string().trim().max(50).optional(),
      language: Language.optional(),
      organisationId: Id.optional(),
    }),
    status: 201,
    response: Customer,
  }),
  get: operation({
    method: 'GET',
    path: '/customers/:id',
    summary: 'A person',
    tag,
    access: 'light_agent',
    scope: 'read',
    params: z.object({ id: IdText }),
    response: Customer,
  }),
  change: operation({
    method: 'PATCH',
    path: '/customers/:id',
    summary: 'Change a person',
    tag,
    access: 'agent',
    scope: 'write',
    params: z.object({ id: IdText }),
    body: z.strictObject({
      name: z.string().trim().max(200).optional(),
      phone: z.string().trim().max(50).nullable().optional(),
      language: Language.nullable().optional(),
      organisationId: Id.nullable().optional(),
      addEmails: z.array(Email).max(20).optional(),
      removeEmails: z.array(Email).max(20).optional(),
    }),
    response: Customer,
  }),
  tickets: operation({
    method: 'GET',
    path: '/customers/:id/tickets',
    summary: "A person's tickets, newest first",
    tag,
    access: 'light_agent',
    scope: 'read',
    params: z.object({ id: IdText }),
    query: PageQuery,
    response: Page(TicketRow),
  }),
  organisations: operation({
    method: 'GET',
    path: '/organisations',
    summary: 'Find organisations',
    tag,
    access: 'light_agent',
    scope: 'read',
    query: Search,
    response: Page(CustomerOrganisation),
  }),
  addOrganisation: operation({
    method: 'POST',
    path: '/organisations',
    summary: 'Add an organisation',
    tag,
    access: 'agent',
    scope: 'write',
    body: z.strictObject({
      name: z.string().trim().min(1).max(200),
      organisationNumber: z.string().trim().max(40).optional(),
      domains: z.array(z.string().trim().max(253)).max(50).default([]),
    }),
    status: 201,
    response: CustomerOrganisation,
  }),
  getOrganisation: operation({
    method: 'GET',
    path: '/organisations/:id',
    summary: 'An organisation',
    tag,
    access: 'light_agent',
    scope: 'read',
    params: z.object({ id: IdText }),
    response: CustomerOrganisation,
  }),
  organisationTickets: operation({
    method: 'GET',
    path: '/organisations/:id/tickets',
    summary: "An organisation's tickets, its people's included",
    tag,
    access: 'light_agent',
    scope: 'read',
    params: z.object({ id: IdText }),
    query: PageQuery,
    response: Page(TicketRow),
  }),
}

// Written by db/generate-types.ts from the migrated database. Do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
type Timestamp = ColumnType<Date, Date | string, Date | string>
// biome-ignore lint/suspicious/noExplicitAny: each domain narrows its own JSON by zod
type Json = ColumnType<any, unknown, unknown>

export interface Agents {
  id: Generated<number>
  email: string
  name: string
  role: string
  password_hash: string | null
  language: Generated<string>
  theme: Generated<string>
  preferences: Generated<Json>
  session_epoch: Generated<number>
  active: Generated<boolean>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}

export interface ApiKeys {
  id: Generated<number>
  agent_id: number
  name: string
  secret_hash: Buffer
  scopes: Generated<string[]>
  created_at: Generated<Timestamp>
  expires_at: Timestamp
  last_used_at: Timestamp | null
  revoked_at: Timestamp | null
}

export interface Attachments {
  id: Generated<number>
  public_id: string
  ticket_id: number | null
  message_id: number | null
  uploaded_by: number | null
  sha256: Buffer
  filename: string
  content_type: string
  size: number
  inline: Generated<boolean>
  content_id: string | null
  created_at: Generated<Timestamp>
}

export interface AutomaticAnswers {
  id: Generated<number>
  address: string
  at: Generated<Timestamp>
  kind: string
  ticket_id: number | null
}

export interface Categories {
  id: Generated<number>
  parent_id: number | null
  name: string
  position: Generated<number>
  active: Generated<boolean>
}

export interface CustomFields {
  key: string
  label: string
  kind: string
  choices: Generated<string[]>
  position: Generated<number>
  active: Generated<boolean>
}

export interface DemoItems {
  kind: string
  id: number
}

export interface Drafts {
  agent_id: number
  ticket_id: number
  kind: string
  body_html: string
  to_addresses: Json | null
  cc_addresses: Json | null
  attachment_ids: Generated<string[]>
  updated_at: Generated<Timestamp>
}

export interface IdempotencyKeys {
  owner: string
  key: string
  request_hash: Buffer
  status: number | null
  response: Json | null
  created_at: Generated<Timestamp>
}

export interface InboundMails {
  id: Generated<number>
  mailbox_id: number | null
  road: string
  raw_sha256: Buffer | null
  size: number
  envelope_from: string | null
  envelope_to: Generated<string[]>
  remote_address: string | null
  session: Generated<Json>
  imap_key: string | null
  received_at: Generated<Timestamp>
  state: Generated<string>
  attempts: Generated<number>
  next_attempt_at: Generated<Timestamp>
  claimed_by: number | null
  error: Json | null
  fingerprint: Buffer | null
  message_id_header: string | null
  ticket_id: number | null
  message_id: number | null
  verdicts: Generated<Json>
  explanation: Generated<Json>
  processed_at: Timestamp | null
}

export interface MailboxFolders {
  mailbox_id: number
  folder: string
  uid_validity: number
  last_uid: Generated<number>
}

export interface Mailboxes {
  id: Generated<number>
  address: string
  name: string
  team_id: number | null
  imap: Json | null
  smtp: Json | null
  settings: Generated<Json>
  active: Generated<boolean>
  last_received_at: Timestamp | null
  health: Generated<Json>
  created_at: Generated<Timestamp>
}

export interface Messages {
  id: Generated<number>
  ticket_id: number
  direction: string
  channel: string
  author_type: string
  author_id: number | null
  author_name: Generated<string>
  author_email: string | null
  from_address: Json | null
  to_addresses: Generated<Json>
  cc_addresses: Generated<Json>
  bcc_addresses: Generated<Json>
  subject: Generated<string>
  body_text: Generated<string>
  body_html: string | null
  sanitiser_version: Generated<number>
  reply_text: Generated<string>
  folds: Generated<Json>
  language: string | null
  automatic: string | null
  bounce: Json | null
  trust: Generated<string>
  message_id: string | null
  in_reply_to: string | null
  inbound_mail_id: number | null
  raw_sha256: Buffer | null
  send_after: Timestamp | null
  taken_at: Timestamp | null
  cancelled_at: Timestamp | null
  redacted_at: Timestamp | null
  salt: Buffer | null
  digest: Buffer
  created_at: Timestamp
  sent_at: Timestamp | null
}

export interface Notifications {
  id: Generated<number>
  agent_id: number
  ticket_id: number | null
  kind: string
  data: Generated<Json>
  source: string
  created_at: Generated<Timestamp>
  read_at: Timestamp | null
}

export interface NumberCounters {
  day: string
  last: number
}

export interface OrganisationDomains {
  domain: string
  organisation_id: number
}

export interface Organisations {
  id: Generated<number>
  name: string
  organisation_number: string | null
  notes: Generated<string>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}

export interface OutboundMails {
  id: Generated<number>
  message_id: number | null
  ticket_id: number | null
  mailbox_id: number | null
  message_id_header: string
  kind: Generated<string>
  state: Generated<string>
  send_after: Timestamp
  give_up_at: Timestamp
  attempts: Generated<number>
  claimed_by: number | null
  claimed_at: Timestamp | null
  content: Generated<Json>
  created_at: Generated<Timestamp>
  sent_at: Timestamp | null
}

export interface OutboundRecipients {
  outbound_mail_id: number
  address: string
  kind: string
  state: Generated<string>
  at: Generated<Timestamp>
  error: string | null
}

export interface PersonAddresses {
  address: string
  person_id: number
  position: Generated<number>
}

export interface Persons {
  id: Generated<number>
  name: Generated<string>
  phone: string | null
  language: string | null
  organisation_id: number | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}

export interface RateLimits {
  bucket: string
  window_start: Timestamp
  count: Generated<number>
}

export interface SchemaMigrations {
  name: string
  applied_at: Generated<Timestamp>
}

export interface Sessions {
  token_hash: Buffer
  agent_id: number
  epoch: number
  created_at: Generated<Timestamp>
  last_seen_at: Generated<Timestamp>
  expires_at: Timestamp
  user_agent: string | null
}

export interface SettingChanges {
  id: Generated<number>
  key: string
  old_value: Json | null
  new_value: Json
  at: Generated<Timestamp>
  actor: Json
}

export interface Settings {
  key: string
  value: Json
  updated_at: Generated<Timestamp>
  updated_by: number | null
}

export interface StoredFiles {
  sha256: Buffer
  size: number
  created_at: Generated<Timestamp>
}

export interface TeamMembers {
  team_id: number
  agent_id: number
}

export interface Teams {
  id: Generated<number>
  name: string
  visibility: Generated<string>
  label_pack: Generated<string>
  active: Generated<boolean>
  created_at: Generated<Timestamp>
}

export interface TicketEvents {
  id: Generated<number>
  ticket_id: number
  seq: number
  at: Timestamp
  actor_type: string
  actor_id: number | null
  kind: string
  data: Json
  salt: Buffer | null
  cause: Json | null
  digest: Buffer
  hash: Buffer
}

export interface TicketPresence {
  ticket_id: number
  agent_id: number
  state: string
  at: Timestamp
}

export interface TicketReads {
  agent_id: number
  ticket_id: number
  last_message_id: number
}

export interface TicketTypes {
  key: string
  name: string
  position: Generated<number>
  active: Generated<boolean>
}

export interface Tickets {
  id: Generated<number>
  number: string
  title: string
  description: Generated<string>
  type: string
  category_id: number | null
  priority: string
  severity: string | null
  status: string
  waiting_on: string
  postponed_until: Timestamp | null
  postponed_until_reply: Generated<boolean>
  folder: string
  channel: string
  requester_id: number | null
  organisation_id: number | null
  assignee_id: number | null
  team_id: number | null
  mailbox_id: number | null
  tags: Generated<string[]>
  fields: Generated<Json>
  links: Generated<Json>
  followers: Generated<number[]>
  participants: Generated<number[]>
  merged_into: string | null
  created_at: Timestamp
  updated_at: Timestamp
  waiting_since: Timestamp
  first_assigned_at: Timestamp | null
  first_responded_at: Timestamp | null
  resolved_at: Timestamp | null
  closed_at: Timestamp | null
  last_message_at: Timestamp | null
  last_message_id: number | null
  reopen_count: Generated<number>
  message_count: Generated<number>
  quarantined_count: Generated<number>
  version: number
  head_hash: Buffer
  priority_rank: number | null
}

export interface DB {
  agents: Agents
  api_keys: ApiKeys
  attachments: Attachments
  automatic_answers: AutomaticAnswers
  categories: Categories
  custom_fields: CustomFields
  demo_items: DemoItems
  drafts: Drafts
  idempotency_keys: IdempotencyKeys
  inbound_mails: InboundMails
  mailbox_folders: MailboxFolders
  mailboxes: Mailboxes
  messages: Messages
  notifications: Notifications
  number_counters: NumberCounters
  organisation_domains: OrganisationDomains
  organisations: Organisations
  outbound_mails: OutboundMails
  outbound_recipients: OutboundRecipients
  person_addresses: PersonAddresses
  persons: Persons
  rate_limits: RateLimits
  schema_migrations: SchemaMigrations
  sessions: Sessions
  setting_changes: SettingChanges
  settings: Settings
  stored_files: StoredFiles
  team_members: TeamMembers
  teams: Teams
  ticket_events: TicketEvents
  ticket_presence: TicketPresence
  ticket_reads: TicketReads
  ticket_types: TicketTypes
  tickets: Tickets
}

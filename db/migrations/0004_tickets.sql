-- The ticket: the folded row, its events, its messages.

create table number_counters (
  day date primary key,
  last int not null
);

create table ticket_types (
  key text primary key,
  name text not null,
  position int not null default 0,
  active boolean not null default true
);
insert into ticket_types (key, name, position) values ('support', 'Support', 0), ('repair', 'Repair', 1);

create table categories (
  id bigint generated always as identity primary key,
  parent_id bigint references categories (id),
  name text not null,
  position int not null default 0,
  active boolean not null default true
);

create table custom_fields (
  key text primary key check (key ~ '^[a-z][a-z0-9_]{0,40}$'),
  label text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'choices', 'boolean')),
  choices text[] not null default '{}',
  position int not null default 0,
  active boolean not null default true
);

create table tickets (
  id bigint generated always as identity primary key,
  number text not null unique,
  title text not null,
  description text not null default '',
  type text not null,
  category_id bigint references categories (id),
  priority text not null check (priority in ('low', 'medium', 'high', 'urgent')),
  severity text,
  status text not null check (status in ('new', 'open', 'in_progress', 'resolved', 'closed')),
  waiting_on text not null check (waiting_on in ('us', 'customer', 'third_party')),
  postponed_until timestamptz,
  postponed_until_reply boolean not null default false,
  folder text not null check (folder in ('inbox', 'spam', 'trash', 'purged')),
  channel text not null check (channel in ('email', 'portal', 'form', 'chat', 'phone', 'manual', 'api')),
  requester_id bigint references persons (id),
  organisation_id bigint references organisations (id),
  assignee_id bigint references agents (id),
  team_id bigint references teams (id),
  mailbox_id bigint,
  tags text[] not null default '{}',
  fields jsonb not null default '{}',
  links jsonb not null default '[]',
  followers bigint[] not null default '{}',
  participants bigint[] not null default '{}',
  merged_into text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  waiting_since timestamptz not null,
  first_assigned_at timestamptz,
  first_responded_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  last_message_at timestamptz,
  reopen_count int not null default 0,
  message_count int not null default 0,
  version int not null,
  head_hash bytea not null check (length(head_hash) = 32)
);

-- Lists page by keyset; live tickets are few, so each order of a live list has a small index of its own.
create index tickets_live_waiting on tickets (waiting_since, id) where folder = 'inbox' and status in ('new', 'open', 'in_progress');
create index tickets_live_assignee on tickets (assignee_id, waiting_since, id) where folder = 'inbox' and status in ('new', 'open', 'in_progress');
create index tickets_live_team on tickets (team_id, waiting_since, id) where folder = 'inbox' and status in ('new', 'open', 'in_progress');
create index tickets_created on tickets (created_at desc, id desc);
create index tickets_updated on tickets (updated_at desc, id desc);
create index tickets_requester on tickets (requester_id, id desc);
create index tickets_organisation on tickets (organisation_id, id desc);
create index tickets_postponed on tickets (postponed_until) where postponed_until is not null;

create table ticket_events (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets (id),
  seq int not null,
  at timestamptz not null,
  actor_type text not null check (actor_type in ('agent', 'customer', 'rule', 'system', 'import')),
  actor_id bigint,
  kind text not null,
  -- What happened. Erasure replaces it by its redacted form and drops the salt; digest and hash stay, so the chain still verifies.
  data jsonb not null,
  salt bytea,
  cause jsonb,
  digest bytea not null check (length(digest) = 32),
  hash bytea not null check (length(hash) = 32),
  unique (ticket_id, seq)
);

create table messages (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets (id),
  direction text not null check (direction in ('in', 'out', 'internal')),
  channel text not null,
  author_type text not null check (author_type in ('customer', 'agent', 'rule', 'system')),
  author_id bigint,
  author_name text not null default '',
  author_email text,
  from_address jsonb,
  to_addresses jsonb not null default '[]',
  cc_addresses jsonb not null default '[]',
  subject text not null default '',
  body_text text not null default '',
  -- Sanitised by the version of the sanitiser named beside it; null when the message is plain text.
  body_html text,
  sanitiser_version int not null default 0,
  reply_text text not null default '',
  folds jsonb not null default '[]',
  language text,
  automatic text,
  bounce jsonb,
  trust text not null default 'verified' check (trust in ('verified', 'unverified', 'quarantined')),
  message_id text,
  in_reply_to text,
  inbound_mail_id bigint,
  cancelled_at timestamptz,
  redacted_at timestamptz,
  salt bytea,
  digest bytea not null check (length(digest) = 32),
  created_at timestamptz not null,
  sent_at timestamptz
);
create index messages_ticket on messages (ticket_id, id);
create index messages_message_id on messages (message_id) where message_id is not null;

create table attachments (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  ticket_id bigint references tickets (id),
  message_id bigint references messages (id),
  uploaded_by bigint references agents (id),
  sha256 bytea not null references stored_files (sha256),
  filename text not null,
  content_type text not null,
  size bigint not null,
  inline boolean not null default false,
  content_id text,
  created_at timestamptz not null default now()
);
create index attachments_message on attachments (message_id);
create index attachments_loose on attachments (created_at) where message_id is null;
create index attachments_file on attachments (sha256);

create table drafts (
  agent_id bigint not null references agents (id) on delete cascade,
  ticket_id bigint not null references tickets (id) on delete cascade,
  kind text not null check (kind in ('reply', 'note')),
  body_html text not null,
  to_addresses jsonb,
  cc_addresses jsonb,
  attachment_ids text[] not null default '{}',
  updated_at timestamptz not null default now(),
  primary key (agent_id, ticket_id, kind)
);
create index drafts_ticket on drafts (ticket_id);

create table ticket_reads (
  agent_id bigint not null references agents (id) on delete cascade,
  ticket_id bigint not null references tickets (id) on delete cascade,
  last_message_id bigint not null,
  primary key (agent_id, ticket_id)
);

-- History is append-only. The owner of the tables gives up the right itself; a trigger is the second wall.
-- What erasure may touch: an event's data and salt (the chain holds only its digest).
create function refuse_history_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.salt is null
     and (new.id, new.ticket_id, new.seq, new.at, new.actor_type, new.kind, new.digest, new.hash)
       is not distinct from (old.id, old.ticket_id, old.seq, old.at, old.actor_type, old.kind, old.digest, old.hash) then
    return new;
  end if;
  raise exception 'ticket_events is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger ticket_events_append_only before update or delete on ticket_events
  for each row execute function refuse_history_change();
create trigger ticket_events_no_truncate before truncate on ticket_events
  for each statement execute function refuse_history_change();
revoke update, delete, truncate on ticket_events from current_user;
grant update (data, salt) on ticket_events to current_user;

-- A closed ticket is never deleted, and no ticket row ever is: purging leaves a tombstone.
create function refuse_ticket_delete() returns trigger language plpgsql as $$
begin
  raise exception 'a ticket is never deleted' using errcode = 'insufficient_privilege';
end $$;
create trigger tickets_no_delete before delete on tickets for each row execute function refuse_ticket_delete();
create trigger tickets_no_truncate before truncate on tickets for each statement execute function refuse_ticket_delete();
revoke delete, truncate on tickets from current_user;

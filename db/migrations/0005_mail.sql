-- Mailboxes, mail that came in, mail that goes out. Both mail tables are their own queues.

create table mailboxes (
  id bigint generated always as identity primary key,
  address text not null check (address = lower(address)),
  name text not null,
  team_id bigint references teams (id),
  -- Connection settings; passwords and tokens inside are sealed by the master key.
  imap jsonb,
  smtp jsonb,
  settings jsonb not null default '{}',
  active boolean not null default true,
  last_received_at timestamptz,
  health jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create unique index mailboxes_address on mailboxes (address);
alter table tickets add foreign key (mailbox_id) references mailboxes (id);

create table inbound_mails (
  id bigint generated always as identity primary key,
  mailbox_id bigint references mailboxes (id),
  road text not null check (road in ('smtp', 'imap', 'upload')),
  -- Null once erasure took the bytes.
  raw_sha256 bytea references stored_files (sha256),
  size bigint not null,
  envelope_from text,
  envelope_to text[] not null default '{}',
  remote_address text,
  -- What the other server said of itself and how it came: helo, tls, protocol. The raw bytes stay as they were received.
  session jsonb not null default '{}',
  -- Folder, UIDVALIDITY and UID, so that a fetch that was cut off between storing and marking stores nothing twice.
  imap_key text,
  received_at timestamptz not null default now(),
  -- received: waits for parsing. processed, duplicate, ignored: done. quarantined: an admin looks at it.
  state text not null default 'received' check (state in ('received', 'processed', 'duplicate', 'ignored', 'quarantined')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null default now(),
  -- Which process works on it: the number of an advisory lock that it holds as long as it lives.
  claimed_by int,
  error jsonb,
  -- The same mail by two roads has one fingerprint.
  fingerprint bytea,
  message_id_header text,
  ticket_id bigint references tickets (id),
  message_id bigint references messages (id),
  verdicts jsonb not null default '{}',
  -- Why it went where it went.
  explanation jsonb not null default '{}',
  processed_at timestamptz
);
create index inbound_mails_waiting on inbound_mails (next_attempt_at, id) where state = 'received';
create unique index inbound_mails_imap_key on inbound_mails (mailbox_id, imap_key) where imap_key is not null;
create index inbound_mails_ticket on inbound_mails (ticket_id) where ticket_id is not null;
create index inbound_mails_quarantine on inbound_mails (id) where state = 'quarantined';
create unique index inbound_mails_fingerprint on inbound_mails (fingerprint) where fingerprint is not null and state <> 'duplicate';

create table outbound_mails (
  id bigint generated always as identity primary key,
  message_id bigint references messages (id),
  ticket_id bigint references tickets (id),
  mailbox_id bigint references mailboxes (id),
  -- Stable over retries, so that a second delivery can be recognised.
  message_id_header text not null unique,
  kind text not null default 'reply' check (kind in ('reply', 'acknowledgement', 'notification', 'heartbeat', 'test')),
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'cancelled')),
  -- Not before this time: the undo window, then the back-off between tries.
  send_after timestamptz not null,
  give_up_at timestamptz not null,
  attempts int not null default 0,
  claimed_by int,
  claimed_at timestamptz,
  content jsonb not null default '{}',
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index outbound_mails_due on outbound_mails (send_after, id) where state in ('queued', 'sending');
create unique index outbound_mails_message on outbound_mails (message_id) where message_id is not null;

create index outbound_mails_ticket on outbound_mails (ticket_id) where ticket_id is not null;

create table outbound_recipients (
  outbound_mail_id bigint not null references outbound_mails (id) on delete cascade,
  address text not null,
  kind text not null check (kind in ('to', 'cc', 'bcc')),
  state text not null default 'queued' check (state in ('queued', 'delivered', 'deferred', 'failed', 'bounced', 'cancelled')),
  at timestamptz not null default now(),
  error text,
  primary key (outbound_mail_id, address)
);
create index outbound_recipients_address on outbound_recipients (address);

-- Answers that nobody wrote (acknowledgements), so that an address gets at most three an hour and ten a day.
create table automatic_answers (
  id bigint generated always as identity primary key,
  address text not null check (address = lower(address)),
  at timestamptz not null default now(),
  kind text not null,
  ticket_id bigint references tickets (id)
);
create index automatic_answers_address on automatic_answers (address, at);

-- How far each IMAP folder has been read. UIDs count only within one UIDVALIDITY (RFC 9051, 2.3.1.1).
create table mailbox_folders (
  mailbox_id bigint not null references mailboxes (id) on delete cascade,
  folder text not null,
  uid_validity bigint not null,
  last_uid bigint not null default 0,
  primary key (mailbox_id, folder)
);

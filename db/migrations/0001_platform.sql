-- What every domain stands on: settings, rate limits, answers to repeated requests, stored files.

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now(),
  updated_by bigint
);

-- Every change of a setting, for the audit log. Append-only.
create table setting_changes (
  id bigint generated always as identity primary key,
  key text not null,
  old_value jsonb,
  new_value jsonb not null,
  at timestamptz not null default now(),
  actor jsonb not null
);

create table rate_limits (
  bucket text not null,
  window_start timestamptz not null,
  count int not null default 0,
  primary key (bucket, window_start)
);
create index rate_limits_age on rate_limits (window_start);

-- The answer that an Idempotency-Key got, so that a repeated request gets the same one.
create table idempotency_keys (
  owner text not null,
  key text not null,
  request_hash bytea not null,
  status int,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (owner, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- Content-addressed files (raw mail, attachments). The bytes are in platform/storage; a row says that they are durable.
create table stored_files (
  sha256 bytea primary key check (length(sha256) = 32),
  size bigint not null,
  created_at timestamptz not null default now()
);

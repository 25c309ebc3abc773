-- Persons and organisations: the counterparties of tickets.

create extension if not exists pg_trgm;

create table organisations (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 200),
  organisation_number text,
  notes text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index organisations_name on organisations (lower(name) collate "C", id);

-- A mail domain that belongs to one organisation; free-mail domains never stand here.
create table organisation_domains (
  domain text primary key check (domain = lower(domain)),
  organisation_id bigint not null references organisations (id) on delete cascade
);

create table persons (
  id bigint generated always as identity primary key,
  name text not null default '',
  phone text,
  language text,
  organisation_id bigint references organisations (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Lists go by name; searching finds any part of a name or an address.
create index persons_name on persons (lower(name) collate "C", id);
create index persons_name_parts on persons using gin (lower(name) gin_trgm_ops);
create index persons_organisation on persons (organisation_id);

-- Several addresses may belong to one person; an address belongs to one person only.
create table person_addresses (
  address text primary key check (address = lower(address)),
  person_id bigint not null references persons (id) on delete cascade,
  position int not null default 0
);
create index person_addresses_parts on person_addresses using gin (address gin_trgm_ops);
create index person_addresses_person on person_addresses (person_id, position);

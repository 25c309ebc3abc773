-- Agents, teams, sessions, API keys.

create table agents (
  id bigint generated always as identity primary key,
  email text not null check (email = lower(email)),
  name text not null check (length(name) between 1 and 200),
  role text not null check (role in ('owner', 'admin', 'agent', 'light_agent')),
  password_hash text,
  language text not null default 'en',
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  preferences jsonb not null default '{}',
  session_epoch int not null default 0,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index agents_email on agents (email);

create table teams (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 100),
  -- 'everyone': all agents see its tickets. 'members': only its members (and administrators) do.
  visibility text not null default 'everyone' check (visibility in ('everyone', 'members')),
  label_pack text not null default 'four-state' check (label_pack in ('four-state', 'life-cycle', 'open-closed')),
  active boolean not null default true,
  created_at timestamptz not null default now()
);
create unique index teams_name on teams (lower(name)) where active;

create table team_members (
  team_id bigint not null references teams (id) on delete cascade,
  agent_id bigint not null references agents (id) on delete cascade,
  primary key (team_id, agent_id)
);
create index team_members_agent on team_members (agent_id);

-- The cookie holds a random token; only its SHA-256 is here.
create table sessions (
  token_hash bytea primary key check (length(token_hash) = 32),
  agent_id bigint not null references agents (id) on delete cascade,
  epoch int not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  user_agent text
);
create index sessions_agent on sessions (agent_id);

create table api_keys (
  id bigint generated always as identity primary key,
  agent_id bigint not null references agents (id) on delete cascade,
  name text not null,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  scopes text[] not null default '{read,write,admin}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

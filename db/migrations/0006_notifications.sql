-- What an agent is told: assigned, answered on mine, delivery failed.

create table notifications (
  id bigint generated always as identity primary key,
  agent_id bigint not null references agents (id) on delete cascade,
  ticket_id bigint references tickets (id),
  kind text not null,
  data jsonb not null default '{}',
  -- One fact notifies an agent once, however often its reaction runs.
  source text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  unique (agent_id, source)
);
create index notifications_agent on notifications (agent_id, id desc);

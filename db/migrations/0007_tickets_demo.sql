-- What `reda demo` brought in, so that it can be removed again as a whole and nothing else with it.

create table demo_items (
  kind text not null check (kind in ('ticket', 'person', 'organisation', 'agent', 'team', 'category')),
  id bigint not null,
  primary key (kind, id)
);

-- A module that comes later and does nothing but mark what is personal.
create schema later;
create table later.plan (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  person_id uuid not null,
  label text not null,
  code text not null,
  note text,
  born date,
  tags text[] not null,
  details jsonb not null,
  amount numeric(10, 2) not null,
  starts date not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, person_id) references platform.person (tenant_id, id)
);
select platform.protect('later.plan');
select platform.personal(
  'later.plan', 'person_id', array['label', 'code', 'note', 'born', 'tags', 'details']);

create table later.goal (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  plan_id uuid not null,
  words text not null,
  weight int not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references later.plan (tenant_id, id)
);
select platform.protect('later.goal');
select platform.personal_through('later.goal', 'plan_id', 'later.plan', array['words']);

create table later.step (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  goal_id uuid not null,
  words text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, goal_id) references later.goal (tenant_id, id)
);
select platform.protect('later.step');
select platform.personal_through('later.step', 'goal_id', 'later.goal', array['words']);

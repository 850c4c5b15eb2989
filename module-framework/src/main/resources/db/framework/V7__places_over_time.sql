-- Places change after their award: they move, end, pass to a buyer, or are given at one location (LAN-FW-15, LAN-FW-16,
-- LAN-FW-23, LAN-FW-37 to LAN-FW-40). Each change is a step that is kept for good, with its decision.

create table framework.place_step (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  vehicle text collate "C" not null,
  -- Code of the step in the scheme.
  step text collate "C" not null,
  kind text collate "C" not null
    check (kind in ('MOVE', 'REMOVE', 'RESIGN', 'NOVATE', 'RECOMMISSION', 'ADMIT_AT_SITE')),
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  buyer_id uuid,
  buyer_reference text collate "C",
  -- Reference of the location at which the place holds.
  site text collate "C",
  effective_on date not null,
  ground text,
  reason text not null,
  evidence text,
  -- Last day by which the locations have moved; empty where none move.
  cases_due date,
  decision_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, decision_id) references platform.decision (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  foreign key (tenant_id, buyer_id) references platform.provider (tenant_id, id),
  check ((kind = 'NOVATE') = (buyer_id is not null)),
  check ((buyer_id is null) = (buyer_reference is null)),
  check ((kind = 'ADMIT_AT_SITE') = (site is not null))
);
create index place_step_in_order on framework.place_step (tenant_id, created_at desc, id);
create index place_step_by_vehicle on framework.place_step (tenant_id, vehicle, created_at desc, id);
create index place_step_by_provider on framework.place_step (tenant_id, provider_reference, created_at desc, id);
select platform.protect_append_only('framework.place_step', 'OWN', 'provider_id');

alter table framework.place
  alter column round_id drop not null,
  -- The step from which it came; empty where it came from a round.
  add column step_id uuid,
  -- The step that ended it before its time.
  add column ended_by uuid,
  -- Reference of the only location at which it holds; empty where it holds in the whole zone.
  add column site text collate "C",
  add constraint place_has_an_origin check ((round_id is null) = (step_id is not null)),
  add foreign key (tenant_id, step_id) references framework.place_step (tenant_id, id),
  add foreign key (tenant_id, ended_by) references framework.place_step (tenant_id, id),
  drop constraint one_place_a_day,
  add constraint one_place_a_day exclude using gist (
    tenant_id with =, vehicle with =, zone with =, provider_id with =, (coalesce(site, '')) with =,
    daterange(valid_from, valid_until) with &&);
create index place_by_step on framework.place (tenant_id, step_id, vehicle, zone, tier, rank, provider_reference, id);
create index place_by_ending on framework.place (tenant_id, ended_by, vehicle, zone, tier, rank, provider_reference, id);

alter table framework.suspension
  -- The day on which somebody looks at it again.
  add column review_on date,
  add column evidence text;
create index suspension_by_review on framework.suspension (tenant_id, review_on, id);

-- A location that stays out of the transition for a time (LAN-FW-35, LAN-FW-36).
create table framework.exemption (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  vehicle text collate "C" not null,
  case_id uuid not null,
  location_reference text collate "C" not null,
  provider_id uuid not null,
  kind text collate "C" not null,
  status text collate "C" not null check (status in ('GRANTED', 'ENDED')),
  reason text not null,
  evidence text,
  valid_from date not null,
  -- The first day on which it does not hold any more; empty where no end is set.
  valid_until date check (valid_until >= valid_from),
  -- Last day by which the service was to move before; empty where none was set.
  due_before date,
  -- Last day by which it moves once the exemption is over; empty where no end is set.
  due_after date,
  ended_because text,
  -- The day on which the case was opened again.
  reopened_on date,
  decision_id uuid not null,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references framework.transition_case (tenant_id, id),
  foreign key (tenant_id, decision_id) references platform.decision (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  check ((valid_until is null) = (due_after is null)),
  check ((status = 'ENDED') = (reopened_on is not null)),
  constraint one_exemption_a_day exclude using gist (
    tenant_id with =, case_id with =, daterange(valid_from, valid_until) with &&)
);
create index exemption_in_order on framework.exemption (tenant_id, location_reference, id);
create index exemption_by_vehicle on framework.exemption (tenant_id, vehicle, location_reference, id);
create index exemption_by_case on framework.exemption (tenant_id, case_id, location_reference, id);
create index exemption_by_end on framework.exemption (tenant_id, valid_until) where status = 'GRANTED';
select platform.protect('framework.exemption', 'OWN', 'provider_id');

-- Exemptions that rounds have brought so far: without an end, as they were given.
alter table framework.transition_case no force row level security;
alter table framework.round no force row level security;
alter table framework.exemption no force row level security;
insert into framework.exemption (tenant_id, id, vehicle, case_id, location_reference, provider_id, kind, status,
    reason, valid_from, decision_id, created_at)
  select c.tenant_id, gen_random_uuid(), c.vehicle, c.id, c.location_reference, c.provider_id, c.exemption_reason,
    'GRANTED', 'Brought by the round ' || r.reference || '.', r.framework_start, r.decision_id, c.created_at
  from framework.transition_case c
  join framework.round r on r.tenant_id = c.tenant_id and r.id = c.round_id
  where c.status = 'EXEMPT';
alter table framework.exemption force row level security;
alter table framework.round force row level security;
alter table framework.transition_case force row level security;

-- What people were reminded of; each once.
create table framework.place_reminder (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  subject_type text collate "C" not null check (subject_type in ('Exemption', 'Suspension')),
  subject_id uuid not null,
  -- The day for which it is.
  due_on date not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, subject_id, due_on)
);
select platform.protect_append_only('framework.place_reminder');

-- What was known when: a version of a row for each of its changes, written by the database itself. What is known at a time is
-- the last version known from then or before. Nobody changes a version, and nobody says from when it is known but
-- the database.
create table framework.place_history (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  place_id uuid not null,
  version int not null,
  known_from timestamptz not null,
  vehicle text collate "C" not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  zone text collate "C" not null,
  area text collate "C" not null,
  tier text collate "C" not null,
  rank int,
  site text collate "C",
  valid_from date not null,
  valid_until date,
  primary key (tenant_id, id),
  unique (tenant_id, place_id, version),
  foreign key (tenant_id, place_id) references framework.place (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index place_history_in_order on framework.place_history
  (tenant_id, vehicle, zone, tier, rank, provider_reference, version, id);
create index place_history_by_provider on framework.place_history (tenant_id, provider_reference, id);
select platform.protect_append_only('framework.place_history', 'OWN', 'provider_id');

create table framework.suspension_history (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  suspension_id uuid not null,
  version int not null,
  known_from timestamptz not null,
  vehicle text collate "C" not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  scope text collate "C" not null,
  valid_from date not null,
  valid_until date,
  review_on date,
  primary key (tenant_id, id),
  unique (tenant_id, suspension_id, version),
  foreign key (tenant_id, suspension_id) references framework.suspension (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index suspension_history_in_order on framework.suspension_history
  (tenant_id, vehicle, provider_reference, valid_from, version, id);
select platform.protect_append_only('framework.suspension_history', 'OWN', 'provider_id');

create table framework.exemption_history (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  exemption_id uuid not null,
  version int not null,
  known_from timestamptz not null,
  vehicle text collate "C" not null,
  location_reference text collate "C" not null,
  provider_id uuid not null,
  kind text collate "C" not null,
  status text collate "C" not null,
  valid_from date not null,
  valid_until date,
  due_after date,
  primary key (tenant_id, id),
  unique (tenant_id, exemption_id, version),
  foreign key (tenant_id, exemption_id) references framework.exemption (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index exemption_history_in_order on framework.exemption_history
  (tenant_id, vehicle, location_reference, valid_from, version, id);
select platform.protect_append_only('framework.exemption_history', 'OWN', 'provider_id');

-- What there is was known from the day on which it was written.
do $$
declare one text;
begin
  foreach one in array array['place', 'suspension', 'exemption'] loop
    execute format('alter table framework.%I no force row level security', one);
    execute format('alter table framework.%I no force row level security', one || '_history');
  end loop;
end $$;
insert into framework.place_history (tenant_id, id, place_id, version, known_from, vehicle, provider_id, provider_reference,
    zone, area, tier, rank, site, valid_from, valid_until)
  select tenant_id, gen_random_uuid(), id, 1, created_at, vehicle, provider_id, provider_reference,
    zone, area, tier, rank, site, valid_from, valid_until
  from framework.place;
insert into framework.suspension_history (tenant_id, id, suspension_id, version, known_from, vehicle, provider_id,
    provider_reference, scope, valid_from, valid_until, review_on)
  select tenant_id, gen_random_uuid(), id, 1, created_at, vehicle, provider_id,
    provider_reference, scope, valid_from, valid_until, review_on
  from framework.suspension;
insert into framework.exemption_history (tenant_id, id, exemption_id, version, known_from, vehicle, location_reference,
    provider_id, kind, status, valid_from, valid_until, due_after)
  select tenant_id, gen_random_uuid(), id, 1, created_at, vehicle, location_reference,
    provider_id, kind, status, valid_from, valid_until, due_after
  from framework.exemption;
do $$
declare one text;
begin
  foreach one in array array['place', 'suspension', 'exemption'] loop
    execute format('alter table framework.%I force row level security', one);
    execute format('alter table framework.%I force row level security', one || '_history');
  end loop;
end $$;

-- Versions follow each other in number and in time, whoever writes them; those of one transaction have its time.
create function framework.place_history_stamp() returns trigger language plpgsql as $$
declare last framework.place_history;
begin
  select * into last from framework.place_history
    where tenant_id = new.tenant_id and place_id = new.place_id order by version desc limit 1;
  new.version := coalesce(last.version, 0) + 1;
  new.known_from := greatest(now(), last.known_from);
  return new;
end
$$;
create trigger place_history_stamp before insert on framework.place_history
  for each row execute function framework.place_history_stamp();

create function framework.suspension_history_stamp() returns trigger language plpgsql as $$
declare last framework.suspension_history;
begin
  select * into last from framework.suspension_history
    where tenant_id = new.tenant_id and suspension_id = new.suspension_id order by version desc limit 1;
  new.version := coalesce(last.version, 0) + 1;
  new.known_from := greatest(now(), last.known_from);
  return new;
end
$$;
create trigger suspension_history_stamp before insert on framework.suspension_history
  for each row execute function framework.suspension_history_stamp();

create function framework.exemption_history_stamp() returns trigger language plpgsql as $$
declare last framework.exemption_history;
begin
  select * into last from framework.exemption_history
    where tenant_id = new.tenant_id and exemption_id = new.exemption_id order by version desc limit 1;
  new.version := coalesce(last.version, 0) + 1;
  new.known_from := greatest(now(), last.known_from);
  return new;
end
$$;
create trigger exemption_history_stamp before insert on framework.exemption_history
  for each row execute function framework.exemption_history_stamp();

create function framework.keep_place() returns trigger language plpgsql as $$
begin
  insert into framework.place_history (tenant_id, id, place_id, version, known_from, vehicle, provider_id, provider_reference,
      zone, area, tier, rank, site, valid_from, valid_until)
    values (new.tenant_id, gen_random_uuid(), new.id, 0, now(), new.vehicle, new.provider_id, new.provider_reference,
      new.zone, new.area, new.tier, new.rank, new.site, new.valid_from, new.valid_until);
  return null;
end
$$;
create trigger keep_place after insert or update on framework.place
  for each row execute function framework.keep_place();

create function framework.keep_suspension() returns trigger language plpgsql as $$
begin
  insert into framework.suspension_history (tenant_id, id, suspension_id, version, known_from, vehicle, provider_id,
      provider_reference, scope, valid_from, valid_until, review_on)
    values (new.tenant_id, gen_random_uuid(), new.id, 0, now(), new.vehicle, new.provider_id,
      new.provider_reference, new.scope, new.valid_from, new.valid_until, new.review_on);
  return null;
end
$$;
create trigger keep_suspension after insert or update on framework.suspension
  for each row execute function framework.keep_suspension();

create function framework.keep_exemption() returns trigger language plpgsql as $$
begin
  insert into framework.exemption_history (tenant_id, id, exemption_id, version, known_from, vehicle, location_reference,
      provider_id, kind, status, valid_from, valid_until, due_after)
    values (new.tenant_id, gen_random_uuid(), new.id, 0, now(), new.vehicle, new.location_reference,
      new.provider_id, new.kind, new.status, new.valid_from, new.valid_until, new.due_after);
  return null;
end
$$;
create trigger keep_exemption after insert or update on framework.exemption
  for each row execute function framework.keep_exemption();

-- The application may not call them by hand; a trigger asks nobody.
revoke execute on function
  framework.place_history_stamp(), framework.suspension_history_stamp(), framework.exemption_history_stamp(),
  framework.keep_place(), framework.keep_suspension(), framework.keep_exemption() from public;

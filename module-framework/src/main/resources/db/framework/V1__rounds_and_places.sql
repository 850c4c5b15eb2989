-- Evaluation rounds, what was submitted to them, what came of them, and the places that followed.
-- A provider sees its own application and places at once, its scores and outcome from the standstill on:
-- `visible_to` is empty until then.

create table framework.round (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  reference text collate "C" not null,
  vehicle text collate "C" not null,
  title text not null,
  status text collate "C" not null check (status in ('COLLECTING', 'PROPOSED', 'STANDSTILL', 'AWARDED', 'CANCELLED')),
  scheme_version_id uuid not null,
  framework_start date not null,
  framework_end date,
  decision_id uuid,
  standstill_from date,
  standstill_until date,
  awarded_on date,
  cancelled_because text,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, reference),
  -- Each day of a framework has the places of one round.
  constraint one_award_a_day exclude using gist (
    tenant_id with =, vehicle with =, daterange(framework_start, framework_end, '[]') with &&
  ) where (status = 'AWARDED')
);
create index round_by_vehicle on framework.round (tenant_id, vehicle, reference, id);
select platform.protect('framework.round', 'ALL');

create table framework.application (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  round_id uuid not null,
  round_reference text collate "C" not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  submitted_at timestamptz not null,
  area_preference text[] not null,
  zones text[] not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, round_id, provider_reference),
  unique (tenant_id, round_id, provider_id),
  foreign key (tenant_id, round_id) references framework.round (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index application_in_order on framework.application (tenant_id, provider_reference, id);
create index application_by_round on framework.application (tenant_id, round_id, provider_reference, id);
create index application_by_provider on framework.application (tenant_id, provider_id, id);
select platform.protect('framework.application', 'OWN', 'provider_id');

create table framework.score (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  application_id uuid not null,
  provider_id uuid not null,
  visible_to uuid,
  criterion text collate "C" not null,
  zone text collate "C",
  score numeric(12, 4) not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, application_id, criterion, zone),
  foreign key (tenant_id, application_id) references framework.application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
select platform.protect('framework.score', 'OWN', 'visible_to');

-- Every provider that the round's files name, applicant or not.
create table framework.round_provider (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  round_id uuid not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  existing boolean not null,
  -- References of the providers that apply through it; empty for one that stands for itself.
  consortium_members text[] not null,
  primary key (tenant_id, id),
  unique (tenant_id, round_id, provider_id),
  foreign key (tenant_id, round_id) references framework.round (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
select platform.protect('framework.round_provider', 'OWN', 'provider_id');

-- The locations at which each provider delivered when the round was advertised.
create table framework.round_location (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  round_id uuid not null,
  location_id uuid not null,
  provider_id uuid not null,
  location_reference text collate "C" not null,
  provider_reference text collate "C" not null,
  zone text collate "C" not null,
  -- Why it may stay with its provider whatever comes of the round.
  exemption text,
  primary key (tenant_id, id),
  unique (tenant_id, round_id, location_id),
  foreign key (tenant_id, round_id) references framework.round (tenant_id, id),
  foreign key (tenant_id, location_id) references platform.location (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
select platform.protect('framework.round_location', 'OWN', 'provider_id');

-- What came of a round for one provider, with every rule that was tried.
create table framework.outcome (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  round_id uuid not null,
  round_reference text collate "C" not null,
  decision_id uuid not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  visible_to uuid,
  application_id uuid,
  result text collate "C" not null,
  reasons text not null,
  primary key (tenant_id, id),
  unique (tenant_id, round_id, provider_reference),
  foreign key (tenant_id, round_id) references framework.round (tenant_id, id),
  foreign key (tenant_id, decision_id) references platform.decision (tenant_id, id),
  foreign key (tenant_id, application_id) references framework.application (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index outcome_in_order on framework.outcome (tenant_id, provider_reference, id);
create index outcome_by_round on framework.outcome (tenant_id, round_id, provider_reference, id);
create index outcome_by_application on framework.outcome (tenant_id, application_id);
create index outcome_by_provider on framework.outcome (tenant_id, provider_id, id);
select platform.protect('framework.outcome', 'OWN', 'visible_to');

-- One line of the allocation: a provider in a zone, or in no zone where no zone applies.
create table framework.allocation (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  round_id uuid not null,
  round_reference text collate "C" not null,
  outcome_id uuid not null,
  provider_id uuid not null,
  visible_to uuid,
  line int not null,
  zone text collate "C",
  tier text collate "C" not null,
  rank int,
  score numeric(7, 4),
  primary key (tenant_id, id),
  unique (tenant_id, round_id, line),
  foreign key (tenant_id, round_id) references framework.round (tenant_id, id),
  foreign key (tenant_id, outcome_id) references framework.outcome (tenant_id, id) on delete cascade,
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index allocation_by_outcome on framework.allocation (tenant_id, outcome_id, line, id);
create index allocation_by_reference on framework.allocation (tenant_id, round_reference, line, id);
create index allocation_by_round on framework.allocation (tenant_id, round_id, round_reference, line, id);
select platform.protect('framework.allocation', 'OWN', 'visible_to');

-- A place on a framework, in force over a span of days.
create table framework.place (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  round_id uuid not null,
  decision_id uuid not null,
  vehicle text collate "C" not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  zone text collate "C" not null,
  area text collate "C" not null,
  tier text collate "C" not null,
  rank int,
  score numeric(7, 4),
  valid_from date not null,
  -- The first day on which it does not hold any more.
  valid_until date check (valid_until >= valid_from),
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, round_id) references framework.round (tenant_id, id),
  foreign key (tenant_id, decision_id) references platform.decision (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  constraint one_place_a_day exclude using gist (
    tenant_id with =, vehicle with =, zone with =, provider_id with =,
    daterange(valid_from, valid_until) with &&)
);
create index place_in_order on framework.place (tenant_id, vehicle, zone, tier, rank, provider_reference, id);
create index place_by_provider on framework.place (tenant_id, provider_id, id);
select platform.protect('framework.place', 'OWN', 'provider_id');

-- A stop on a provider's new business, its filling of voids, or both.
create table framework.suspension (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  vehicle text collate "C" not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  scope text collate "C" not null check (scope in ('NEW_BUSINESS', 'FILLING_VOIDS', 'BOTH')),
  valid_from date not null,
  -- The first day on which it does not hold any more.
  valid_until date check (valid_until >= valid_from),
  reason text not null,
  lifted_because text,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index suspension_in_order on framework.suspension (tenant_id, created_at desc, id);
create index suspension_by_vehicle on framework.suspension (tenant_id, vehicle, created_at desc, id);
create index suspension_by_provider on framework.suspension (tenant_id, provider_id, id);
select platform.protect('framework.suspension', 'OWN', 'provider_id');

-- A location whose provider won no place: its service is to move by the due date (LAN-FW-24).
create table framework.transition_case (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  round_id uuid not null,
  location_id uuid not null,
  location_reference text collate "C" not null,
  provider_id uuid not null,
  zone text collate "C" not null,
  status text collate "C" not null check (status in ('OPEN', 'EXEMPT')),
  due date,
  exemption_reason text,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, round_id, location_id),
  foreign key (tenant_id, round_id) references framework.round (tenant_id, id),
  foreign key (tenant_id, location_id) references platform.location (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  check ((status = 'OPEN') = (due is not null)),
  check ((status = 'EXEMPT') = (exemption_reason is not null))
);
create index transition_case_by_location on framework.transition_case (tenant_id, location_reference, id);
create index transition_case_by_provider on framework.transition_case (tenant_id, provider_id, id);
select platform.protect('framework.transition_case', 'OWN', 'provider_id');

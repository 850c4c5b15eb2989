-- The kernel: the directory of a council, its decisions and its audit.

-- Exclusion constraints over (tenant, thing, period).
create extension if not exists btree_gist with schema platform;

-- Areas and zones as the published schemes name them. They are never deleted: history refers to them.
create table platform.area (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  code text collate "C" not null,
  title text not null,
  position int not null,
  retired_from date,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
create index area_position on platform.area (tenant_id, position, id);
select platform.protect('platform.area', 'ALL');

create table platform.zone (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  area_id uuid not null,
  code text collate "C" not null,
  title text not null,
  position int not null,
  retired_from date,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, area_id) references platform.area (tenant_id, id)
);
create index zone_position on platform.zone (tenant_id, position, id);
create index zone_area on platform.zone (tenant_id, area_id);
select platform.protect('platform.zone', 'ALL');

create table platform.provider (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  reference text collate "C" not null,
  name text not null,
  companies_house_number text collate "C"
    check (companies_house_number ~ '^([0-9]{8}|[A-Z]{2}[0-9]{6})$'),
  -- The present registration; provider_cqc_registration has its history.
  cqc_provider_id text collate "C",
  cqc_rating text collate "C"
    check (
      cqc_rating in ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE', 'NOT_RATED')),
  cqc_rating_date date,
  not_for_profit boolean,
  sme boolean,
  form text collate "C" not null check (form in ('ORGANISATION', 'CONSORTIUM')),
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, reference)
);
create index provider_name on platform.provider (tenant_id, name, id);
select platform.protect('platform.provider', 'OWN', 'id');

-- The host's table is older than the directory.
alter table platform.principal_provider
  add foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id);

-- A provider keeps its own id when the CQC registers it anew.
create table platform.provider_cqc_registration (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  provider_id uuid not null,
  cqc_provider_id text collate "C" not null,
  valid_from date not null,
  -- The first day on which it does not hold any more.
  valid_until date check (valid_until > valid_from),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  constraint provider_has_one_registration_at_a_time exclude using gist (
    tenant_id with =, provider_id with =, daterange(valid_from, valid_until) with &&),
  constraint registration_has_one_provider_at_a_time exclude using gist (
    tenant_id with =, cqc_provider_id with =, daterange(valid_from, valid_until) with &&)
);
select platform.protect('platform.provider_cqc_registration', 'OWN');

create table platform.consortium_member (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  consortium_id uuid not null,
  member_id uuid not null check (member_id <> consortium_id),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, consortium_id, member_id),
  foreign key (tenant_id, consortium_id) references platform.provider (tenant_id, id),
  foreign key (tenant_id, member_id) references platform.provider (tenant_id, id)
);
create index consortium_member_member on platform.consortium_member (tenant_id, member_id);
select platform.protect('platform.consortium_member', 'OWN', 'consortium_id');

-- One row for each period in which a location was held by one provider with the same figures.
create table platform.location (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  reference text collate "C" not null,
  provider_id uuid not null,
  zone_id uuid not null,
  cqc_location_id text collate "C",
  people int check (people >= 0),
  weekly_hours numeric(10, 2) check (weekly_hours >= 0),
  valid_from date not null,
  valid_until date check (valid_until > valid_from),
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  foreign key (tenant_id, zone_id) references platform.zone (tenant_id, id),
  constraint location_is_one_thing_at_a_time exclude using gist (
    tenant_id with =, reference with =, daterange(valid_from, valid_until) with &&)
);
create index location_reference on platform.location (tenant_id, reference, id);
create index location_provider on platform.location (tenant_id, provider_id, reference, id);
create index location_zone on platform.location (tenant_id, zone_id, reference, id);
select platform.protect('platform.location', 'OWN');

-- Pseudonymous references only; who a person is stays in the council's case system.
create table platform.person (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  reference text collate "C" not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, reference)
);
select platform.protect('platform.person');

create table platform.decision (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  kind text collate "C" not null,
  subject_type text collate "C" not null,
  subject_id uuid not null,
  -- The provider whom alone it concerns.
  provider_id uuid,
  scheme_version_id uuid not null,
  scheme_hash text collate "C" not null,
  -- Canonical JSON as text: jsonb would not keep the bytes.
  facts text not null,
  facts_sha256 text collate "C" not null,
  result text not null,
  reasons text not null,
  outcome_sha256 text collate "C" not null,
  decided_at timestamptz not null,
  decided_by_id uuid not null,
  decided_by text not null,
  override_of uuid,
  override_reason text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  foreign key (tenant_id, override_of) references platform.decision (tenant_id, id),
  check ((override_of is null) = (override_reason is null))
);
create index decision_decided_at on platform.decision (tenant_id, decided_at, id);
create index decision_subject on platform.decision (tenant_id, subject_id, id);
create index decision_kind on platform.decision (tenant_id, kind, id);
create index decision_provider on platform.decision (tenant_id, provider_id, id);
select platform.protect_append_only('platform.decision', 'OWN');

create table platform.audit (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  -- Order of writing; a council's numbers rise and may have gaps.
  seq bigint generated always as identity,
  at timestamptz not null,
  by_id uuid not null,
  by_label text not null,
  subject_type text collate "C" not null,
  subject_id uuid not null,
  -- The provider whom it concerns.
  provider_id uuid,
  action text collate "C" not null,
  before text,
  after text,
  why text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, seq)
);
create index audit_subject on platform.audit (tenant_id, subject_id, seq);
create index audit_provider on platform.audit (tenant_id, provider_id, seq);
create index audit_at on platform.audit (tenant_id, at, id);
select platform.protect_append_only('platform.audit', 'OWN');

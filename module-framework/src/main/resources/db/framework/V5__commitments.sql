-- What is committed through a framework, counted against its limits (HAM-FW-14). What is given back is a row of its
-- own below 0.
create table framework.commitment (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  vehicle text collate "C" not null,
  lot text collate "C",
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  funder text collate "C" not null check (funder in ('COUNCIL', 'PARTNER')),
  -- Pounds.
  amount numeric(14, 2) not null check (amount <> 0),
  made_on date not null,
  source text collate "C" not null check (source in ('CALL_OFF', 'BY_HAND')),
  source_id uuid,
  what text not null,
  decision_id uuid not null,
  -- Why it may pass a limit; empty where it passes none. The council's own words.
  override_reason text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  foreign key (tenant_id, decision_id) references platform.decision (tenant_id, id),
  check ((source = 'BY_HAND') = (source_id is null))
);
create index commitment_in_order on framework.commitment (tenant_id, made_on desc, id);
create index commitment_by_vehicle on framework.commitment (tenant_id, vehicle, made_on desc, id);
create index commitment_by_lot on framework.commitment (tenant_id, lot, made_on desc, id);
create index commitment_by_funder on framework.commitment (tenant_id, funder, made_on desc, id);
create index commitment_by_reference on framework.commitment (tenant_id, provider_reference, made_on desc, id);
create index commitment_by_provider on framework.commitment (tenant_id, provider_id, made_on desc, id);
create index commitment_by_source on framework.commitment (tenant_id, source_id) where source_id is not null;
-- All of a framework is added up whenever something is committed.
create index commitment_sums on framework.commitment (tenant_id, vehicle, provider_reference, lot, funder)
  include (made_on, amount);
select platform.protect_append_only('framework.commitment', 'OWN', 'provider_id');

-- What was opened of a conditional part of the council's authority, or taken back (HAM-FW-05).
create table framework.spend_opening (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  vehicle text collate "C" not null,
  limit_code text collate "C" not null,
  -- Pounds; below 0 where an earlier opening is taken back.
  amount numeric(14, 2) not null check (amount <> 0),
  opened_on date not null,
  evidence text not null,
  reason text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index spend_opening_in_order on framework.spend_opening (tenant_id, opened_on desc, id);
create index spend_opening_by_vehicle on framework.spend_opening (tenant_id, vehicle, opened_on desc, id);
select platform.protect_append_only('framework.spend_opening', 'NONE');

-- The day on which a round was cancelled, which is told of rounds that had come to their standstill.
alter table framework.round add column cancelled_on date;

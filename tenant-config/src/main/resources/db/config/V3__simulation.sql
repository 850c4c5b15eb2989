-- Drafts that were tried on what the council has: what was asked for, and every difference.

create table config.simulation (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  draft_id uuid not null,
  -- The effective document that is tried, and its SHA-256. The draft may change meanwhile; what is
  -- found belongs to these bytes and no others.
  content text not null,
  content_sha256 text collate "C" not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  -- The version that is in force on the draft's first day; absent for a council's first scheme.
  base_version_id uuid,
  span_from date not null,
  span_to date not null check (span_to >= span_from),
  job_id uuid not null,
  requested_by uuid not null,
  requested_by_label text not null,
  requested_at timestamptz not null,
  -- What was found; absent until the whole span was gone through.
  finished_at timestamptz,
  cases bigint,
  undecided bigint,
  decisions_changed bigint,
  providers_affected bigint,
  appearing bigint,
  going bigint,
  changing bigint,
  obligations_appearing bigint,
  obligations_moving bigint,
  obligations_going bigint,
  -- Effects whose amount is known on one side only; the sums leave them out.
  unpriced bigint,
  amount_before numeric(15, 2),
  amount_after numeric(15, 2),
  primary key (tenant_id, id),
  unique (tenant_id, job_id),
  foreign key (tenant_id, draft_id) references config.scheme_draft (tenant_id, id),
  foreign key (tenant_id, base_version_id) references config.scheme_version (tenant_id, id),
  foreign key (tenant_id, job_id) references platform.job (tenant_id, id),
  constraint simulation_is_finished_with_all_totals check (
    num_nonnulls(finished_at, cases, undecided, decisions_changed, providers_affected, appearing,
      going, changing, obligations_appearing, obligations_moving, obligations_going, unpriced,
      amount_before, amount_after) in (0, 14))
);
create index simulation_in_order on config.simulation (tenant_id, requested_at, id);
create index simulation_by_draft on config.simulation (tenant_id, draft_id, requested_at, id);
create index simulation_by_content
  on config.simulation (tenant_id, content_sha256, requested_at, id);
select platform.protect('config.simulation');

-- One difference a row. What a draft would bring is the council's own business until it is
-- published: providers see nothing of it.
create table config.simulation_change (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  simulation_id uuid not null,
  -- 1, 2, 3 ... by kind of decision, case and effect.
  line bigint not null check (line >= 1),
  decision_kind text collate "C" not null,
  case_key text collate "C" not null,
  case_title text not null,
  change text collate "C" not null
    check (change in ('APPEARS', 'GOES', 'CHANGES', 'CANNOT_BE_DECIDED')),
  -- Those of an effect; absent where the case cannot be decided.
  effect_key text collate "C",
  kind text collate "C" check (kind in ('OUTCOME', 'OBLIGATION')),
  what text,
  provider text collate "C",
  provider_id uuid,
  -- What came out, or why nothing can.
  value_before text,
  value_after text,
  amount_before numeric(15, 2),
  amount_after numeric(15, 2),
  due_before date,
  due_after date,
  -- Canonical JSON, as decisions keep it; absent on a side on which there is no effect.
  reasons_before text check (reasons_before like '[%]'),
  reasons_after text check (reasons_after like '[%]'),
  primary key (tenant_id, id),
  unique (tenant_id, simulation_id, line),
  foreign key (tenant_id, simulation_id) references config.simulation (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  check (num_nonnulls(effect_key, kind, what) = case change when 'CANNOT_BE_DECIDED' then 0 else 3 end)
);
create index simulation_change_by_provider
  on config.simulation_change (tenant_id, simulation_id, provider, line, id);
create index simulation_change_by_decision
  on config.simulation_change (tenant_id, simulation_id, decision_kind, line);
create index simulation_change_by_change
  on config.simulation_change (tenant_id, simulation_id, change, line);
create index simulation_change_by_kind
  on config.simulation_change (tenant_id, simulation_id, kind, line);
select platform.protect_append_only('config.simulation_change');

-- The same added up by provider, once, when the simulation is finished.
create table config.simulation_provider (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  simulation_id uuid not null,
  provider text collate "C" not null,
  provider_id uuid,
  appearing bigint not null,
  going bigint not null,
  changing bigint not null,
  amount_before numeric(15, 2) not null,
  amount_after numeric(15, 2) not null,
  primary key (tenant_id, id),
  unique (tenant_id, simulation_id, provider),
  foreign key (tenant_id, simulation_id) references config.simulation (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
select platform.protect_append_only('config.simulation_provider');

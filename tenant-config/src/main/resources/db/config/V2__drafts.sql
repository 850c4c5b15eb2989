-- Drafts of schemes on their way to publication, versions that were withdrawn before their day, and
-- the days on which versions took force.

create table config.scheme_draft (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  -- The council's own name for it.
  reference text collate "C" not null,
  -- Whether it is valid or simulated follows from its content and is worked out.
  status text collate "C" not null check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
  -- The version that it changes; absent for a council's first scheme.
  base_version_id uuid,
  -- As it was handed in, with its remarks and order.
  source_text text not null,
  -- The effective document as canonical JSON and its hash; absent while it cannot be read.
  content text,
  content_sha256 text collate "C" check (content_sha256 ~ '^[0-9a-f]{64}$'),
  title text,
  effective_from date,
  -- What the last check found, as JSON.
  problems text not null check (problems like '{%}'),
  warnings text not null check (warnings like '{%}'),
  examples text not null check (examples like '{%}'),
  sound boolean not null,
  announced_on date,
  effective_existing_from date,
  created_by uuid not null,
  created_by_label text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_by uuid,
  submitted_by_label text,
  submitted_at timestamptz,
  -- Everybody who ever handed it in, also before it was given back.
  submitters uuid[] not null default '{}',
  approved_by uuid,
  approved_by_label text,
  approved_at timestamptz,
  -- What became of it.
  version_id uuid,
  revision int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, reference),
  foreign key (tenant_id, base_version_id) references config.scheme_version (tenant_id, id),
  foreign key (tenant_id, version_id) references config.scheme_version (tenant_id, id),
  check ((content is null) = (content_sha256 is null)),
  check (not sound or content is not null),
  check ((status = 'PUBLISHED') = (version_id is not null)),
  check (effective_existing_from >= effective_from)
);
create index scheme_draft_in_order on config.scheme_draft (tenant_id, created_at desc, id);
create index scheme_draft_by_status on config.scheme_draft (tenant_id, status, created_at desc, id);
create index scheme_draft_by_version on config.scheme_draft (tenant_id, version_id);
select platform.protect('config.scheme_draft');

-- Every text that a draft ever had: whoever is overtaken by somebody else loses nothing.
create table config.scheme_draft_text (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  draft_id uuid not null,
  -- The draft's revision that began with this text.
  revision int not null,
  source_text text not null,
  content_sha256 text collate "C",
  why text,
  written_by uuid not null,
  written_by_label text not null,
  written_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, draft_id, revision),
  foreign key (tenant_id, draft_id) references config.scheme_draft (tenant_id, id)
);
create index scheme_draft_text_in_order on config.scheme_draft_text (tenant_id, draft_id, revision desc, id);
create index scheme_draft_text_by_revision on config.scheme_draft_text (tenant_id, revision desc, id);
select platform.protect_append_only('config.scheme_draft_text');

-- A published version that was taken back before its day; the version itself never changes.
create table config.scheme_withdrawal (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  version_id uuid not null,
  why text not null,
  withdrawn_by uuid not null,
  withdrawn_by_label text not null,
  withdrawn_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, version_id),
  foreign key (tenant_id, version_id) references config.scheme_version (tenant_id, id)
);
-- Like the versions themselves: who works with the council acts under the scheme that is in force.
select platform.protect_append_only('config.scheme_withdrawal', 'ALL');

-- That a version's day has come was noticed and told. It is in force by its date, noticed or not.
create table config.scheme_force (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  version_id uuid not null,
  -- NEW or EXISTING business.
  business text collate "C" not null check (business in ('NEW', 'EXISTING')),
  effective_from date not null,
  noticed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, version_id, business),
  foreign key (tenant_id, version_id) references config.scheme_version (tenant_id, id)
);
select platform.protect_append_only('config.scheme_force');

create index scheme_version_in_force_existing
  on config.scheme_version (tenant_id, effective_existing_from desc, number desc) where status = 'PUBLISHED';

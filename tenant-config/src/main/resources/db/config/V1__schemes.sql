-- Schemes: every version of every council's configuration.

create table config.scheme_version (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  number int not null check (number >= 1),
  title text not null,
  -- The effective document as canonical JSON, and its SHA-256.
  content text not null,
  content_sha256 text collate "C" not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  -- What was handed in, with its remarks and order.
  source_text text not null,
  -- Where the version stands on its way to publication. Whether a published version is scheduled, in
  -- force or superseded follows from the dates and is not kept, so that it cannot be out of date.
  status text not null check (status in
    ('DRAFT', 'VALIDATED', 'SIMULATED', 'SUBMITTED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
  announced_on date not null,
  -- For new business.
  effective_from date not null,
  -- For business that exists already.
  effective_existing_from date not null,
  loaded_by uuid not null,
  loaded_by_label text not null,
  loaded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  check (effective_existing_from >= effective_from)
);
create index scheme_version_in_force
  on config.scheme_version (tenant_id, effective_from desc, number desc) where status = 'PUBLISHED';

-- A version is inserted and read, never changed or deleted: the application has no such right.
-- Providers see it too: which modules a council has, and by which rules it decides, is for everybody
-- who works with the council, and a scheme holds nothing about a provider.
select platform.protect_append_only('config.scheme_version', 'ALL');

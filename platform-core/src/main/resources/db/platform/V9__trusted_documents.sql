-- GraphQL documents that a council has looked at and lets its clients send.

create table platform.trusted_document (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  -- The one client for whom it is registered; without, it is every client's of the council.
  principal_id uuid,
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  document text not null,
  registered_at timestamptz not null default now(),
  registered_by text not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, sha256, principal_id),
  foreign key (tenant_id, principal_id) references platform.principal (tenant_id, id)
);
create index trusted_document_newest on platform.trusted_document (tenant_id, registered_at, id);
create index trusted_document_name on platform.trusted_document (tenant_id, name, id);
create index trusted_document_principal on platform.trusted_document (tenant_id, principal_id);
select platform.protect_append_only('platform.trusted_document', 'ALL');

-- Whether clients may send other documents. The rule of one client goes before the council's own.
create table platform.document_rule (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  -- Without one it is the council's.
  principal_id uuid,
  required boolean not null,
  changed_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, principal_id),
  foreign key (tenant_id, principal_id) references platform.principal (tenant_id, id)
);
create index document_rule_changed on platform.document_rule (tenant_id, changed_at, id);
select platform.protect('platform.document_rule', 'ALL');

-- Issuers whose keys are discovered, tokens without a claim that names the council, and API clients.

alter table platform.issuer
  add column key_source text collate "C" not null default 'PINNED'
    check (key_source in ('PINNED', 'DISCOVERED')),
  add column token_type text collate "C" not null default 'JWT'
    check (token_type in ('JWT', 'AT_JWT')),
  add column max_lifetime_seconds int check (max_lifetime_seconds > 0),
  -- Its tokens are refused from then on; its principals stay for the audit.
  add column removed_at timestamptz,
  alter column jwks drop not null,
  add check ((key_source = 'PINNED') = (jwks is not null));
create index issuer_issuer on platform.issuer (tenant_id, issuer, id);

-- Whose tokens without the claim 'tenant' belong to which council: rows of the tenant that runs the instance,
-- since one pair of issuer and audience leads to one council on the whole instance.
create table platform.audience_binding (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  issuer text not null,
  audience text not null,
  council text collate "C" not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, issuer, audience)
);
create index audience_binding_council on platform.audience_binding (tenant_id, council, id);
select platform.protect('platform.audience_binding');

-- The client (client_id or azp) that must have obtained an API client's token.
alter table platform.principal add column client_id text;

-- The host: how every council's rows are kept apart, and who may do what.

-- The role of the running application. It owns nothing and cannot step around row-level security.
-- It is created without a login: whoever runs the instance gives it one, or grants it to a login role.
do $$
begin
  if not exists (select from pg_roles where rolname = 'app_rw') then
    create role app_rw nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
  end if;
  if exists (
    select from pg_roles
    where rolname = 'app_rw' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
  ) then
    raise exception 'The role app_rw exists with more rights than it may have'
      using hint = 'alter role app_rw nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  end if;
  -- A temporary table would be one that the application owns.
  execute format('revoke temporary, create on database %I from public', current_database());
end
$$;

revoke create on schema public from public;

-- The provider's side of protect(): what a user who is bound to providers may see and write.
create function platform.protect_from_providers(
  target regclass, provider_visibility text, provider_column text
) returns void language plpgsql as $$
declare
  council constant text := $p$current_setting('app.scope', true) = 'council'$p$;
  known constant text := $p$current_setting('app.scope', true) in ('council', 'provider')$p$;
  own text;
begin
  case provider_visibility
    when 'OWN' then
      own := format(
        $p$%s or (current_setting('app.scope', true) = 'provider' and %I = any (
             string_to_array(nullif(current_setting('app.providers', true), ''), ',')::uuid[]))$p$,
        council, provider_column);
      execute format(
        'create policy provider on %s as restrictive using (%s) with check (%s)', target, own, own);
    when 'NONE' then
      execute format(
        'create policy provider on %s as restrictive using (%s) with check (%s)', target, council, council);
    when 'BOOKKEEPING' then
      execute format(
        'create policy provider on %s as restrictive using (%s) with check (%s)', target, known, known);
    when 'ALL' then
      execute format(
        'create policy provider on %s as restrictive for select using (%s)', target, known);
      execute format(
        'create policy provider_insert on %s as restrictive for insert with check (%s)', target, council);
      execute format(
        'create policy provider_update on %s as restrictive for update using (%s) with check (%s)',
        target, council, council);
      execute format(
        'create policy provider_delete on %s as restrictive for delete using (%s)', target, council);
    else
      raise exception 'Expected OWN, NONE, ALL or BOOKKEEPING, but % is protected with %',
        target, provider_visibility;
  end case;
end
$$;

create function platform.protect_rows(
  target regclass, provider_visibility text, provider_column text, rights text
) returns void language plpgsql as $$
declare
  same_tenant constant text := $p$tenant_id = nullif(current_setting('app.tenant', true), '')$p$;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy application on %s as permissive to app_rw using (true) with check (true)', target);
  -- Restrictive and for everybody: no further permissive policy can open the table.
  execute format(
    'create policy tenant on %s as restrictive using (%s) with check (%s)',
    target, same_tenant, same_tenant);
  perform platform.protect_from_providers(target, provider_visibility, provider_column);
  execute format('revoke all on %s from public, app_rw', target);
  execute format('grant %s on %s to app_rw', rights, target);
  execute format(
    'grant usage on schema %I to app_rw',
    (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target));
end
$$;

create function platform.protect(
  target regclass, provider_visibility text default 'NONE', provider_column text default 'provider_id'
) returns void language sql as $$
  select platform.protect_rows(
    target, provider_visibility, provider_column, 'select, insert, update, delete');
$$;
comment on function platform.protect(regclass, text, text) is
  'Row-level security and rights of a tenant table. A provider user sees: OWN rows of its providers; NONE; '
  'ALL rows, without writing any; BOOKKEEPING reads and writes all, for the host''s own tables only.';

create function platform.protect_append_only(
  target regclass, provider_visibility text default 'NONE', provider_column text default 'provider_id'
) returns void language sql as $$
  select platform.protect_rows(target, provider_visibility, provider_column, 'select, insert');
$$;
comment on function platform.protect_append_only(regclass, text, text) is
  'Like protect(), for rows that are never changed and never deleted.';

revoke execute on all functions in schema platform from public;

create table platform.tenant (
  tenant_id text collate "C" primary key
    check (tenant_id ~ '^[a-z][a-z0-9-]{1,62}$'),
  id uuid not null,
  title text not null,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  unique (tenant_id, id)
);
select platform.protect('platform.tenant', 'ALL');

-- The councils of the instance, as rows of the tenant that runs it: nobody reads across tenants.
create table platform.hosted_tenant (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  code text collate "C" not null,
  title text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
select platform.protect('platform.hosted_tenant');

create table platform.issuer (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  issuer text not null,
  audience text not null,
  algorithm text not null check (algorithm in ('RS256', 'ES256')),
  -- A JSON Web Key Set with public keys only.
  jwks text not null,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, issuer)
);
select platform.protect('platform.issuer');

create table platform.principal (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  issuer_id uuid not null,
  subject text not null,
  -- A pseudonym: the name behind it stays with the issuer.
  label text not null,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, issuer_id, subject),
  -- The audit tells people apart by it.
  unique (tenant_id, label),
  foreign key (tenant_id, issuer_id) references platform.issuer (tenant_id, id)
);
create index principal_label on platform.principal (tenant_id, label, id);
select platform.protect('platform.principal');

create table platform.principal_role (
  tenant_id text collate "C" not null,
  principal_id uuid not null,
  role text collate "C" not null,
  primary key (tenant_id, principal_id, role),
  foreign key (tenant_id, principal_id) references platform.principal (tenant_id, id)
);
select platform.protect('platform.principal_role');

-- The providers to which a provider user is bound.
create table platform.principal_provider (
  tenant_id text collate "C" not null,
  principal_id uuid not null,
  provider_id uuid not null,
  primary key (tenant_id, principal_id, provider_id),
  foreign key (tenant_id, principal_id) references platform.principal (tenant_id, id)
);
select platform.protect('platform.principal_provider');

-- The permissions to which an API client is narrowed.
create table platform.principal_scope (
  tenant_id text collate "C" not null,
  principal_id uuid not null,
  permission text collate "C" not null,
  primary key (tenant_id, principal_id, permission),
  foreign key (tenant_id, principal_id) references platform.principal (tenant_id, id)
);
select platform.protect('platform.principal_scope');

-- Where a council departs from the modules' defaults.
create table platform.role_permission (
  tenant_id text collate "C" not null references platform.tenant,
  role text collate "C" not null,
  permission text collate "C" not null,
  effect text not null check (effect in ('GRANT', 'REVOKE')),
  primary key (tenant_id, role, permission)
);
select platform.protect('platform.role_permission');

-- The first answer to a request with a key, so that a repetition gets the same.
create table platform.idempotency (
  tenant_id text collate "C" not null references platform.tenant,
  principal_id uuid not null,
  idempotency_key text collate "C" not null,
  mutation_field text collate "C" not null,
  input_hash text collate "C" not null,
  outcome text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, principal_id, idempotency_key),
  foreign key (tenant_id, principal_id) references platform.principal (tenant_id, id)
);
select platform.protect('platform.idempotency', 'BOOKKEEPING');

-- Events on their way to outsiders, written in the transaction of the change.
create table platform.outbox (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  event_type text collate "C" not null,
  subject_type text collate "C" not null,
  subject_id uuid not null,
  payload text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (tenant_id, id)
);
create index outbox_unsent on platform.outbox (tenant_id, id) where sent_at is null;
select platform.protect('platform.outbox', 'BOOKKEEPING');

-- Personal data: which columns are about a person, who read them, and until when they are kept.

-- The mark is the comment of the table, so that it comes and goes with the table itself.
create function platform.mark_personal(
  target regclass, link_column text, parent regclass, personal_columns text[]
) returns void language plpgsql as $$
declare
  one text;
  parent_name text := (select format('%I.%I', n.nspname, c.relname)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent);
begin
  if not exists (select from pg_attribute a where a.attrelid = target and a.attnum > 0
      and not a.attisdropped and a.attname = link_column and a.atttypid = 'uuid'::regtype) then
    raise exception 'Expected % to have the column % with the id that leads to the person', target, link_column;
  end if;
  if parent is not null and coalesce(obj_description(parent, 'pg_class'), '') not like '{"personal":%' then
    raise exception 'Expected % to be marked before %, which leads to people through it', parent, target;
  end if;
  foreach one in array personal_columns loop
    if not exists (select from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = target and a.attnum > 0 and not a.attisdropped and a.attname = one
          and (not a.attnotnull or t.typcategory in ('S', 'A') or t.typname in ('json', 'jsonb'))) then
      raise exception 'Expected %.% to exist and to be clearable: nullable, text, JSON or an array', target, one;
    end if;
  end loop;
  if cardinality(personal_columns) > 0 and (select relkind from pg_class where oid = target) <> 'v'
      and not has_table_privilege('app_rw', target, 'update') then
    raise exception 'Expected no personal value in %, whose rows the application cannot change', target
      using hint = 'Keep the id of the person there, and the values in a table that can be cleared.';
  end if;
  execute format('comment on %s %s is %L',
    case (select relkind from pg_class where oid = target) when 'v' then 'view' else 'table' end, target,
    jsonb_build_object('personal', jsonb_strip_nulls(jsonb_build_object(
      'link', link_column, 'parent', parent_name, 'columns', to_jsonb(personal_columns))))::text);
end
$$;

create function platform.personal(
  target regclass, person_column text, personal_columns text[] default '{}'
) returns void language sql as $$
  select platform.mark_personal(target, person_column, null, personal_columns);
$$;
comment on function platform.personal(regclass, text, text[]) is
  'Says that a table or view holds rows about people: the column with the person''s id, and the columns that '
  'are personal. Read access, its log, export and pseudonymisation follow from it. After protect().';

create function platform.personal_through(
  target regclass, link_column text, parent regclass, personal_columns text[] default '{}'
) returns void language sql as $$
  select platform.mark_personal(target, link_column, parent, personal_columns);
$$;
comment on function platform.personal_through(regclass, text, regclass, text[]) is
  'Like personal(), for rows that lead to the person by way of a row of another marked table.';

-- One row a marked column; a table without any has one row with no column.
create view platform.personal_mark with (security_invoker = true) as
select n.nspname::text as table_schema,
  c.relname::text as table_name,
  c.relkind = 'v' as is_view,
  m.mark ->> 'link' as link_column,
  m.mark ->> 'parent' as parent_table,
  col.name as column_name,
  format_type(a.atttypid, null) as column_type,
  not a.attnotnull as is_nullable,
  exists (
    select from pg_index i
    where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey)) as is_unique
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
cross join lateral (
  select case when obj_description(c.oid, 'pg_class') like '{"personal":%'
    then obj_description(c.oid, 'pg_class')::jsonb -> 'personal' end as mark) m
left join lateral jsonb_array_elements_text(m.mark -> 'columns') col (name) on true
left join pg_attribute a on a.attrelid = c.oid and a.attname = col.name and not a.attisdropped
where m.mark is not null;
grant select on platform.personal_mark to app_rw;

alter table platform.person
  add column care_ended_on date,
  add column pseudonymised_at timestamptz,
  add column revision int not null default 1;
create index person_created_at on platform.person (tenant_id, created_at, id);
create index person_care_ended_on on platform.person (tenant_id, care_ended_on, id)
  where pseudonymised_at is null;
select platform.personal('platform.person', 'id', array['reference']);

-- What keeps a person's values beyond their time, such as a claim in court.
create table platform.person_hold (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  person_id uuid not null,
  -- Absent once the person is pseudonymised.
  reason text,
  placed_at timestamptz not null,
  placed_by text not null,
  released_at timestamptz,
  released_by text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references platform.person (tenant_id, id),
  check ((released_at is null) = (released_by is null))
);
create unique index person_hold_one_at_a_time on platform.person_hold (tenant_id, person_id)
  where released_at is null;
create index person_hold_person on platform.person_hold (tenant_id, person_id, placed_at, id);
select platform.protect('platform.person_hold');
select platform.personal('platform.person_hold', 'person_id', array['reason']);

-- Where a council departs from the default.
create table platform.retention_rule (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  years_after_care int not null check (years_after_care between 1 and 75),
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id)
);
select platform.protect('platform.retention_rule');

-- One row for each operation that asked for personal values and each person whose values it saw.
create table platform.personal_read (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  -- The same for all people of one operation.
  operation_id uuid not null,
  at timestamptz not null,
  by_id uuid not null,
  by_label text not null,
  -- The provider whose user it was, if it was one.
  provider_id uuid,
  purpose text collate "C" not null,
  -- What was asked for, such as Person.reference.
  fields text[] not null,
  -- Absent where the operation found nobody.
  person_id uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  foreign key (tenant_id, person_id) references platform.person (tenant_id, id)
);
create index personal_read_at on platform.personal_read (tenant_id, at, id);
create index personal_read_person on platform.personal_read (tenant_id, person_id, at, id);
create index personal_read_provider on platform.personal_read (tenant_id, provider_id);
select platform.protect_append_only('platform.personal_read', 'OWN');
select platform.personal('platform.personal_read', 'person_id');

revoke execute on function
  platform.mark_personal(regclass, text, regclass, text[]),
  platform.personal(regclass, text, text[]),
  platform.personal_through(regclass, text, regclass, text[])
  from public;

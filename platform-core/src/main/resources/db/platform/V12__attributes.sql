-- Values of the fields that a council's scheme adds to what it works with. None of them is about a person.
create table platform.attribute_value (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  owner_type text collate "C" not null
    check (owner_type in ('PROVIDER', 'LOCATION', 'CONTRACT', 'PLAN')),
  owner_id uuid not null,
  -- The owner again where it is a location, so that there is none without one.
  location_id uuid check ((owner_type = 'LOCATION') = (location_id is not null)),
  -- Whose users see it: the provider itself, or the one that the owner belongs to.
  provider_id uuid,
  code text collate "C" not null,
  kind text collate "C" not null
    check (kind in ('TEXT', 'WHOLE_NUMBER', 'DECIMAL', 'TRUE_OR_FALSE', 'DATE', 'CODE')),
  -- In its one form: 12, 1.5, true, 2015-06-01.
  value text not null,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, owner_id, code),
  foreign key (tenant_id, location_id) references platform.location (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index attribute_value_type on platform.attribute_value (tenant_id, owner_type, owner_id);
create index attribute_value_location on platform.attribute_value (tenant_id, location_id);
create index attribute_value_provider on platform.attribute_value (tenant_id, provider_id);
select platform.protect('platform.attribute_value', 'OWN');

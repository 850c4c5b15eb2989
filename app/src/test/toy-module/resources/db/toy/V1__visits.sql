create table toy.visit (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  primary key (tenant_id, id)
);
select platform.protect('toy.visit');

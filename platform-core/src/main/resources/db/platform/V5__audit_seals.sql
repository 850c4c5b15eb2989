-- The audit, sealed: batches of rows, each with its hashes, each naming the hash of the one before.

-- One sealed batch. The keys alone keep the chain whole: a number is followed by the next one, every batch
-- but the first follows one that is there, and no two follow the same.
create table platform.audit_seal (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  number int not null check (number >= 1),
  previous_number int generated always as (nullif(number - 1, 0)) stored,
  -- Absent in the first.
  previous_sha256 text collate "C",
  entries int not null check (entries >= 1),
  -- Of the first and of the last row in it.
  first_seq bigint not null,
  last_seq bigint not null check (last_seq >= first_seq),
  entries_sha256 text collate "C" not null check (entries_sha256 ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null,
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, number, sha256),
  unique nulls not distinct (tenant_id, previous_sha256),
  check ((number = 1) = (previous_sha256 is null)),
  foreign key (tenant_id, previous_number, previous_sha256)
    references platform.audit_seal (tenant_id, number, sha256)
);
select platform.protect_append_only('platform.audit_seal');

-- Which rows a batch holds, in which order, with the hash of each; it has the id of the audit's row. What
-- stands here is only worth something because the batch's hash covers it.
create table platform.audit_sealed_entry (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  seal_number int not null,
  position int not null check (position >= 1),
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, id),
  unique (tenant_id, seal_number, position),
  foreign key (tenant_id, id) references platform.audit (tenant_id, id),
  foreign key (tenant_id, seal_number) references platform.audit_seal (tenant_id, number)
);
select platform.protect_append_only('platform.audit_sealed_entry');

-- Rows that no batch holds yet. Whoever commits late is found here and nowhere else: the order of numbers is
-- not the order of commits. The rows that are there already are the first to wait.
create table platform.audit_unsealed (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  seq bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references platform.audit (tenant_id, id)
);
create index audit_unsealed_seq on platform.audit_unsealed (tenant_id, seq);

alter table platform.audit no force row level security;
insert into platform.audit_unsealed (tenant_id, id, seq) select tenant_id, id, seq from platform.audit;
alter table platform.audit force row level security;
select platform.protect('platform.audit_unsealed', 'BOOKKEEPING');

create function platform.audit_stamp() returns trigger language plpgsql as $$
begin
  new.created_at := now();
  return new;
end
$$;
comment on function platform.audit_stamp() is
  'When a row was written is the database''s to say.';
create trigger audit_stamp before insert on platform.audit
  for each row execute function platform.audit_stamp();

create function platform.audit_awaits_seal() returns trigger language plpgsql as $$
begin
  insert into platform.audit_unsealed (tenant_id, id, seq) select tenant_id, id, seq from written;
  return null;
end
$$;
create trigger audit_awaits_seal after insert on platform.audit
  referencing new table as written
  for each statement execute function platform.audit_awaits_seal();

create function platform.audit_in_time() returns trigger language plpgsql as $$
begin
  if clock_timestamp() - new.created_at > interval '1 hour' then
    raise exception 'A transaction that changes something must end within an hour'
      using errcode = 'invalid_transaction_state';
  end if;
  return null;
end
$$;
comment on function platform.audit_in_time() is
  'A row that is older than the last batch by more than an hour was put in afterwards: nobody else may commit one.';
create constraint trigger audit_in_time after insert on platform.audit
  deferrable initially deferred
  for each row execute function platform.audit_in_time();

-- The application may not call them by hand; a trigger asks nobody.
revoke execute on function
  platform.audit_stamp(), platform.audit_awaits_seal(), platform.audit_in_time() from public;

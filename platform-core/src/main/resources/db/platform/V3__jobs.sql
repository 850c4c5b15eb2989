-- Work that is done later, and db-scheduler's bookkeeping of when to look at it.

create table platform.job (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  kind text collate "C" not null,
  -- One occurrence of what comes again and again.
  recurring boolean not null default false,
  -- Whether the occurrence after it is there: each one makes the next when it ends.
  followed boolean not null default false,
  status text collate "C" not null
    check (status in ('WAITING', 'RUNNING', 'SUCCEEDED', 'DEAD', 'CANCELLED', 'UNHANDLED')),
  -- Canonical JSON of the handler's record.
  payload text not null,
  due_at timestamptz not null,
  -- Grows with every retry by a person, so that what was scheduled before is told apart.
  series int not null default 1,
  tries int not null default 0,
  max_tries int not null check (max_tries >= 1),
  -- The run that holds it: whoever finds another one here has lost it.
  run_id uuid,
  done bigint check (done >= 0),
  total bigint check (total >= 0),
  checkpoint text,
  cancel_requested_at timestamptz,
  error_code text collate "C",
  error_message text,
  submitted_at timestamptz not null,
  submitted_by_id uuid not null,
  submitted_by text not null,
  started_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  revision int not null default 1,
  primary key (tenant_id, id),
  check ((finished_at is not null) = (status in ('SUCCEEDED', 'DEAD', 'CANCELLED'))),
  check (status <> 'RUNNING' or run_id is not null)
);
create index job_submitted_at on platform.job (tenant_id, submitted_at, id);
create index job_status on platform.job (tenant_id, status, submitted_at, id);
create index job_kind on platform.job (tenant_id, kind, submitted_at, id);
create index job_open on platform.job (tenant_id, id) where finished_at is null;
create unique index job_has_one_last_occurrence on platform.job (tenant_id, kind)
  where recurring and not followed;
select platform.protect('platform.job', 'BOOKKEEPING');

-- db-scheduler's own table. It belongs to the instance: the poller looks for what is due in every
-- council at once. It says when to look at a job and nothing about it.
create table platform.scheduled_job (
  task_name text collate "C" not null,
  -- Code of the council, id of the job, series: lancashire/0198.../1
  task_instance text collate "C" not null,
  -- Nothing of a council may lie outside of its own rows.
  task_data bytea check (task_data is null),
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_job_execution_time on platform.scheduled_job (execution_time);
create index scheduled_job_last_heartbeat on platform.scheduled_job (last_heartbeat);
grant select, insert, update, delete on platform.scheduled_job to app_rw;

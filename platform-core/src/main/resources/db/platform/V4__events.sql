-- Every change is told to outsiders by an event, written beside its audit row.

drop index platform.outbox_unsent;
alter table platform.outbox
  drop column sent_at,
  drop column payload,
  add column audit_id uuid not null,
  -- CloudEvents' data: canonical JSON without anything that is personal.
  add column data text not null,
  -- The transaction that wrote it: transactions commit in another order than they begin, so a
  -- reader goes no further than the oldest one that still runs.
  add column written_by bigint not null default (pg_current_xact_id()::text::bigint),
  add column seq bigint generated always as identity,
  add foreign key (tenant_id, audit_id) references platform.audit (tenant_id, id);
create unique index outbox_position on platform.outbox (tenant_id, written_by, seq, id);
create unique index outbox_audit on platform.outbox (tenant_id, audit_id);
-- What was told cannot be taken back.
revoke update, delete on platform.outbox from app_rw;

-- The events that nothing can come before any more: whoever reads them in order misses none.
create view platform.event with (security_invoker = true) as
select tenant_id, id, written_by, seq, event_type, subject_type, subject_id, audit_id, data,
  created_at
from platform.outbox
where written_by < pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
grant select on platform.event to app_rw;

create index idempotency_created_at on platform.idempotency (tenant_id, created_at);

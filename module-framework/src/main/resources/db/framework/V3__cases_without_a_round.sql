-- A location can be due to move for other reasons than a round: its provider's place was removed or given up, or a
-- review of its tier recommended it (LAN-FW-16, LAN-FW-22, LAN-FW-38).
alter table framework.transition_case
  alter column round_id drop not null,
  add column vehicle text collate "C",
  add column origin text collate "C" not null default 'ROUND'
    check (origin in ('ROUND', 'PLACE_STEP', 'TIER_REVIEW')),
  -- The step or review that it came from; empty where it came from a round.
  add column origin_id uuid,
  add column opened_on date;

-- The owner, who migrates, sees the rows of all councils only while the protection is not forced on it.
alter table framework.transition_case no force row level security;
alter table framework.round no force row level security;

update framework.transition_case c
  set vehicle = r.vehicle, opened_on = r.awarded_on
  from framework.round r
  where r.tenant_id = c.tenant_id and r.id = c.round_id;

alter table framework.round force row level security;
alter table framework.transition_case force row level security;

alter table framework.transition_case
  alter column vehicle set not null,
  alter column opened_on set not null,
  add constraint origin_is_known check ((origin = 'ROUND') = (round_id is not null)),
  add constraint origin_has_id check ((origin = 'ROUND') = (origin_id is null));
create unique index one_case_of_an_origin on framework.transition_case (tenant_id, origin_id, location_id)
  where origin_id is not null;

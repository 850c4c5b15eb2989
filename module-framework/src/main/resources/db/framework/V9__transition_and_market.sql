-- How each case of a location that moves is worked (LAN-FW-24 to LAN-FW-28, LAN-APL-01, LAN-APL-03 to LAN-APL-06),
-- reviews of the places of a tier (LAN-FW-21, LAN-FW-22), and how many people a location can house.

alter table framework.transition_case
  add column provider_reference text collate "C",
  -- Stage of the lifecycle that the case is worked by; empty where the scheme has none.
  add column stage text collate "C",
  add column stage_since date,
  -- The scheme's part by which it is worked, so that a later scheme strands no case.
  add column working text check (working like '{%}'),
  add column review_type text collate "C",
  add column reviewed_on date,
  add column review_finding text,
  -- Whether it is right for the people to stay with the present provider.
  add column stay_appropriate boolean,
  add column choice text collate "C",
  add column chosen_on date,
  -- How the choice was recorded, and what help with deciding there was; about no person by name.
  add column choice_how text,
  add column choice_support text,
  add column staff_transfer text collate "C" check (staff_transfer in ('YES', 'NO', 'NOT_KNOWN')),
  add column staff_transfer_on date,
  add column staff_transfer_note text,
  add column receiver_chosen boolean not null default false,
  add column nobody_moves_home boolean,
  add column home_checked_on date,
  add column home_checked_by text,
  add column home_check_rests_on text,
  add column open_blockers int not null default 0 check (open_blockers >= 0),
  add column moved_on date,
  add column ended_on date,
  add column outcome text collate "C" check (outcome in ('MOVED', 'STAYED', 'CLOSED'));

-- The rules that keep councils apart hold for the owner too, who is in none of them.
alter table framework.transition_case no force row level security;
alter table platform.provider no force row level security;
update framework.transition_case c
  set provider_reference = p.reference
  from platform.provider p
  where p.tenant_id = c.tenant_id and p.id = c.provider_id;
alter table platform.provider force row level security;
alter table framework.transition_case force row level security;

alter table framework.transition_case
  alter column provider_reference set not null,
  add constraint stage_is_whole check (
    (stage is null) = (stage_since is null) and (stage is null) = (working is null)),
  add constraint review_is_whole check (
    num_nonnulls(review_type, reviewed_on, review_finding, stay_appropriate) in (0, 4)),
  add constraint choice_is_whole check (num_nonnulls(choice, chosen_on, choice_how) in (0, 3)),
  add constraint staff_transfer_is_whole check ((staff_transfer is null) = (staff_transfer_on is null)),
  add constraint home_check_is_whole check (
    num_nonnulls(nobody_moves_home, home_checked_on, home_checked_by, home_check_rests_on) in (0, 4)),
  add constraint end_is_whole check ((ended_on is null) = (outcome is null));
create index transition_case_by_due on framework.transition_case (tenant_id, due, location_reference, id);
create index transition_case_by_stage on framework.transition_case (tenant_id, stage, location_reference, id);
create index transition_case_by_zone on framework.transition_case (tenant_id, zone, location_reference, id);
create index transition_case_by_vehicle on framework.transition_case (tenant_id, vehicle, location_reference, id);
create index transition_case_of_provider
  on framework.transition_case (tenant_id, provider_reference, location_reference, id);

-- Each step from one stage to the next.
create table framework.transition_step (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  case_id uuid not null,
  vehicle text collate "C" not null,
  provider_id uuid not null,
  action text collate "C" not null,
  from_stage text collate "C" not null,
  to_stage text collate "C" not null,
  taken_on date not null,
  reason text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references framework.transition_case (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index transition_step_of_case on framework.transition_step (tenant_id, case_id, taken_on, id);
create index transition_step_by_vehicle on framework.transition_step (tenant_id, vehicle, taken_on, id);
select platform.protect_append_only('framework.transition_step', 'OWN', 'provider_id');

-- Who is to take a location over. The latest row of a case counts. The present provider does not see it.
create table framework.transition_receiver (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  case_id uuid not null,
  receiver_id uuid not null,
  receiver_reference text collate "C" not null,
  chosen_on date not null,
  decision_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references framework.transition_case (tenant_id, id),
  foreign key (tenant_id, receiver_id) references platform.provider (tenant_id, id),
  foreign key (tenant_id, decision_id) references platform.decision (tenant_id, id)
);
create index transition_receiver_of_case on framework.transition_receiver (tenant_id, case_id, id);
create index transition_receiver_by_reference
  on framework.transition_receiver (tenant_id, receiver_reference, case_id, id);
select platform.protect_append_only('framework.transition_receiver', 'NONE');

-- What holds a case up.
create table framework.transition_blocker (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  case_id uuid not null,
  vehicle text collate "C" not null,
  opened_on date not null,
  what text not null,
  resolved_on date check (resolved_on >= opened_on),
  resolution text,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references framework.transition_case (tenant_id, id),
  check ((resolved_on is null) = (resolution is null))
);
create index transition_blocker_of_case on framework.transition_blocker (tenant_id, case_id, opened_on, id);
create index transition_blocker_by_vehicle on framework.transition_blocker (tenant_id, vehicle, opened_on, id);
select platform.protect('framework.transition_blocker', 'NONE');

-- A review that is due for a place of a tier.
create table framework.tier_review (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  vehicle text collate "C" not null,
  place_id uuid not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  zone text collate "C" not null,
  tier text collate "C" not null,
  due date not null,
  recorded_on date,
  recommendation text collate "C",
  effect text collate "C" check (effect in ('STAYS', 'LOCATIONS_MOVE')),
  finding text,
  evidence text,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, place_id, tier),
  foreign key (tenant_id, place_id) references framework.place (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  check (num_nonnulls(recorded_on, recommendation, effect, finding, evidence) in (0, 5))
);
create index tier_review_by_due on framework.tier_review (tenant_id, due, zone, provider_reference, id);
create index tier_review_by_vehicle on framework.tier_review (tenant_id, vehicle, due, zone, provider_reference, id);
create index tier_review_of_provider
  on framework.tier_review (tenant_id, provider_reference, due, zone, id);
create index tier_review_by_zone on framework.tier_review (tenant_id, zone, due, provider_reference, id);
select platform.protect('framework.tier_review', 'NONE');

-- How many people a location can house, from a day on until another figure follows.
create table framework.capacity (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  location_reference text collate "C" not null,
  -- Who held the location on that day; it alone sees the figure.
  provider_id uuid not null,
  valid_from date not null,
  people int not null check (people >= 0),
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, location_reference, valid_from),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index capacity_in_order on framework.capacity (tenant_id, location_reference, valid_from, id);
create index capacity_of_provider on framework.capacity (tenant_id, provider_id, id);
select platform.protect('framework.capacity', 'OWN', 'provider_id');

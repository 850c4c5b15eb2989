-- An open list can take applications in windows only.
alter table framework.round drop constraint round_admission_check;
alter table framework.round
  add constraint round_admission_check check (admission in ('ROUND', 'OPEN', 'WINDOWS'));

-- What the members of an applicant are; empty where it has none (HAM-FW-23, HAM-FW-28).
alter table framework.round_provider
  add column member_role text collate "C"
    check (member_role in ('CONSORTIUM_MEMBER', 'SUB_CONTRACTOR', 'ALLIANCE_MEMBER', 'PARTNER'));

-- An option by which a framework lasts longer, taken once and for good (LAN-FW-02, LAN-FW-03).
create table framework.option_taken (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  vehicle text collate "C" not null,
  option_code text collate "C" not null,
  taken_on date not null,
  -- The last days of the framework without it and with it.
  end_before date not null,
  end_after date not null check (end_after > end_before),
  -- Why it was taken and what was shown: the council's own words.
  reason text not null,
  evidence text not null,
  decision_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, vehicle, option_code),
  foreign key (tenant_id, decision_id) references platform.decision (tenant_id, id)
);
create index option_taken_in_order on framework.option_taken (tenant_id, vehicle, end_before, id);
select platform.protect_append_only('framework.option_taken', 'ALL');

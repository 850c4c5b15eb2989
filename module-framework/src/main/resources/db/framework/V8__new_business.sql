-- New business, from the request to the award of a call-off (LAN-FW-10, LAN-FW-20, HAM-FW-26).

-- A request. What providers are told of it stands in their offers: a provider sees no row of this table.
create table framework.business_request (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  reference text collate "C" not null,
  vehicle text collate "C" not null,
  -- The scheme in force on the day of the start when the request was opened; it is judged by no other.
  scheme_version_id uuid not null,
  kind text collate "C" not null
    check (kind in ('NEW', 'RE_PROCURED', 'NEW_TENANT_AT_EXISTING_LOCATION', 'VOID')),
  -- Empty where lots are by category and no zone was named.
  zone text collate "C",
  category text collate "C",
  lot text collate "C" not null,
  location_id uuid,
  location_reference text collate "C",
  -- Whom it is for, by id alone.
  person_id uuid,
  need text not null,
  weekly_hours numeric(8, 2) not null check (weekly_hours > 0),
  requirements text[] not null,
  starts_on date not null,
  method text collate "C" not null
    check (method in ('RANKED_OFFER', 'ROTATION', 'MINI_COMPETITION', 'CHOICE', 'DIRECT')),
  status text collate "C" not null
    check (status in ('OPEN', 'OFFERED', 'IN_COMPETITION', 'CHOOSING', 'AWARDED', 'UNFILLED', 'WITHDRAWN')),
  -- How often it was offered to the providers, the time that runs included.
  attempt int not null default 0,
  eligibility_id uuid not null,
  order_id uuid,
  -- The person's choice: who, by whom and how it was made.
  chosen_id uuid,
  chosen_reference text collate "C",
  chosen_by text,
  chosen_how text,
  withdrawn_because text,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, reference),
  foreign key (tenant_id, location_id) references platform.location (tenant_id, id),
  foreign key (tenant_id, person_id) references platform.person (tenant_id, id),
  foreign key (tenant_id, chosen_id) references platform.provider (tenant_id, id),
  foreign key (tenant_id, eligibility_id) references platform.decision (tenant_id, id),
  foreign key (tenant_id, order_id) references platform.decision (tenant_id, id),
  check ((location_id is null) = (location_reference is null)),
  check ((chosen_id is null) = (chosen_by is null)),
  check ((chosen_id is null) = (chosen_how is null)),
  check ((chosen_id is null) = (chosen_reference is null)),
  check (status <> 'WITHDRAWN' or withdrawn_because is not null)
);
create index business_request_in_order on framework.business_request (tenant_id, created_at desc, id);
create index business_request_by_vehicle on framework.business_request (tenant_id, vehicle, created_at desc, id);
create index business_request_by_status on framework.business_request (tenant_id, status, created_at desc, id);
create index business_request_by_person on framework.business_request (tenant_id, person_id);
select platform.protect('framework.business_request', 'NONE');
select platform.personal('framework.business_request', 'person_id');

-- An offer of a request to one provider, or its invitation to a mini-competition, with what it is told.
create table framework.offer (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  request_id uuid not null,
  request_reference text collate "C" not null,
  kind text collate "C" not null check (kind in ('OFFER', 'INVITATION')),
  attempt int not null,
  position int not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  vehicle text collate "C" not null,
  business_kind text collate "C" not null
    check (business_kind in ('NEW', 'RE_PROCURED', 'NEW_TENANT_AT_EXISTING_LOCATION', 'VOID')),
  -- Empty where lots are by category and no zone was named.
  zone text collate "C",
  category text collate "C",
  location_reference text collate "C",
  need text not null,
  weekly_hours numeric(8, 2) not null,
  requirements text[] not null,
  starts_on date not null,
  offered_at timestamptz not null,
  answer_by timestamptz not null,
  status text collate "C" not null
    check (status in ('OFFERED', 'RESPONDED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'RECALLED', 'NOT_CHOSEN')),
  answered_at timestamptz,
  answered_by text collate "C" check (answered_by in ('PROVIDER', 'COUNCIL')),
  decline_code text collate "C"
    check (decline_code in ('NO_CAPACITY', 'NO_STAFF', 'OUT_OF_AREA', 'NEED_NOT_MET', 'PRICE', 'OTHER')),
  decline_words text,
  -- Whether a response must name the price of an hour.
  asks_price boolean not null,
  -- What a response to a mini-competition asks for an hour, and says.
  hourly_rate numeric(12, 4) check (hourly_rate > 0),
  statement text,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  -- Nobody is asked twice while a request is offered.
  unique (tenant_id, request_id, attempt, provider_id),
  foreign key (tenant_id, request_id) references framework.business_request (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  check ((answered_at is null) = (answered_by is null)),
  check (status <> 'DECLINED' or decline_code is not null)
);
-- A request is offered to one provider at a time, and accepted at most once.
create unique index offer_one_at_a_time on framework.offer (tenant_id, request_id)
  where kind = 'OFFER' and status in ('OFFERED', 'ACCEPTED');
create unique index offer_accepted_once on framework.offer (tenant_id, request_id) where status = 'ACCEPTED';
create index offer_in_order on framework.offer (tenant_id, offered_at desc, id);
create index offer_by_request on framework.offer (tenant_id, request_id, offered_at desc, id);
create index offer_by_provider on framework.offer (tenant_id, provider_id, id);
create index offer_by_provider_reference on framework.offer (tenant_id, provider_reference, offered_at desc, id);
create index offer_by_vehicle on framework.offer (tenant_id, vehicle, offered_at desc, id);
create index offer_by_status on framework.offer (tenant_id, status, offered_at desc, id);
select platform.protect('framework.offer', 'OWN', 'provider_id');

-- The council's agreed scores of a response; no provider sees them.
create table framework.response_score (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  offer_id uuid not null,
  criterion text collate "C" not null,
  score numeric(12, 4) not null,
  primary key (tenant_id, id),
  unique (tenant_id, offer_id, criterion),
  foreign key (tenant_id, offer_id) references framework.offer (tenant_id, id)
);
create index response_score_in_order on framework.response_score (tenant_id, offer_id, criterion, id);
select platform.protect('framework.response_score', 'NONE');

-- Business that was awarded to a provider under a framework.
create table framework.call_off (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  request_id uuid not null,
  request_reference text collate "C" not null,
  vehicle text collate "C" not null,
  scheme_version_id uuid not null,
  kind text collate "C" not null
    check (kind in ('NEW', 'RE_PROCURED', 'NEW_TENANT_AT_EXISTING_LOCATION', 'VOID')),
  -- Empty where lots are by category and no zone was named.
  zone text collate "C",
  category text collate "C",
  lot text collate "C" not null,
  location_reference text collate "C",
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  weekly_hours numeric(8, 2) not null check (weekly_hours > 0),
  hourly_rate numeric(12, 4) not null check (hourly_rate > 0),
  valid_from date not null,
  -- The first day on which it does not run any more.
  valid_until date not null check (valid_until >= valid_from),
  -- The same as it was awarded, whether or not it ended before.
  awarded_until date not null,
  -- Pounds over the whole span as awarded, and what an early end gave back of them.
  value numeric(14, 2) not null,
  given_back numeric(14, 2) not null default 0,
  awarded_on date not null,
  decision_id uuid not null,
  commitment_id uuid not null,
  -- The council's own words.
  reason text,
  ended_because text,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, request_id),
  foreign key (tenant_id, request_id) references framework.business_request (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id),
  foreign key (tenant_id, decision_id) references platform.decision (tenant_id, id)
);
create index call_off_in_order on framework.call_off (tenant_id, valid_from, id);
create index call_off_newest on framework.call_off (tenant_id, created_at desc, id);
create index call_off_by_lot on framework.call_off (tenant_id, vehicle, lot, valid_from, id);
create index call_off_by_vehicle on framework.call_off (tenant_id, vehicle, valid_from, id);
create index call_off_by_zone on framework.call_off (tenant_id, zone, valid_from, id);
create index call_off_by_provider on framework.call_off (tenant_id, provider_id, id);
create index call_off_by_provider_reference on framework.call_off (tenant_id, provider_reference, valid_from, id);
select platform.protect('framework.call_off', 'OWN', 'provider_id');

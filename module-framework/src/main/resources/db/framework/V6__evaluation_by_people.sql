-- Evaluation by people: who scores, what they declared, what they gave, what was agreed. Prices and shares of the market
-- that were offered. Checks of providers with their evidence, and what people were reminded of.

-- What a provider offered for a zone that it applied for; nothing where it offered nothing.
create table framework.application_offer (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  application_id uuid not null,
  provider_id uuid not null,
  zone text collate "C" not null,
  -- Pounds an hour.
  price numeric(12, 4) check (price > 0),
  market_share_percent numeric(7, 4) check (market_share_percent between 0 and 100),
  primary key (tenant_id, id),
  unique (tenant_id, application_id, zone),
  foreign key (tenant_id, application_id) references framework.application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index application_offer_by_provider on framework.application_offer (tenant_id, provider_id, id);
select platform.protect('framework.application_offer', 'OWN', 'provider_id');

-- Somebody who scores the answers of a round. The declaration that counts is copied here; all of them are kept below.
create table framework.evaluator (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  round_id uuid not null,
  round_reference text collate "C" not null,
  principal_id uuid not null,
  -- The pseudonym that stands in the audit.
  label text not null,
  declared_at timestamptz,
  -- References of the providers with whom there is a conflict of interest.
  conflicts text[] not null default '{}',
  stood_down_at timestamptz,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, round_id, principal_id),
  foreign key (tenant_id, round_id) references framework.round (tenant_id, id),
  foreign key (tenant_id, principal_id) references platform.principal (tenant_id, id)
);
create index evaluator_in_order on framework.evaluator (tenant_id, round_reference, label, id);
create index evaluator_by_principal on framework.evaluator (tenant_id, principal_id);
select platform.protect('framework.evaluator', 'NONE');

create table framework.interest_declaration (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  evaluator_id uuid not null,
  -- Empty where there is no conflict.
  conflicts text[] not null,
  words text,
  declared_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, evaluator_id) references framework.evaluator (tenant_id, id)
);
create index interest_declaration_by_evaluator
  on framework.interest_declaration (tenant_id, evaluator_id, declared_at desc, id);
select platform.protect_append_only('framework.interest_declaration', 'NONE');

-- One answer of an application that people score. Counts and extremes are those of the scores that are not set aside.
create table framework.answer (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  round_id uuid not null,
  round_reference text collate "C" not null,
  application_id uuid not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  criterion text collate "C" not null,
  -- Empty where the criterion has one score for the whole application.
  zone text collate "C",
  status text collate "C" not null default 'OPEN' check (status in ('OPEN', 'SCORED', 'AGREED')),
  score_count int not null default 0,
  lowest numeric(12, 4),
  highest numeric(12, 4),
  agreed_score numeric(12, 4),
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, application_id, criterion, zone),
  foreign key (tenant_id, round_id) references framework.round (tenant_id, id),
  foreign key (tenant_id, application_id) references framework.application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index answer_in_order
  on framework.answer (tenant_id, round_reference, provider_reference, criterion, zone, id);
create index answer_left on framework.answer (tenant_id, round_id, status);
select platform.protect('framework.answer', 'NONE');

-- What one evaluator gave an answer. It can be given anew until the score is agreed; the audit keeps what it was.
create table framework.evaluator_score (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  answer_id uuid not null,
  evaluator_id uuid not null,
  principal_id uuid not null,
  label text not null,
  score numeric(12, 4) not null,
  comment text not null,
  -- Given before its evaluator declared a conflict with the provider: it counts no more.
  set_aside boolean not null default false,
  -- Whether other evaluators may see it, which they may once the score was agreed.
  shown boolean not null default false,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, answer_id, evaluator_id),
  foreign key (tenant_id, answer_id) references framework.answer (tenant_id, id),
  foreign key (tenant_id, evaluator_id) references framework.evaluator (tenant_id, id)
);
create index evaluator_score_by_answer on framework.evaluator_score (tenant_id, answer_id, label, id);
create index evaluator_score_by_evaluator on framework.evaluator_score (tenant_id, evaluator_id, id);
select platform.protect('framework.evaluator_score', 'NONE');

-- The agreed score is the one that is ranked.
alter table framework.score
  -- The answer whose agreed score it is; empty where it was imported.
  add column answer_id uuid,
  add foreign key (tenant_id, answer_id) references framework.answer (tenant_id, id);
create index score_by_answer on framework.score (tenant_id, answer_id);

create table framework.moderation (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  answer_id uuid not null,
  score numeric(12, 4) not null,
  rationale text not null,
  -- Why fewer evaluators than the scheme asks for were enough.
  fewer_because text,
  moderator_label text not null,
  moderated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, answer_id) references framework.answer (tenant_id, id)
);
create index moderation_by_answer on framework.moderation (tenant_id, answer_id, moderated_at desc, id);
select platform.protect_append_only('framework.moderation', 'NONE');

create view framework.scoring_progress with (security_invoker = true) as
select tenant_id, round_id as id, round_id,
  count(*)::int as answers,
  (count(*) filter (where status <> 'OPEN'))::int as scored,
  (count(*) filter (where status = 'AGREED'))::int as agreed
from framework.answer
group by tenant_id, round_id;
grant select on framework.scoring_progress to app_rw;

-- The answer to a check of a provider. A later record of the same check goes before an earlier one, by its day and then by
-- when it was recorded.
create table framework.due_diligence (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  vehicle text collate "C" not null,
  provider_id uuid not null,
  provider_reference text collate "C" not null,
  check_code text collate "C" not null,
  answer text not null,
  passed boolean not null,
  checked_on date not null,
  -- The first day on which it does not hold any more; empty where it holds for good.
  valid_until date check (valid_until > checked_on),
  evidence text not null,
  recorded_by text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references platform.provider (tenant_id, id)
);
create index due_diligence_in_order
  on framework.due_diligence (tenant_id, provider_reference, vehicle, check_code, checked_on, id);
create index due_diligence_by_check
  on framework.due_diligence (tenant_id, vehicle, check_code, provider_id, checked_on, id);
create index due_diligence_by_end on framework.due_diligence (tenant_id, valid_until, id);
create index due_diligence_by_provider on framework.due_diligence (tenant_id, provider_id, id);
select platform.protect_append_only('framework.due_diligence', 'OWN', 'provider_id');

-- Of which end people were reminded, once for each number of days before it.
create table framework.due_diligence_reminder (
  tenant_id text collate "C" not null
    default nullif(current_setting('app.tenant', true), '') references platform.tenant (tenant_id),
  id uuid not null,
  due_diligence_id uuid not null,
  days_before int not null,
  reminded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, due_diligence_id, days_before),
  foreign key (tenant_id, due_diligence_id) references framework.due_diligence (tenant_id, id)
);
select platform.protect_append_only('framework.due_diligence_reminder', 'NONE');

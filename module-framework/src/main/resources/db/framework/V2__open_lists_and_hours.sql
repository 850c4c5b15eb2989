-- How the scheme of a round admits providers: one round for the whole framework, or an open list whose rounds
-- are awarded at any time and side by side.
alter table framework.round
  add column admission text collate "C" not null default 'ROUND' check (admission in ('ROUND', 'OPEN'));

alter table framework.round drop constraint one_award_a_day;
-- Each day of a framework that is no open list has the places of one round.
alter table framework.round
  add constraint one_award_a_day exclude using gist (
    tenant_id with =, vehicle with =, daterange(framework_start, framework_end, '[]') with &&
  ) where (status = 'AWARDED' and admission = 'ROUND');

-- Hours of support in a week when the round was advertised; empty where they are not known.
alter table framework.round_location add column weekly_hours numeric(12, 4);

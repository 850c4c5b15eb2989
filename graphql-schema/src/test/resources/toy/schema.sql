create schema toy;
create table toy.author (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  name text not null,
  born date,
  mentor_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, mentor_id) references toy.author (tenant_id, id)
);
create table toy.profile (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  author_id uuid not null,
  text text not null,
  primary key (tenant_id, id),
  unique (tenant_id, author_id),
  foreign key (tenant_id, author_id) references toy.author (tenant_id, id)
);
create table toy.book (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  author_id uuid not null,
  title text not null,
  kind text not null,
  pages int,
  price numeric(10, 2),
  tags text[] not null,
  printed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, author_id) references toy.author (tenant_id, id)
);
create table toy.chapter (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  book_id uuid not null,
  number int not null,
  title text,
  draft boolean not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, book_id) references toy.book (tenant_id, id)
);
select platform.protect('toy.author', 'ALL');
select platform.protect('toy.profile', 'ALL');
select platform.protect('toy.book', 'ALL');
select platform.protect('toy.chapter', 'NONE');
create table toy.fault (
  tenant_id text collate "C" not null references platform.tenant,
  id uuid not null,
  kind text not null,
  primary key (tenant_id, id)
);
select platform.protect('toy.fault', 'ALL');
create function toy.fail(state text) returns int language plpgsql as $$
begin
  raise exception using errcode = state, message = 'canary of the message',
    detail = 'canary of the detail', hint = 'canary of the hint', table = 'canary', constraint = 'canary';
end $$;
create function toy.fail_late() returns trigger language plpgsql as $$
begin
  perform toy.fail('P0001');
  return null;
end $$;
create constraint trigger late after insert on toy.fault deferrable initially deferred
  for each row when (new.kind = 'LATE') execute function toy.fail_late();

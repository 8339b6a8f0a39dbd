-- The order in which what happened became visible, for systems that follow. The moment of a happening cannot be it: a
-- file may arrive for half an hour, and be committed after what happened later. A transaction that began to write later
-- has a greater number, and once all up to a number have ended nothing can come before it any longer.

create table happening_order (
  case_id   text collate "C" not null,
  source    text collate "C" not null,
  number    integer not null,
  written   xid8 not null default pg_current_xact_id(),
  place     bigint generated always as identity,
  primary key (case_id, source, number)
);
create index happening_order_written on happening_order (written, place);
comment on table happening_order is 'Not worked out from the record: in which order this database told of what happened. Not backed up';
comment on column happening_order.written is 'The transaction that wrote it. What is older than every transaction under way is settled';
comment on column happening_order.place is 'Its place among what the same transaction wrote';

-- Numbers of transactions are those of one server. Who reads on in another order than they know begins anew.
create table happening_feed (
  single  boolean primary key default true check (single),
  id      uuid not null default gen_random_uuid(),
  server  bigint not null default (pg_control_system()).system_identifier
);
comment on table happening_feed is 'Not worked out from the record: which order of happenings this is. Not backed up';

create function keep_happening_order() returns trigger language plpgsql as $$
begin
  insert into happening_order (case_id, source, number)
  select case_id, source, number from written order by at, case_id, source, number
  -- A row that a rebuild writes again keeps its place.
  on conflict do nothing;
  return null;
end $$;

create trigger happening_has_place after insert on case_happening referencing new table as written
  for each statement execute function keep_happening_order();

-- Begins the order anew: at first, and where the database was brought to another server.
create function renew_happening_feed() returns void language plpgsql as $$
begin
  if exists (select from happening_feed where server = (select system_identifier from pg_control_system())) then
    return;
  end if;
  delete from happening_feed;
  delete from happening_order;
  insert into happening_feed default values;
  insert into happening_order (case_id, source, number)
  select case_id, source, number from case_happening order by at, case_id, source, number
  on conflict do nothing;
end $$;

select renew_happening_feed();

drop index case_happening_at;

alter table happening_order enable row level security;
alter table happening_feed enable row level security;
grant select on happening_order, happening_feed to frankpledge_reader;
grant select, insert on happening_order to frankpledge_recorder;
create policy record_writes on happening_order to frankpledge_recorder using (true) with check (true);
create policy of_what_is_seen on happening_order for select to frankpledge_reader using (
  exists (
    select from case_happening h
     where h.case_id = happening_order.case_id and h.source = happening_order.source and h.number = happening_order.number
  )
);
create policy of_the_feed on happening_feed for select to frankpledge_reader using (true);

-- The material of cases: one register each. Rebuilt from streams of kind "material".

create table material_item (
  case_id            text collate "C" not null,
  key                text collate "C" not null,
  number             integer not null,
  kind               text collate "C" not null,
  title              text not null,
  description        text not null,
  from_person        text collate "C",
  exhibit_reference  text,
  state              text collate "C" not null,
  state_reason       text,
  use                text collate "C" not null,
  use_reason         text,
  added_at           timestamptz(3) not null,
  due_at             timestamptz(3),
  withdrawn_at       timestamptz(3),
  withdrawn_reason   text,
  searched           text generated always as (lower(key || ' ' || title || ' ' || description || ' '
    || coalesce(exhibit_reference, ''))) stored,
  primary key (case_id, key)
);
comment on column material_item.key is 'M1, M2: its number in the register of its case, never used again';
comment on column material_item.state is 'Asked for, here, or why it is not: src/casework/material/held-material.ts';
comment on column material_item.due_at is 'The last moment to answer the request that is open; null where none is, or it has no date';
comment on column material_item.withdrawn_at is 'When it was taken off the register; it stays readable and counts for nothing';

-- Who asked for an item, and who answered.
create table material_request (
  case_id        text collate "C" not null,
  item           text collate "C" not null,
  number         integer not null,
  at             timestamptz(3) not null,
  account        text collate "C" not null,
  agency         text collate "C" not null,
  asker          text not null,
  why            text not null,
  duty           text collate "C",
  answered_at    timestamptz(3),
  answered_by    text collate "C",
  answer         text collate "C",
  taken_back_at  timestamptz(3),
  primary key (case_id, item, number)
);
comment on column material_request.duty is 'The key of the duty to answer, of the stream material/<case>; null where no date was set';

-- Files at items. Their bytes lie sealed in a folder; what opens them stands on the sealed record and not here.
create table material_file (
  case_id           text collate "C" not null,
  item              text collate "C" not null,
  number            text collate "C" not null,
  name              text not null,
  type              text collate "C" not null,
  bytes             bigint not null,
  sha256            text collate "C" not null,
  sealed            text collate "C" not null,
  at                timestamptz(3) not null,
  account           text collate "C" not null,
  withdrawn_at      timestamptz(3),
  withdrawn_reason  text,
  primary key (case_id, item, number)
);
comment on column material_file.sha256 is 'Of what was sent';
comment on column material_file.sealed is 'SHA-256 of the sealed bytes, which is the name they are stored under';

-- Which lines of the case''s timeline with the source "material" are about which item.
create table material_happening (
  case_id  text collate "C" not null,
  number   integer not null,
  item     text collate "C" not null,
  primary key (case_id, number)
);

do $$
declare name text;
begin
  foreach name in array array['material_item', 'material_request', 'material_file', 'material_happening'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy case_is_seen on %1$I for select to frankpledge_reader
      using (exists (select from case_summary where case_summary.id = %1$I.case_id))', name);
    execute format('grant select on %I to frankpledge_reader', name);
    execute format('grant select, insert, update, delete on %I to frankpledge_recorder', name);
    execute format('create policy record_writes on %I to frankpledge_recorder using (true) with check (true)', name);
  end loop;
end $$;

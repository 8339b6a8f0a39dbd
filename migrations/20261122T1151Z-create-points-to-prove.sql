-- What must be proved for an offence, as the area's lawyers have made it theirs. Rebuilt from streams of kind
-- "points-to-prove"; the draft that comes with the software stands in data/casework and in no table.

create table points_to_prove (
  code        text collate "C" not null,
  version     integer not null,
  title       text not null,
  statute     text not null,
  section     text,
  elements    jsonb not null,
  confidence  text collate "C" not null check (confidence in ('confirmed', 'unconfirmed')),
  reason      text not null,
  changed_at  timestamptz(3) not null,
  changed_by  text collate "C" not null,
  current     boolean not null,
  primary key (code, version)
);
comment on column points_to_prove.elements is 'What must be proved, each with its key: [{"key": "dishonesty", "words": "…"}]';
comment on column points_to_prove.current is 'True for the last version of each offence, which is the one that holds';

-- The law is nobody's personal data, and whoever may read cases may read what must be proved in them.
alter table points_to_prove enable row level security;
create policy case_readers on points_to_prove for select to frankpledge_reader using (
  (select viewer_may('case.read'))
);
create policy record_writes on points_to_prove to frankpledge_recorder using (true) with check (true);
grant select on points_to_prove to frankpledge_reader;
grant select, insert, update, delete on points_to_prove to frankpledge_recorder;

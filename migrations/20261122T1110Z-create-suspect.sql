-- The suspects of a case. Rebuilt from streams of kind "suspect", one for each.
create table suspect (
  case_id            text collate "C" not null,
  number             integer not null check (number > 0),
  person             text collate "C" not null,
  track              text collate "C" not null,
  position           text collate "C" not null,
  detention_ends_at  timestamptz(3),
  bail_ends_on       date,
  review_on          date,
  asns               text[] collate "C" not null,
  detail             jsonb not null,
  primary key (case_id, number)
);
create index suspect_track on suspect (track, case_id);
create index suspect_person on suspect (person);
create index suspect_asns on suspect using gin (asns);
comment on column suspect.number is '1 for the first suspect of the case';
comment on column suspect.person is 'The id of their own stream of kind "person"';
comment on column suspect.track is 'Where the suspect stands: src/casework/suspects/track.ts. Worked out; nobody types it';
comment on column suspect.position is 'Where the suspect is while the case goes on: in-custody, bailed, under-investigation or not-arrested';
comment on column suspect.detention_ends_at is 'When police detention before charge must end; null when not detained';
comment on column suspect.bail_ends_on is 'Last day of bail before charge; null when not on bail';
comment on column suspect.review_on is 'Day by which a suspect released under investigation is reviewed';
comment on column suspect.asns is 'Arrest/summons numbers in their long form, to search by';
comment on column suspect.detail is 'Arrests, interviews, bail, charges and decisions as the suspect’s page shows them';

alter table suspect enable row level security;
create policy case_is_seen on suspect for select to frankpledge_reader
  using (exists (select from case_summary where case_summary.id = suspect.case_id));
grant select on suspect to frankpledge_reader;
grant select, insert, update, delete on suspect to frankpledge_recorder;
create policy record_writes on suspect to frankpledge_recorder using (true) with check (true);

-- What the list of cases counts, finds and sorts by. Counting the cases of an agency, in each state, reads an index
-- and no row: row security included, for it asks only for what stands in the index.

drop index case_summary_reported;
create index case_summary_list on case_summary (reported_at desc, id)
  include (agencies, restricted_to, restricted_agencies, state, force, unit, officer, offence);
create index case_summary_by_crime_reference on case_summary (crime_reference) where crime_reference is not null;
drop index suspect_track;
create index suspect_standing on suspect (case_id, number) include (track, person);
create index suspect_track on suspect (track, case_id);

-- What a case is found by besides its own numbers: the arrest/summons numbers of its suspects, and the offences that
-- they are to be charged with. Worked out by each suspect's stream.
create table case_key (
  case_id  text collate "C" not null,
  source   text collate "C" not null,
  kind     text collate "C" not null check (kind in ('asn', 'offence')),
  key      text collate "C" not null,
  primary key (case_id, source, kind, key)
);
create index case_key_key on case_key (kind, key, case_id);
comment on column case_key.source is 'Which stream of the case gives it, as in case_happening';
comment on column case_key.key is 'The number in its long form, or the code of the offence';

alter table case_key enable row level security;
create policy case_is_seen on case_key for select to frankpledge_reader
  using (exists (select from case_summary where case_summary.id = case_key.case_id));
grant select on case_key to frankpledge_reader;
grant select, insert, update, delete on case_key to frankpledge_recorder;
create policy record_writes on case_key to frankpledge_recorder using (true) with check (true);

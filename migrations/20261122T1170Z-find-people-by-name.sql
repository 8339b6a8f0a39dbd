-- A name is found by its words and by how they sound, however it was typed. Below row security an index serves only
-- comparisons that tell nothing of what they compare: equality and beginnings, not likeness. So each word of a name
-- and its sound is a row. Worked out by each person's stream.
create table person_name_key (
  person  text collate "C" not null,
  key     text collate "C" not null,
  primary key (person, key)
);
create index person_name_key_key on person_name_key (key, person);
comment on column person_name_key.key is 'A word of the name in small letters without accents, or ~ and how it sounds';

alter table person_name_key enable row level security;
create policy on_a_case_that_is_seen on person_name_key for select to frankpledge_reader
  using (exists (select from case_person where case_person.person = person_name_key.person));
grant select on person_name_key to frankpledge_reader;
grant select, insert, update, delete on person_name_key to frankpledge_recorder;
create policy record_writes on person_name_key to frankpledge_recorder using (true) with check (true);

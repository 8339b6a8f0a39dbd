-- People: who they are and how to reach them. Rebuilt from sealed streams of kind "person"; erasing one takes these rows.
create table person (
  id             text collate "C" primary key,
  name           text,
  organisation   text,
  date_of_birth  date,
  phone          text,
  email          text,
  address        text,
  contact_note   text,
  check (name is not null or organisation is not null)
);
comment on table person is 'Seen only by the agencies on a case with the person';
comment on column person.contact_note is 'How and when it is safe to make contact';

create table person_change (
  person   text collate "C" not null,
  number   integer not null,
  at       timestamptz(3) not null,
  account  text collate "C" not null,
  what     text not null,
  reason   text,
  primary key (person, number)
);
comment on column person_change.what is 'Which details changed, without the details';

alter table person enable row level security;
create policy on_a_case_that_is_seen on person for select to frankpledge_reader
  using (exists (select from case_person where case_person.person = person.id));
alter table person_change enable row level security;
create policy on_a_case_that_is_seen on person_change for select to frankpledge_reader
  using (exists (select from case_person where case_person.person = person_change.person));

do $$
declare name text;
begin
  foreach name in array array['person', 'person_change'] loop
    execute format('grant select on %I to frankpledge_reader', name);
    execute format('grant select, insert, update, delete on %I to frankpledge_recorder', name);
    execute format('create policy record_writes on %I to frankpledge_recorder using (true) with check (true)', name);
  end loop;
end $$;

-- Why somebody's details were corrected may tell of the case in which it was, so only who reads that case reads it.
-- That they were corrected, and which of them, every case with the person tells.
alter table person_change drop column reason;

create table person_change_reason (
  person   text collate "C" not null,
  number   integer not null,
  case_id  text collate "C" not null,
  reason   text not null,
  primary key (person, number)
);
comment on table person_change_reason is 'Why details were corrected, for the case in which they were';

alter table person_change_reason enable row level security;
create policy case_is_seen on person_change_reason for select to frankpledge_reader
  using (exists (select from case_summary where case_summary.id = person_change_reason.case_id));
grant select on person_change_reason to frankpledge_reader;
grant select, insert, update, delete on person_change_reason to frankpledge_recorder;
create policy record_writes on person_change_reason to frankpledge_recorder using (true) with check (true);

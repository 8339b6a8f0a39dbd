-- What was erased, when, by whom and why. Worked out from the streams of kind "erasure", which are never erased.
create table erasure (
  stream  text primary key,
  at      timestamptz(3) not null,
  actor   text not null,
  reason  text not null
);
comment on column erasure.stream is 'The stream whose key was destroyed. Its entries stay, and can no longer be read';

alter table erasure enable row level security;
grant select on erasure to frankpledge_reader;
grant select, insert, update, delete on erasure to frankpledge_recorder;
create policy administrators_read on erasure for select to frankpledge_reader using (viewer_may('record.administer'));
create policy record_writes on erasure to frankpledge_recorder using (true) with check (true);

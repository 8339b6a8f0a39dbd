-- When everybody whom an agency named in a restricted case has left, nobody of it can open the case, and so nobody can
-- name others. Who may restrict cases finds such a case here, and nothing of what is in it.
create table case_named (
  case_id  text collate "C" not null,
  agency   text not null check (agency <> ''),
  named    text[] not null,
  primary key (case_id, agency)
);
create index case_named_agency on case_named (agency, case_id);
comment on table case_named is 'Whom each agency named in a restricted case. To a viewer: where none of them can read cases any longer';

alter table case_named enable row level security;
grant select on case_named to frankpledge_reader;
grant select, insert, update, delete on case_named to frankpledge_recorder;
create policy record_writes on case_named to frankpledge_recorder using (true) with check (true);
create policy without_readers on case_named for select to frankpledge_reader using (
  (select viewer_may('case.restrict')) and agency = (select viewer_agency())
  and not exists (
    select from account_work
     where account_work.agency = case_named.agency and account_work.work = 'case.read'
       and account_work.account = any (case_named.named)
  )
);

-- A case is given to somebody who does that work: an officer, a supervisor, a prosecutor. So colleagues see of one
-- another which of a few kinds of work an account may be chosen for, and still nothing of its roles.
create table account_work (
  account  text not null,
  agency   text not null check (agency <> ''),
  work     text not null,
  primary key (account, work)
);
create index account_work_of_agency on account_work (agency, work, account);
comment on table account_work is 'What an open account may be chosen for in a list of colleagues';
comment on column account_work.work is 'A permission of those that src/agencies/account.ts lists';

alter table account_work enable row level security;
grant select on account_work to frankpledge_reader;
grant select, insert, update, delete on account_work to frankpledge_recorder;
create policy record_writes on account_work to frankpledge_recorder using (true) with check (true);
create policy colleagues on account_work for select to frankpledge_reader using (agency = (select viewer_agency()));

-- The log of who looked (Data Protection Act 2018 s.62). Not worked out from the record: a view is not a fact about a
-- case, and the law allows the log fewer uses than the record has. Append-only by trigger and by grants.
create table look (
  id          bigint generated always as identity primary key,
  at          timestamptz(3) not null,
  account     text not null,
  agency      text not null,
  roles       text[] not null,
  operation   text not null default 'consultation'
    check (operation in ('collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure')),
  subjects    text[] not null,
  what        text not null,
  purpose     text not null check (purpose <> ''),
  route       text not null,
  request_id  text not null
);
create index look_agency on look (agency, at desc);
create index look_account on look (account, at desc);
create index look_subjects on look using gin (subjects);
comment on table look is 'Not worked out from the record: the log of who looked at personal data. Append-only';
comment on column look.account is 'Who looked. No name stands here';
comment on column look.roles is 'The roles the account held at that moment';
comment on column look.subjects is 'The streams that hold the persons'' data, such as person/… or account/…';
comment on column look.what is 'What was opened, without personal data';
comment on column look.purpose is 'The justification';
comment on column look.route is 'The address pattern, without what filled it';

create trigger look_is_append_only before update or delete or truncate on look
  for each statement execute function refuse_change();
alter table look enable always trigger look_is_append_only;

grant insert on look to frankpledge_access;
grant select on look to frankpledge_reader;

-- Each agency answers for what its own people looked at.
alter table look enable row level security;
create policy access_writes on look for insert to frankpledge_access with check (true);
create policy data_protection_officer_reads on look for select to frankpledge_reader
  using ((select viewer_may('looks.read')) and agency = (select nullif(viewer_agency(), '')));

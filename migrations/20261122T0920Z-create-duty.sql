-- Everything owed: who owes what to whom, by when, under which law or plan. Rebuilt from the record.
create table duty (
  stream           text collate "C" not null,
  key              text collate "C" not null,
  id               text collate "C" not null unique,
  kind             text collate "C" not null,
  what             text not null,
  about_text       text,
  about_path       text,
  owed_by_agency   text collate "C" not null,
  owed_by_unit     text collate "C",
  owed_by_role     text collate "C",
  owed_by_account  text collate "C",
  owed_by_name     text not null,
  owed_to_agency   text collate "C",
  owed_to_name     text not null,
  started_on       date not null,
  due_on           date not null,
  due_at           timestamptz(3) not null,
  met_at           timestamptz(3),
  waived_at        timestamptz(3),
  waived_reason    text,
  rule             text collate "C" not null,
  authority        jsonb not null,
  working          jsonb not null,
  public           boolean not null,
  earlier_dates    jsonb not null,
  searched         text generated always as (left(lower(what || ' ' || coalesce(about_text, '') || ' ' || owed_by_name || ' ' || owed_to_name), 500)) stored,
  primary key (stream, key),
  check ((waived_at is null) = (waived_reason is null)),
  check (about_text is not null or about_path is null)
);
comment on table duty is 'One row is one thing owed. Whether it is late is worked out from due_at and met_at; nobody types a status';
comment on column duty.stream is 'The stream that the duty comes from; key tells apart the duties of one stream';
comment on column duty.id is 'What an address calls it: worked out from stream and key, so it survives a rebuild';
comment on column duty.owed_by_name is 'A role, unit or agency in words, never a person''s name';
comment on column duty.due_on is 'Europe/London';
comment on column duty.due_at is 'The last moment that is still in time; the end of due_on unless the rule counts in hours';
comment on column duty.authority is 'The rule''s instrument, section and edition as they stood when the date was worked out';
comment on column duty.working is 'The steps that led to the date, and the days that were not counted';
comment on column duty.searched is 'The first 500 characters of the words that a search looks in, so that they fit into an index';
comment on column duty.earlier_dates is 'Dates that everybody could read before they were corrected, with the reasons';
comment on column duty.public is 'True for a promise that everybody may read, such as a publication that statute requires';

-- A work list counts, finds and pages one agency's open duties by this index alone, row security included, and then
-- reads 25 rows. Words are searched along it too: an index of words would not be used, because LIKE may leak what it
-- is compared with and so comes after row security.
create index duty_open_of_agency on duty (owed_by_agency, due_at, id)
  include (kind, due_on, owed_by_unit, owed_by_account, owed_to_agency, public, searched)
  where met_at is null and waived_at is null;
create index duty_open_of_account on duty (owed_by_account, due_at, id) where met_at is null and waived_at is null;
create index duty_public on duty (due_on, id) where public;

create table duty_history (
  stream    text collate "C" not null,
  key       text collate "C" not null,
  number    integer not null,
  at        timestamptz(3) not null,
  account   text collate "C" not null,
  event     text not null,
  detail    text,
  primary key (stream, key, number)
);
comment on table duty_history is 'What happened to a duty, in words, for those who may read the duty. Rebuilt from the record';
comment on column duty_history.account is 'Who did it';
comment on column duty_history.detail is 'A reason given, or a date that was replaced';

grant select on duty, duty_history to frankpledge_reader;
grant select, insert, update, delete on duty, duty_history to frankpledge_recorder;

-- The agency that owes a duty and the one it is owed to read it, and so does the account that it is assigned to.
-- The functions stand in subqueries so that they are asked once for each query, not once for each row.
alter table duty enable row level security;
create policy duty_public_read on duty for select to frankpledge_reader using (public);
create policy duty_party_read on duty for select to frankpledge_reader using (
  (select viewer_agency() <> '' and viewer_may('duties.read'))
  and (owed_by_agency = (select viewer_agency()) or owed_to_agency = (select viewer_agency()))
);
create policy duty_assigned_read on duty for select to frankpledge_reader using (
  owed_by_account = (select nullif(viewer_account(), ''))
);
create policy duty_record on duty for all to frankpledge_recorder using (true) with check (true);

-- A history belongs to its duty. The public reads the duty's dates, not who did what inside an agency.
alter table duty_history enable row level security;
create policy duty_history_read on duty_history for select to frankpledge_reader using (
  (select viewer_account() <> '')
  and exists (
    select from duty
     where duty.stream = duty_history.stream
       and duty.key = duty_history.key
       and (duty.owed_by_agency = (select viewer_agency())
            or duty.owed_to_agency = (select viewer_agency())
            or duty.owed_by_account = (select viewer_account()))
  )
);
create policy duty_history_record on duty_history for all to frankpledge_recorder using (true) with check (true);

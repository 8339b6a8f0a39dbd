-- Cases as the police see them from the report on. Rebuilt from streams of kind "investigation".

-- One row for each case, for lists and for the head of its pages.
create table case_summary (
  id                  text collate "C" primary key,
  agencies            text[] collate "C" not null check (cardinality(agencies) > 0 and not '' = any(agencies)),
  force               text collate "C" not null,
  unit                text collate "C",
  dealt_with_by       text not null,
  state               text collate "C" not null,
  reported_at         timestamptz(3) not null,
  happened_from       date not null,
  happened_to         date not null,
  what                text not null,
  place               text not null,
  offence             text collate "C",
  offence_title       text,
  crime               boolean,
  crime_reference     text collate "C",
  crime_reason        text,
  crime_decided_at    timestamptz(3),
  investigate         boolean,
  investigate_how     text,
  investigate_reason  text,
  happenings          integer not null,
  searched            text generated always as (lower(id || ' ' || coalesce(crime_reference, '') || ' '
    || coalesce(offence, '') || ' ' || coalesce(offence_title, '') || ' ' || place || ' ' || what)) stored
);
create index case_summary_reported on case_summary (reported_at desc, id);
create index case_summary_crime_reference on case_summary (force, crime_reference);
comment on column case_summary.agencies is 'The agencies on the case: the force that recorded it first. Row security of the case and of its people rests on this';
comment on column case_summary.unit is 'The unit of the force that deals with it';
comment on column case_summary.state is 'What happens next: src/casework/investigation/case-state.ts. Worked out; nobody types it';
comment on column case_summary.crime is 'Null until it is decided whether the report is recorded as a crime';
comment on column case_summary.crime_decided_at is 'When that was first decided';
comment on column case_summary.investigate is 'Null until it is decided whether to investigate';
comment on column case_summary.happenings is 'How many rows the case has in case_happening, so that a form knows whether something happened meanwhile';

-- The people of a case by the id of their own stream.
create table case_person (
  case_id      text collate "C" not null,
  person       text collate "C" not null,
  role         text collate "C" not null check (role in ('reporter', 'victim')),
  number       integer not null,
  enhanced_by  text[] not null,
  primary key (case_id, person, role)
);
create index case_person_person on case_person (person);
comment on column case_person.number is '1 for the first victim; 0 for who reported';
comment on column case_person.enhanced_by is 'Why a victim has enhanced rights: src/victims/rights/enhanced-rights.ts';

-- Each telling of a victim that is owed, was done, or could not be done. Its date is the duty with the same key.
create table case_notice (
  case_id        text collate "C" not null,
  key            text collate "C" not null,
  person         text collate "C" not null,
  told_at        timestamptz(3),
  how            text,
  waived_at      timestamptz(3),
  waived_reason  text,
  primary key (case_id, key)
);

-- The record as a timeline, oldest first by number.
create table case_happening (
  case_id  text collate "C" not null,
  number   integer not null,
  at       timestamptz(3) not null,
  account  text collate "C" not null,
  event    text not null,
  detail   jsonb not null,
  primary key (case_id, number)
);
comment on column case_happening.detail is 'Lines of words, each with what it is: [["Reason", "…"]]';

-- Who is on a case stands in one place; the tables below it ask there, under the viewer's own row security.
alter table case_summary enable row level security;
create policy agencies_on_the_case on case_summary for select to frankpledge_reader using (
  (select viewer_may('case.read')) and (select nullif(viewer_agency(), '')) = any(agencies)
);

do $$
declare name text;
begin
  foreach name in array array['case_person', 'case_notice', 'case_happening'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy case_is_seen on %1$I for select to frankpledge_reader
      using (exists (select from case_summary where case_summary.id = %1$I.case_id))', name);
  end loop;
  foreach name in array array['case_summary', 'case_person', 'case_notice', 'case_happening'] loop
    execute format('grant select on %I to frankpledge_reader', name);
    execute format('grant select, insert, update, delete on %I to frankpledge_recorder', name);
    execute format('create policy record_writes on %I to frankpledge_recorder using (true) with check (true)', name);
  end loop;
end $$;

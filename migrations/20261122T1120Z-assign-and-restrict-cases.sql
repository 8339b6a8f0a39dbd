-- A case has the number by which courts and prosecutors know it, somebody who is responsible for it, and may be
-- restricted to named people.

alter table case_summary
  add column urn                  text collate "C",
  add column operation            text,
  add column officer              text collate "C",
  add column supervisor           text collate "C",
  add column happened_from_time   text collate "C",
  add column happened_to_time     text collate "C",
  add column corrected_at         timestamptz(3),
  add column restricted_to        text[] collate "C",
  add column restricted_agencies  text[] collate "C",
  add column restricted_by        text collate "C",
  add column restricted_reason    text;
comment on column case_summary.urn is 'Unique Reference Number, without spaces: 43AA1234524. Null until police give it';
comment on column case_summary.operation is 'What police call the case among themselves. Not a description of it';
comment on column case_summary.officer is 'The account of the officer in the case';
comment on column case_summary.supervisor is 'The account of who supervises the investigation';
comment on column case_summary.happened_from_time is 'The London clock''s time on happened_from, as 14:30; null where it is not known';
comment on column case_summary.restricted_to is 'The accounts that read a restricted case; null for everybody of the agencies on it';
comment on column case_summary.restricted_agencies is 'The agencies that have named somebody. Of another agency on the case, only who may restrict cases reads it until then';
comment on column case_summary.restricted_by is 'The agency that restricted it, which alone may lift that';

-- One number names one case. Rows are compared only as they stand at the end of a transaction and of a rebuild, so the
-- index refuses no record that was accepted once. A crime reference is asked for at the edge instead: cases that were
-- recorded before it was would stop a rebuild.
create unique index case_summary_urn on case_summary (urn) where urn is not null;
create index case_summary_officer on case_summary (officer) where officer is not null;
create index case_summary_restricted on case_summary (id) where restricted_to is not null;

drop policy agencies_on_the_case on case_summary;
create policy agencies_on_the_case on case_summary for select to frankpledge_reader using (
  (select viewer_may('case.read')) and (select nullif(viewer_agency(), '')) = any(agencies)
  and (
    restricted_to is null
    or (select nullif(viewer_account(), '')) = any(restricted_to)
    or ((select viewer_may('case.restrict')) and not (select viewer_agency()) = any(restricted_agencies))
  )
);

-- What a form must know of cases that its sender may not see: that a number is another case's already, and no more.
create function crime_reference_taken(of_force text, reference text, by_other_than text) returns boolean
  language sql stable parallel safe security definer set search_path = public, pg_temp
  return exists (select from case_summary where force = of_force and crime_reference = reference and id <> by_other_than);

-- A duty says nothing personal, but that a restricted case is close to a charge is no business of those who are kept
-- out of it. So its duties are read only by who reads the case, the one they are assigned to included.
alter table duty add column matter text collate "C"
  generated always as (substring(about_path from '^/desk/cases/[^/]+')) stored;
comment on column duty.matter is 'The address of the case that the duty belongs to';

create function matters_closed_to_viewer() returns setof text
  language sql stable parallel safe security definer set search_path = public, pg_temp
  begin atomic
    select '/desk/cases/' || id from case_summary
     where restricted_to is not null
       and not viewer_account() = any(restricted_to)
       and not (viewer_may('case.restrict') and not viewer_agency() = any(restricted_agencies));
  end;

do $$
declare name text;
begin
  foreach name in array array['crime_reference_taken(text, text, text)', 'matters_closed_to_viewer()'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to frankpledge_reader', name);
  end loop;
end $$;

drop policy duty_party_read on duty;
create policy duty_party_read on duty for select to frankpledge_reader using (
  (select viewer_agency() <> '' and viewer_may('duties.read'))
  and (owed_by_agency = (select viewer_agency()) or owed_to_agency = (select viewer_agency()))
  and (matter is null or matter not in (select matters_closed_to_viewer()))
);
drop policy duty_assigned_read on duty;
create policy duty_assigned_read on duty for select to frankpledge_reader using (
  owed_by_account = (select nullif(viewer_account(), ''))
  and (matter is null or matter not in (select matters_closed_to_viewer()))
);
drop index duty_open_of_agency;
create index duty_open_of_agency on duty (owed_by_agency, due_at, id)
  include (kind, due_on, owed_by_unit, owed_by_account, owed_to_agency, public, searched, matter)
  where met_at is null and waived_at is null;

-- Witnesses by the number they have in the case; who they are stands in their own stream.
create table case_witness (
  case_id           text collate "C" not null,
  person            text collate "C" not null,
  willing           boolean not null,
  withdrawn_at      timestamptz(3),
  withdrawn_reason  text,
  needs             text,
  primary key (case_id, person)
);
comment on column case_witness.willing is 'Whether the witness is willing to give evidence';
comment on column case_witness.needs is 'What would help the witness to give their best evidence';

-- The plan of an investigation, every version of it.
create table case_plan (
  case_id     text collate "C" not null,
  number      integer not null,
  objectives  text[] not null,
  strategy    text not null,
  at          timestamptz(3) not null,
  account     text collate "C" not null,
  primary key (case_id, number)
);

-- Reasonable lines of inquiry, towards the suspect and away.
create table case_line (
  case_id    text collate "C" not null,
  number     integer not null,
  what       text not null,
  direction  text collate "C" not null check (direction in ('towards', 'away', 'both')),
  who        text collate "C",
  due_on     date,
  outcome    text collate "C" check (outcome in ('pursued', 'not-pursued')),
  words      text,
  closed_at  timestamptz(3),
  primary key (case_id, number)
);
comment on column case_line.who is 'The account of who pursues it; null where nobody was named';
comment on column case_line.outcome is 'Null while it is open';
comment on column case_line.words is 'The result, or the reason why it was not pursued';

do $$
declare name text;
begin
  foreach name in array array['case_witness', 'case_plan', 'case_line'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy case_is_seen on %1$I for select to frankpledge_reader
      using (exists (select from case_summary where case_summary.id = %1$I.case_id))', name);
    execute format('grant select on %I to frankpledge_reader', name);
    execute format('grant select, insert, update, delete on %I to frankpledge_recorder', name);
    execute format('create policy record_writes on %I to frankpledge_recorder using (true) with check (true)', name);
  end loop;
end $$;

-- No function here lends its owner's rights. What must be known of a restricted case to keep somebody out of its
-- duties, and to refuse its crime reference for another case, stands in a table of its own instead: a viewer reads in
-- it only the cases that are closed to them, and of these only the address and the reference.
create table case_restriction (
  case_id          text collate "C" primary key,
  matter           text collate "C" not null,
  force            text collate "C" not null,
  crime_reference  text collate "C",
  agencies         text[] collate "C" not null,
  named            text[] collate "C" not null,
  named_agencies   text[] collate "C" not null
);
create index case_restriction_reference on case_restriction (force, crime_reference);
comment on table case_restriction is 'The restricted cases. To a viewer: those that are closed to them';
comment on column case_restriction.matter is 'The address of the case, as its duties have it';
comment on column case_restriction.named is 'The accounts that read the case';
comment on column case_restriction.named_agencies is 'The agencies that have named somebody';

alter table case_restriction enable row level security;
create policy closed_to_viewer on case_restriction for select to frankpledge_reader using (
  not (select viewer_account()) = any(named)
  and not (
    (select viewer_may('case.restrict')) and (select viewer_agency()) = any(agencies)
    and not (select viewer_agency()) = any(named_agencies)
  )
);
grant select (matter, force, crime_reference) on case_restriction to frankpledge_reader;
grant select, insert, update, delete on case_restriction to frankpledge_recorder;
create policy record_writes on case_restriction to frankpledge_recorder using (true) with check (true);

drop policy duty_party_read on duty;
create policy duty_party_read on duty for select to frankpledge_reader using (
  (select viewer_agency() <> '' and viewer_may('duties.read'))
  and (owed_by_agency = (select viewer_agency()) or owed_to_agency = (select viewer_agency()))
  and (matter is null or matter not in (select case_restriction.matter from case_restriction))
);
drop policy duty_assigned_read on duty;
create policy duty_assigned_read on duty for select to frankpledge_reader using (
  owed_by_account = (select nullif(viewer_account(), ''))
  and (matter is null or matter not in (select case_restriction.matter from case_restriction))
);

drop function matters_closed_to_viewer();
drop function crime_reference_taken(text, text, text);
drop index case_summary_restricted;

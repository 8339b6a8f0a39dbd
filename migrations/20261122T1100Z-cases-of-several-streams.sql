-- A case is the work of several streams: the investigation, its suspects, its material, its referral and the charging
-- reviews. Each has its own part of the case's timeline and of its people.

alter table case_happening add column source text collate "C" not null default 'investigation';
alter table case_happening alter column source drop default;
alter table case_happening drop constraint case_happening_pkey;
alter table case_happening add primary key (case_id, source, number);
comment on column case_happening.source is 'Which stream of the case tells it: investigation, suspect-1, material, referral, review-1…';
comment on column case_happening.number is '1 for the first that this stream tells';

-- What one agency thinks before it decides is not told to the others.
alter table case_happening add column agencies text[] collate "C";
comment on column case_happening.agencies is 'The agencies that may read it; null for everybody on the case';
drop policy case_is_seen on case_happening;
create policy case_is_seen on case_happening for select to frankpledge_reader using (
  (agencies is null or (select nullif(viewer_agency(), '')) = any(agencies))
  and exists (select from case_summary where case_summary.id = case_happening.case_id)
);

alter table case_person drop constraint case_person_role_check;
alter table case_person add check (role in ('reporter', 'victim', 'witness', 'suspect'));

-- How much happened is counted where it stands, over all streams.
alter table case_summary drop column happenings;

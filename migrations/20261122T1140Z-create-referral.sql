-- What police ask of the prosecutor in a case, and what comes back. Rebuilt from streams of kind "referral".

-- One row for each referral of a case: what lists filter by, and the whole of it.
create table case_referral (
  case_id      text collate "C" not null,
  number       integer not null,
  stage        text collate "C" not null,
  category     text collate "C" not null check (category in ('red', 'green-priority', 'green')),
  prosecutors  text collate "C" not null,
  unit         text collate "C",
  police_name  text not null,
  received_at  timestamptz(3) not null,
  due_at       timestamptz(3) not null,
  duty         text collate "C" not null,
  detail       jsonb not null,
  primary key (case_id, number)
);
create index case_referral_waiting on case_referral (prosecutors, due_at, case_id, number) where stage = 'waiting';
comment on column case_referral.stage is 'Where it stands and whose move it is: src/casework/referral/terms.ts';
comment on column case_referral.prosecutors is 'The CPS Area it was referred to';
comment on column case_referral.unit is 'The unit of the Area that deals with it';
comment on column case_referral.police_name is 'The unit of police that deals with the case, in words';
comment on column case_referral.received_at is 'When it was last sent';
comment on column case_referral.due_at is 'By when the prosecutor is to decide';
comment on column case_referral.duty is 'The handle of the duty that explains that date';
comment on column case_referral.detail is 'The referral as src/casework/referral/case-referrals.ts describes it';

-- Each question that police asked before they referred the case.
create table case_advice (
  case_id      text collate "C" not null,
  number       integer not null,
  state        text collate "C" not null check (state in ('waiting', 'given', 'withdrawn')),
  prosecutors  text collate "C" not null,
  unit         text collate "C",
  police_name  text not null,
  asked_at     timestamptz(3) not null,
  due_at       timestamptz(3),
  duty         text collate "C",
  detail       jsonb not null,
  primary key (case_id, number)
);
create index case_advice_waiting on case_advice (prosecutors, asked_at, case_id, number) where state = 'waiting';
comment on column case_advice.due_at is 'The end of the day that police named; null where they named none';
comment on column case_advice.duty is 'The handle of the duty that explains that date';
comment on column case_advice.detail is 'The question and its answer as src/casework/referral/case-referrals.ts describes them';

do $$
declare name text;
begin
  foreach name in array array['case_referral', 'case_advice'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy case_is_seen on %1$I for select to frankpledge_reader
      using (exists (select from case_summary where case_summary.id = %1$I.case_id))', name);
    execute format('grant select on %I to frankpledge_reader', name);
    execute format('grant select, insert, update, delete on %I to frankpledge_recorder', name);
    execute format('create policy record_writes on %I to frankpledge_recorder using (true) with check (true)', name);
  end loop;
end $$;

-- The prosecutor's review of each suspect, rebuilt from streams of kind "charging-review".

-- Where each review stands, for everybody on the case, for lists and for the work of a prosecutor.
create table charging_review (
  case_id              text collate "C" not null,
  number               integer not null,
  person               text collate "C" not null,
  prosecutors          text collate "C" not null,
  unit                 text collate "C" not null,
  owner                text collate "C",
  referral             integer not null,
  category             text collate "C" not null,
  standing             text collate "C" not null check (standing in ('open', 'again', 'decided', 'finalised')),
  opened_at            timestamptz(3) not null,
  decisions            integer not null,
  outcome              text collate "C",
  decided_on           date,
  threshold_review_on  date,
  primary key (case_id, number)
);
create index charging_review_owner on charging_review (owner, standing);
create index charging_review_unit on charging_review (prosecutors, unit, standing);
comment on column charging_review.number is 'The suspect''s number in the case';
comment on column charging_review.owner is 'The account of the prosecutor whose review it is; null while it is the unit''s';
comment on column charging_review.outcome is 'Of the last decision: src/casework/charging-review/outcomes.ts. Null before the first';
comment on column charging_review.threshold_review_on is 'By when the Full Code Test is owed after a Threshold Test charge';

-- What the prosecutor thinks before the decision. It is told to nobody else.
create table charging_review_draft (
  case_id   text collate "C" not null,
  number    integer not null,
  agencies  text[] collate "C" not null,
  changes   integer not null,
  draft     jsonb not null,
  primary key (case_id, number)
);
comment on column charging_review_draft.agencies is 'The agencies that may read it: the prosecutors''';
comment on column charging_review_draft.changes is 'How often it was changed, so that a form knows whether a colleague changed it meanwhile';

-- Every decision, with everything that it rests on as it then stood. Never edited: another one follows.
create table charging_decision (
  case_id      text collate "C" not null,
  number       integer not null,
  decision     integer not null,
  agencies     text[] collate "C" not null,
  referral     integer not null,
  category     text collate "C" not null,
  review_type  text collate "C" not null,
  outcome      text collate "C" not null,
  decided_at   timestamptz(3) not null,
  decided_on   date not null,
  decided_by   text collate "C" not null,
  record       jsonb not null,
  primary key (case_id, number, decision)
);
create index charging_decision_decided on charging_decision (decided_on, outcome);
comment on column charging_decision.agencies is 'The agencies that may read it: the prosecutors and the force that referred';
comment on column charging_decision.outcome is 'One for each suspect and referral, as outcomes are counted';

alter table charging_review enable row level security;
create policy case_is_seen on charging_review for select to frankpledge_reader using (
  exists (select from case_summary where case_summary.id = charging_review.case_id)
);

do $$
declare name text;
begin
  foreach name in array array['charging_review_draft', 'charging_decision'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy agencies_that_may_read on %1$I for select to frankpledge_reader using (
      (select nullif(viewer_agency(), '''')) = any(agencies)
      and exists (select from case_summary where case_summary.id = %1$I.case_id))', name);
  end loop;
  foreach name in array array['charging_review', 'charging_review_draft', 'charging_decision'] loop
    execute format('grant select on %I to frankpledge_reader', name);
    execute format('grant select, insert, update, delete on %I to frankpledge_recorder', name);
    execute format('create policy record_writes on %I to frankpledge_recorder using (true) with check (true)', name);
  end loop;
end $$;

-- What the action plans of prosecutors ask for stands on the register of material. Rebuilt from streams of kind
-- "material". The rebuild also takes away the history of duties that were never there: of requests without a date.

create table material_plan_item (
  case_id   text collate "C" not null,
  referral  integer not null,
  key       text collate "C" not null,
  item      text collate "C" not null,
  request   integer not null,
  due_at    timestamptz(3) not null,
  duty      text collate "C" not null,
  waits     boolean not null,
  primary key (case_id, referral, key)
);
comment on column material_plan_item.key is 'A1: the item of the action plan; it asks once for one item of the register';
comment on column material_plan_item.duty is 'The id of the duty to answer, of the stream referral/<case>';
comment on column material_plan_item.waits is 'False once it was answered, or is no longer asked for';
create index material_plan_item_of_item on material_plan_item (case_id, item);

alter table material_plan_item enable row level security;
create policy case_is_seen on material_plan_item for select to frankpledge_reader
  using (exists (select from case_summary where case_summary.id = material_plan_item.case_id));
create policy police_and_prosecutors on material_plan_item as restrictive for select to frankpledge_reader
  using ((select viewer_agency()) in (
    select agency.code from agency where agency.kind in ('police-force', 'cps-area')));
grant select on material_plan_item to frankpledge_reader;
grant select, insert, update, delete on material_plan_item to frankpledge_recorder;
create policy record_writes on material_plan_item to frankpledge_recorder using (true) with check (true);

comment on column material_item.due_at is
  'The first moment by which somebody waits for an answer, an action plan or whoever asked; null where none is, or it has no date';

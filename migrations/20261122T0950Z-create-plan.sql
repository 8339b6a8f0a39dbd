-- Police and crime plans, for public pages. Worked out from the streams of kind "plan".

create table plan (
  code       text primary key,
  title      text not null,
  body       text not null,
  starts_on  date not null,
  ends_on    date not null,
  place      text not null,
  source     text not null,
  note       text not null
);
comment on column plan.place is 'The place whose figures measure the plan, as measures name places';
comment on column plan.ends_on is 'Europe/London. The last day of the planning period';

create table plan_objective (
  plan            text not null,
  code            text not null,
  position        integer not null,
  title           text not null,
  limb            text,
  why_no_measure  text,
  primary key (plan, code)
);
comment on column plan_objective.limb is 'Police Reform and Social Responsibility Act 2011 s.7(2); null where the plan does not say';

create table plan_measure (
  plan       text not null,
  objective  text not null,
  measure    text not null,
  position   integer not null,
  primary key (plan, objective, measure)
);
create index plan_measure_by_measure on plan_measure (measure);

create table plan_content (
  plan     text not null,
  content  text not null check (content in ('a', 'b', 'c', 'd', 'e', 'f')),
  set_out  boolean not null,
  text     text,
  source   text,
  primary key (plan, content)
);
comment on table plan_content is 'The six contents of Police Reform and Social Responsibility Act 2011 s.7(1), each set out or missing';

-- A plan is published as it is made, so everybody may read all of it.
do $$
declare name text;
begin
  foreach name in array array['plan', 'plan_objective', 'plan_measure', 'plan_content'] loop
    execute format('alter table %I enable row level security', name);
    execute format('grant select on %I to frankpledge_reader', name);
    execute format('grant select, insert, update, delete on %I to frankpledge_recorder', name);
    execute format('create policy everyone_reads on %I for select to frankpledge_reader using (true)', name);
    execute format('create policy record_writes on %I to frankpledge_recorder using (true) with check (true)', name);
  end loop;
end $$;

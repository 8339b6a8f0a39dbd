-- The area's agencies and their units. Rebuilt from the record. Everybody may see them, signed in or not.
create table agency (
  code  text primary key,
  name  text not null,
  kind  text not null
);

create table unit (
  agency         text not null,
  code           text not null,
  name           text not null,
  demonstration  boolean not null,
  primary key (agency, code)
);
comment on column unit.demonstration is 'True for a plausible unit that was made up so that there is something to show';

grant select on agency, unit to frankpledge_reader;
grant select, insert, update, delete on agency, unit to frankpledge_recorder;

alter table agency enable row level security;
create policy agency_read on agency for select to frankpledge_reader using (true);
create policy agency_record on agency for all to frankpledge_recorder using (true) with check (true);
alter table unit enable row level security;
create policy unit_read on unit for select to frankpledge_reader using (true);
create policy unit_record on unit for all to frankpledge_recorder using (true) with check (true);

-- The bank holidays of England and Wales that working days are counted by. Rebuilt from the record.
create table bank_holiday (
  date   date primary key,
  title  text not null,
  notes  text not null
);
comment on table bank_holiday is 'The holidays in force: those of the newest list, and of earlier lists for the years it no longer has';
comment on column bank_holiday.notes is 'As GOV.UK gives it: empty, or that the day is a substitute or an extra one';

create table bank_holiday_list (
  vintage     date primary key,
  source      text not null,
  sha256      text not null,
  first_year  integer not null,
  last_year   integer not null
);
comment on table bank_holiday_list is 'Every list loaded. The one with the newest vintage is in force';
comment on column bank_holiday_list.vintage is 'The day on which this was the list that GOV.UK published';
comment on column bank_holiday_list.source is 'The name of the file that was loaded';

create table day_counting (
  calendar      text primary key,
  starting_day  text not null check (starting_day in ('day-0', 'day-1')),
  source        text not null,
  confidence    text not null check (confidence in ('confirmed', 'unconfirmed')),
  decided_by    text,
  decided_on    date,
  check ((decided_by is null) = (decided_on is null))
);
comment on table day_counting is 'How the area counts the day that starts a clock of working days: one row';
comment on column day_counting.decided_by is 'A board or an office, never a person''s name. Null while the area has not decided';

grant select on bank_holiday, bank_holiday_list, day_counting to frankpledge_reader;
grant select, insert, update, delete on bank_holiday, bank_holiday_list, day_counting to frankpledge_recorder;

-- Everybody may see them, signed in or not.
alter table bank_holiday enable row level security;
create policy bank_holiday_read on bank_holiday for select to frankpledge_reader using (true);
create policy bank_holiday_record on bank_holiday for all to frankpledge_recorder using (true) with check (true);
alter table bank_holiday_list enable row level security;
create policy bank_holiday_list_read on bank_holiday_list for select to frankpledge_reader using (true);
create policy bank_holiday_list_record on bank_holiday_list for all to frankpledge_recorder using (true) with check (true);
alter table day_counting enable row level security;
create policy day_counting_read on day_counting for select to frankpledge_reader using (true);
create policy day_counting_record on day_counting for all to frankpledge_recorder using (true) with check (true);

-- Case outcomes by principal offence, counts of defendants finalised in a month. Open data: everyone may read it.
create table outcome_revision (
  month           text not null check (month ~ '^\d{4}-\d{2}$'),
  revision        integer not null,
  current         boolean not null,
  content_sha256  text not null,
  figures_sha256  text not null,
  imported_at     timestamptz(3) not null,
  reinstated_at   timestamptz(3),
  primary key (month, revision)
);
create index outcome_revision_current on outcome_revision (month) where current;
comment on table outcome_revision is 'Each different table imported for a month; one of them is in force';
comment on column outcome_revision.content_sha256 is 'The source file, in source_file';
comment on column outcome_revision.reinstated_at is 'When a revision that a later one had replaced was put in force again';

create table outcome_count (
  month         text not null,
  revision      integer not null,
  area          text not null,
  category      text not null,
  convictions   integer not null,
  unsuccessful  integer not null,
  line          integer not null,
  primary key (month, revision, area, category)
);
create index outcome_count_series on outcome_count (area, category, month);
comment on table outcome_count is 'One published number of convictions and one of unsuccessful outcomes, and the line of the file they stand on';
comment on column outcome_count.area is 'national, or one of the 42 police force areas; other areas are sums of these';

create view current_outcome_count with (security_invoker = true) as
  select outcome_count.*, outcome_revision.content_sha256
    from outcome_count join outcome_revision using (month, revision)
   where outcome_revision.current;

grant select on outcome_revision, outcome_count, current_outcome_count to frankpledge_reader;
grant select, insert, update, delete on outcome_revision, outcome_count to frankpledge_recorder;

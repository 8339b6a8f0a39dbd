-- Street crime as data.police.uk publishes it, counted. Open data: everyone may read every row.

-- One row for each file that stands, or stood, for a force and month.
create table street_revision (
  force           text not null check (force ~ '^[a-z]+(-[a-z]+)*$'),
  month           text not null check (month ~ '^\d{4}-\d{2}$'),
  revision        integer not null check (revision > 0),
  current         boolean not null,
  force_name      text not null,
  content_sha256  text not null,
  rows            integer not null,
  quality         jsonb not null,
  imported_at     timestamptz(3) not null,
  primary key (force, month, revision)
);
create index street_revision_content on street_revision (content_sha256);
comment on column street_revision.revision is '1 for the first file of a force and month, then one more for each file that differs';
comment on column street_revision.current is 'True for the latest revision, which figures are counted from';
comment on column street_revision.quality is 'What a reader should know about the rows, counted: src/measures/street/quality.ts';

-- Counts of rows. They add up to street_revision.rows: no row is left out.
create table street_count (
  force         text not null,
  month         text not null,
  revision      integer not null,
  crime_type    text not null,
  last_outcome  text not null,
  district      text not null,
  count         integer not null check (count > 0),
  primary key (force, month, revision, crime_type, last_outcome, district)
);
comment on column street_count.last_outcome is 'The state when the file was downloaded; Not given where the file has none';
comment on column street_count.district is 'The local authority of today that the row lies in; Not stated where the file names no place';

grant select on street_revision, street_count to frankpledge_reader;
grant select, insert, update, delete on street_revision, street_count to frankpledge_recorder;

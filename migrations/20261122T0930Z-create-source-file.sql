-- One row for each file that figures were imported from. Open data: everyone may read every row.
create table source_file (
  content_sha256  text primary key check (content_sha256 ~ '^[0-9a-f]{64}$'),
  dataset         text not null,
  period          text not null,
  file_name       text not null,
  file_sha256     text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes      bigint not null,
  content_bytes   bigint not null,
  rows            integer not null,
  licence         text not null,
  imported_at     timestamptz(3) not null
);
create index source_file_period on source_file (dataset, period);
comment on column source_file.content_sha256 is 'SHA-256 of the CSV itself, not of what it was packed in';
comment on column source_file.period is 'What the file is of: a month such as 2016-09, or a force and month such as thames-valley/2025-06';
comment on column source_file.file_sha256 is 'SHA-256 of the file as it was given, which may have been packed';
comment on column source_file.rows is 'Rows of data, without the heading row';

grant select on source_file to frankpledge_reader;
grant select, insert, update, delete on source_file to frankpledge_recorder;

-- Figures that were imported by mistake, as under another month's name, are withdrawn with a reason and stay readable.
alter table outcome_revision
  add column withdrawn_at      timestamptz(3),
  add column withdrawn_reason  text;
comment on column outcome_revision.withdrawn_at is 'When the revision was withdrawn. It is in force no longer';

alter table source_file
  add column withdrawn_at      timestamptz(3),
  add column withdrawn_reason  text;
comment on column source_file.withdrawn_at is 'When its figures were withdrawn. It may be imported for another period then';

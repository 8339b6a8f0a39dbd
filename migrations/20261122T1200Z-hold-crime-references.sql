-- A crime reference belongs to one case of a force. The page asks first; two people who give it at once are held apart
-- by the index. Cases that were recorded before it was hold nothing here, so that no record accepted once is refused.
alter table case_summary add column reference_held text collate "C";
comment on column case_summary.reference_held is 'The crime reference, where no other case of the force may have it';
create unique index case_summary_reference_held on case_summary (force, reference_held) where reference_held is not null;

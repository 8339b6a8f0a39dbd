-- The counts of the files that stand, with the file that each comes from. Figures are SQL over this.
create view current_street_count with (security_invoker = true) as
select c.force, c.month, c.crime_type, c.last_outcome, c.district, c.count, r.content_sha256
  from street_count c
  join street_revision r on r.force = c.force and r.month = c.month and r.revision = c.revision
 where r.current;

grant select on current_street_count to frankpledge_reader;

-- Published figures are for everybody, and row security says so, as it says who else may read every other table.
do $$
declare name text;
begin
  foreach name in array array['source_file', 'outcome_revision', 'outcome_count', 'street_revision', 'street_count'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy everyone_reads on %I for select to frankpledge_reader using (true)', name);
    execute format('create policy record_writes on %I to frankpledge_recorder using (true) with check (true)', name);
  end loop;
end $$;

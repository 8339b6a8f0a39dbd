-- The register tells of sensitive material and why it is sensitive, and of what is never disclosed. Whoever else may
-- come to be on a case, such as a court, sees none of it; what is served on them will be a matter of its own.
do $$
declare name text;
begin
  foreach name in array array['material_item', 'material_request', 'material_file', 'material_happening'] loop
    execute format('create policy police_and_prosecutors on %I as restrictive for select to frankpledge_reader
      using ((select viewer_agency()) in (
        select agency.code from agency where agency.kind in (''police-force'', ''cps-area'')))', name);
  end loop;
end $$;

create policy material_for_police_and_prosecutors on case_happening as restrictive for select to frankpledge_reader
  using (source <> 'material' or (select viewer_agency()) in (
    select agency.code from agency where agency.kind in ('police-force', 'cps-area')));

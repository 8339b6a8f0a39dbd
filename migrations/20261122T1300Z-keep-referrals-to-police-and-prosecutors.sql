-- A referral, an action plan and early advice name the material of a case, sensitive material too, and what police and
-- prosecutors say of it to each other. Whoever else may come to be on a case, such as a court, sees none of it.
create policy police_and_prosecutors on case_referral as restrictive for select to frankpledge_reader
  using ((select viewer_agency()) in (
    select agency.code from agency where agency.kind in ('police-force', 'cps-area')));
create policy police_and_prosecutors on case_advice as restrictive for select to frankpledge_reader
  using ((select viewer_agency()) in (
    select agency.code from agency where agency.kind in ('police-force', 'cps-area')));
create policy referral_for_police_and_prosecutors on case_happening as restrictive for select to frankpledge_reader
  using (source <> 'referral' or (select viewer_agency()) in (
    select agency.code from agency where agency.kind in ('police-force', 'cps-area')));

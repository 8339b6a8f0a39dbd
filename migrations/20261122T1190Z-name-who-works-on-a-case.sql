-- Police and prosecutors know each other's names on the cases that they share: who the officer in the case is, who
-- supervises, and whose review it is. Nobody else of another agency is seen, nor anything but the account's name and place.
create policy works_on_a_case_that_is_seen on account for select to frankpledge_reader using (
  (select viewer_may('case.read')) and (
    exists (select from case_summary where case_summary.officer = account.id)
    or exists (select from charging_review where charging_review.owner = account.id)
  )
);

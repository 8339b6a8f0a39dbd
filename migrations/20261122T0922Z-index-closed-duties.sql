-- What was met or waived, latest first.
create index duty_closed_of_agency on duty (owed_by_agency, coalesce(met_at, waived_at), id)
  where met_at is not null or waived_at is not null;
create index duty_closed_of_account on duty (owed_by_account, coalesce(met_at, waived_at), id)
  where met_at is not null or waived_at is not null;

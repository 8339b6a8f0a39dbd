-- Who is looking, for row security. A transaction says it once, right after it steps down to frankpledge_reader;
-- what was not said is the empty text, and no row belongs to that.

create function viewer_account() returns text language sql stable parallel safe
  return coalesce(current_setting('frankpledge.account', true), '');

create function viewer_agency() returns text language sql stable parallel safe
  return coalesce(current_setting('frankpledge.agency', true), '');

create function viewer_unit() returns text language sql stable parallel safe
  return coalesce(current_setting('frankpledge.unit', true), '');

create function viewer_may(permission text) returns boolean language sql stable parallel safe
  return permission = any(string_to_array(coalesce(current_setting('frankpledge.permissions', true), ''), ' '));

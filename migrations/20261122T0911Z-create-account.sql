-- Accounts: who may sign in, and as what. Rebuilt from the record.

-- Signing in happens before anybody is known, so it has a role of its own, which reads accounts and keeps the
-- passwords and sessions. Like the other two it owns nothing and cannot log in.
do $$
declare
  name text;
begin
  perform pg_advisory_xact_lock(hashtext('frankpledge roles'));
  foreach name in array array['frankpledge_access'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
    -- Roles belong to the whole server. Where somebody else made them and granted them to us, nothing is left to do.
    begin
      execute format('set local role %I', name);
      reset role;
    exception when insufficient_privilege then
      execute format('grant %I to %I', name, current_user);
    end;
  end loop;
end $$;

grant usage on schema public to frankpledge_access;

create table account (
  id         text primary key,
  name       text not null,
  agency     text not null check (agency <> ''),
  unit       text,
  added_at   timestamptz(3) not null,
  closed_at  timestamptz(3)
);
create index account_agency on account (agency, name, id);
comment on table account is 'Colleagues see this much of one another; the rest is in account_email, account_role and account_change';
comment on column account.closed_at is 'Null while the account is open';

create table account_email (
  account  text primary key,
  agency   text not null check (agency <> ''),
  email    text not null
);
create unique index account_email_taken on account_email (lower(email));

create table account_role (
  account  text not null,
  agency   text not null check (agency <> ''),
  role     text not null,
  primary key (account, role)
);

create table account_change (
  account  text not null,
  number   integer not null,
  agency   text not null check (agency <> ''),
  at       timestamptz(3) not null,
  by       text not null,
  what     text not null,
  role     text,
  unit     text,
  reason   text,
  primary key (account, number)
);
comment on table account_change is 'What happened to an account, for its own page';
comment on column account_change.by is 'The account that did it, or "command-line" or "demonstration"';

-- Administrators see the accounts of their own agency; an area administrator sees those of all.
create function viewer_administers(agency text) returns boolean language sql stable parallel safe
  return ((select viewer_may('accounts.administer')) and agency = (select viewer_agency()))
    or (select viewer_may('accounts.administer-area'));

do $$
declare name text;
begin
  foreach name in array array['account', 'account_email', 'account_role', 'account_change'] loop
    execute format('alter table %I enable row level security', name);
    execute format('grant select on %I to frankpledge_reader', name);
    execute format('grant select, insert, update, delete on %I to frankpledge_recorder', name);
    execute format('create policy record_writes on %I to frankpledge_recorder using (true) with check (true)', name);
  end loop;
  foreach name in array array['account', 'account_email', 'account_role'] loop
    execute format('grant select on %I to frankpledge_access', name);
    execute format('create policy access_reads on %I for select to frankpledge_access using (true)', name);
  end loop;
  foreach name in array array['account_email', 'account_role', 'account_change'] loop
    execute format('create policy own_and_administered on %I for select to frankpledge_reader
      using (account = (select viewer_account()) or viewer_administers(agency))', name);
  end loop;
end $$;

create policy colleagues on account for select to frankpledge_reader
  using (id = (select viewer_account()) or agency = (select viewer_agency()) or viewer_administers(agency));

-- Passwords, sessions and failed sign-ins. Not worked out from the record, on purpose: the record is kept for ever and
-- copied into backups, and none of this should be. Losing these tables loses no fact; people sign in again.

create table credential (
  account        text primary key,
  password_hash  text not null,
  changed_at     timestamptz(3) not null,
  one_time       boolean not null
);
comment on table credential is 'Not worked out from the record: passwords are not facts to keep for ever';
comment on column credential.password_hash is 'argon2id with its salt and parameters, as the PHC string';
comment on column credential.one_time is 'True for a password that was handed over: it opens only the page that chooses another';

create table session (
  token_sha256  bytea primary key check (octet_length(token_sha256) = 32),
  account       text not null,
  method        text not null check (method in ('password', 'openid', 'demonstration')),
  address       text not null,
  browser       text not null,
  created_at    timestamptz(3) not null,
  last_seen_at  timestamptz(3) not null,
  ends_at       timestamptz(3) not null
);
create index session_account on session (account);
create index session_ends_at on session (ends_at);
comment on table session is 'Not worked out from the record: who is signed in now';
comment on column session.token_sha256 is 'Only the browser holds the token itself';
comment on column session.last_seen_at is 'Written at most once a minute';

create table sign_in_attempt (
  key             bytea primary key check (octet_length(key) = 32),
  failures        integer not null,
  last_failed_at  timestamptz(3) not null,
  wait_until      timestamptz(3) not null
);
create index sign_in_attempt_last_failed_at on sign_in_attempt (last_failed_at);
comment on table sign_in_attempt is 'Not worked out from the record: failed sign-ins, forgotten after a day';
comment on column sign_in_attempt.key is 'HMAC of the email that was typed, or of the network address, so that neither is kept';

grant select, insert, update, delete on credential, session, sign_in_attempt to frankpledge_access;

-- Nobody else has a right to these tables; row security says so a second time.
do $$
declare name text;
begin
  foreach name in array array['credential', 'session', 'sign_in_attempt'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy access_keeps on %I to frankpledge_access using (true) with check (true)', name);
  end loop;
end $$;

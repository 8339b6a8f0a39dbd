-- The record. Everything that happens is an entry; every other table is worked out from entries, except those whose
-- comment begins with 'Not worked out'. `frankpledge rebuild` goes by that comment.

-- Requests read as frankpledge_reader, under row security. The record writes as frankpledge_recorder.
-- Neither owns anything, and neither can log in: a connection steps down to one of them for each transaction.
do $$
declare
  name text;
begin
  perform pg_advisory_xact_lock(hashtext('frankpledge roles'));
  foreach name in array array['frankpledge_reader', 'frankpledge_recorder'] loop
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

grant usage on schema public to frankpledge_reader, frankpledge_recorder;

create table entry (
  position  bigint generated always as identity primary key,
  stream    text collate "C" not null check (stream ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*/[^[:space:]]{1,250}$'),
  version   integer not null check (version > 0),
  type      text not null,
  at        timestamptz(3) not null,
  actor     text not null,
  payload   bytea not null,
  hash      bytea not null check (octet_length(hash) = 32),
  unique (stream, version)
);
comment on table entry is 'Not worked out from the record: it is the record. Append-only. One row is one fact; corrections are new facts';
comment on column entry.payload is 'Canonical JSON (RFC 8785), or for a sealed kind that JSON under the stream''s key';
comment on column entry.hash is 'SHA-256 of the canonical bytes, see docs/record-format.md';

create table stream_key (
  stream       text collate "C" primary key,
  wrapped_key  bytea,
  erased_at    timestamptz(3),
  check ((wrapped_key is null) = (erased_at is not null))
);
comment on table stream_key is 'Not worked out from the record: the key of each sealed stream, wrapped by the installation key. Erasing destroys the key';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger entry_is_append_only before update or delete or truncate on entry
  for each statement execute function refuse_change();
alter table entry enable always trigger entry_is_append_only;

grant select, insert on entry to frankpledge_recorder;
grant select, insert on stream_key to frankpledge_recorder;

create table installation_key_check (
  single  boolean primary key default true check (single),
  proof   bytea not null
);
comment on table installation_key_check is 'Not worked out from the record: known bytes sealed with the installation key, to notice a wrong key';
grant select on installation_key_check to frankpledge_recorder;

-- Private addresses of calendar feeds. Not worked out from the record, like passwords and sessions: losing them loses
-- no fact, and their owners make new ones.
create table calendar_token (
  account       text collate "C" primary key,
  token_sha256  bytea not null unique check (octet_length(token_sha256) = 32),
  whose         text not null check (whose in ('mine', 'unit', 'agency')),
  created_at    timestamptz(3) not null
);
comment on table calendar_token is 'Not worked out from the record: the private address of each account''s calendar feed';
comment on column calendar_token.token_sha256 is 'Only its owner''s calendar holds the token itself';
comment on column calendar_token.whose is 'Which duties the feed carries: the account''s own, its unit''s or its agency''s';

grant select, insert, update, delete on calendar_token to frankpledge_access;
alter table calendar_token enable row level security;
create policy access_keeps on calendar_token to frankpledge_access using (true) with check (true);

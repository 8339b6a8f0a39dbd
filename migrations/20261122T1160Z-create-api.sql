-- Tokens by which another system of an agency uses the API, and by what names it knows what it told of.

-- Rebuilt from streams of kind "api-token". The hash of a secret of 256 random bits tells nothing of it, so it stands on
-- the record with the rest: a token is made, ended and restored as one thing.
create table api_token (
  id             text collate "C" primary key,
  agency         text collate "C" not null check (agency <> ''),
  agency_kind    text collate "C" not null,
  name           text not null,
  scopes         text[] not null,
  secret_sha256  text collate "C" not null check (secret_sha256 ~ '^[0-9a-f]{64}$'),
  made_at        timestamptz(3) not null,
  made_by        text collate "C" not null,
  expires_at     timestamptz(3) not null,
  ended_at       timestamptz(3),
  ended_by       text collate "C",
  ended_reason   text
);
create unique index api_token_secret on api_token (secret_sha256);
create index api_token_agency on api_token (agency, made_at);
comment on table api_token is 'Seen by colleagues of the agency, so that the record of a case can say which system acted';
comment on column api_token.scopes is 'The permissions that it was given. It has those of them that a role of such an agency may still hold';
comment on column api_token.secret_sha256 is 'Only the other system holds the secret itself';

alter table api_token enable row level security;
grant select (id, agency, agency_kind, name, scopes, made_at, made_by, expires_at, ended_at, ended_by, ended_reason)
  on api_token to frankpledge_reader;
grant select, insert, update, delete on api_token to frankpledge_recorder;
grant select on api_token to frankpledge_access;
create policy record_writes on api_token to frankpledge_recorder using (true) with check (true);
create policy access_reads on api_token for select to frankpledge_access using (true);
create policy own_agency on api_token for select to frankpledge_reader
  using (agency = (select nullif(viewer_agency(), '')));

create table api_token_use (
  token         text collate "C" primary key,
  last_used_at  timestamptz(3) not null
);
comment on table api_token_use is 'Not worked out from the record: when each token was last used. Not backed up';
comment on column api_token_use.last_used_at is 'Written at most once a minute';

alter table api_token_use enable row level security;
grant select on api_token_use to frankpledge_reader;
grant select, insert, update on api_token_use to frankpledge_access;
create policy access_keeps on api_token_use to frankpledge_access using (true) with check (true);
create policy own_agency on api_token_use for select to frankpledge_reader
  using (exists (select from api_token where api_token.id = api_token_use.token));

-- Things in the other system's own names, each with ours and with the newest version that was taken in. Rebuilt from
-- streams of kind "sent-item".
create table api_item (
  agency       text collate "C" not null check (agency <> ''),
  kind         text collate "C" not null,
  reference    text collate "C" not null,
  case_id      text collate "C" not null,
  item         text collate "C" not null,
  sequence     integer not null,
  body_sha256  text collate "C" not null,
  primary key (agency, kind, reference)
);
create index api_item_case on api_item (case_id, kind);
comment on column api_item.reference is 'As the system of the agency calls it';
comment on column api_item.item is 'What it is called within the case here: the number of a suspect, M1 of the material. Empty for the case itself';
comment on column api_item.sequence is 'The newest version that was taken in. An older one that comes late changes nothing';

alter table api_item enable row level security;
grant select on api_item to frankpledge_reader;
grant select, insert, update, delete on api_item to frankpledge_recorder;
create policy record_writes on api_item to frankpledge_recorder using (true) with check (true);
create policy own_agency on api_item for select to frankpledge_reader using (
  agency = (select nullif(viewer_agency(), ''))
  and ((select viewer_may('case.read')) or (select viewer_may('case.record')))
);

-- What happened since a moment, for systems that follow.
create index case_happening_at on case_happening (at, case_id, source, number);

-- What belongs to the moment stays out of backups: a restored session or count of failures would be of no use but to
-- somebody who should not have it. Passwords are kept, as hashes, so that people can sign in after a restore.
comment on table session is 'Not worked out from the record: who is signed in now. Not backed up';
comment on table sign_in_attempt is 'Not worked out from the record: failed sign-ins, forgotten after a day. Not backed up';
comment on table calendar_token is 'Not worked out from the record: the private address of each account''s calendar feed. Not backed up';

-- 20261122T1245Z-tell-what-can-be-taken-back.sql
-- The detail of a suspect names the entry that was recorded last, so that a wrong one can be taken back. The rebuild
-- that follows writes it for every suspect.
comment on column suspect.detail is 'What the pages of one suspect show and no list asks for, the entry recorded last included';

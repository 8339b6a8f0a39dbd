-- 20261122T1225Z-name-the-victims-of-a-charge.sql
-- Each charge of a review says which victims it concerns. The rebuild that follows writes it into every draft and
-- decision: null where nobody has said it yet.
comment on column charging_review_draft.draft is 'The whole draft. Each charge names the victims whom it concerns, or null';

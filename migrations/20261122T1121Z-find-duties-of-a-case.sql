-- The page of a case shows what is owed in it by every stream of the case, by date.
create index duty_of_matter on duty (matter, due_at, id) where matter is not null;

-- The duty of a line of inquiry leads to the tab where what came of it is recorded, not to the first tab of the case.
comment on column duty.about_path is 'Where what is owed is done, for whoever owes it';

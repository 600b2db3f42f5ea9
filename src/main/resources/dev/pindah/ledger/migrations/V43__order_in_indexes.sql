-- What is asked once per record comes in the order of its index: where it did not, the order alone
-- made SQLite read all records of the object, or of the round, for those of one.

DROP INDEX source_record_by_parent;
CREATE INDEX source_record_by_parent
  ON source_record (parent_object, parent_id, object, source_id);

DROP INDEX undo_step_by_target;
CREATE INDEX undo_step_by_target ON undo_step (round, module, target_id, object, source_id);

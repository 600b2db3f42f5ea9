-- The children of a record in their order: without it in the index, the order alone made SQLite
-- read all records of the object for the children of one.

DROP INDEX source_record_by_parent;
CREATE INDEX source_record_by_parent
  ON source_record (parent_object, parent_id, object, source_id);

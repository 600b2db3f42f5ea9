-- Which record a source record hangs on, when it last changed, and whether list rows left things out.

ALTER TABLE source_record ADD COLUMN parent_object TEXT NOT NULL DEFAULT '';
ALTER TABLE source_record ADD COLUMN parent_id TEXT NOT NULL DEFAULT '';
ALTER TABLE source_record ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE source_record ADD COLUMN complete INTEGER NOT NULL DEFAULT 1;
CREATE INDEX source_record_by_parent ON source_record (parent_object, parent_id, object);

CREATE TABLE source_version (
  number ${identity},
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  seen_at BIGINT NOT NULL
);
CREATE INDEX source_version_by_record ON source_version (object, source_id);

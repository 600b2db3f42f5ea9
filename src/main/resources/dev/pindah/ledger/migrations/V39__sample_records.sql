-- The records that a sample carries over, why each was chosen, and where it stood on the target.

CREATE TABLE sample_record (
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  module TEXT NOT NULL,
  target_id TEXT NOT NULL,
  PRIMARY KEY (object, source_id)
);

-- What people corrected of a source record that could not move as it was; the record itself stays
-- as received.

CREATE TABLE correction (
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (object, source_id, field)
);

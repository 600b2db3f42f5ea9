-- What reconcile proved: the ladder as JSON, and the canonical hashes of every record.

CREATE TABLE proof (
  number ${identity},
  content TEXT NOT NULL
);

CREATE TABLE record_hash (
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  module TEXT NOT NULL,
  target_id TEXT NOT NULL,
  meant TEXT NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (object, source_id)
);

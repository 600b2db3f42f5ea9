-- Cells of the target that a migration no longer writes from the source: people changed them there,
-- or the source emptied them after they had been written.

CREATE TABLE kept_cell (
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  step TEXT NOT NULL,
  attribute TEXT NOT NULL,
  state TEXT NOT NULL,
  source_value TEXT NOT NULL,
  target_value TEXT NOT NULL,
  PRIMARY KEY (object, source_id, step, attribute)
);
CREATE INDEX kept_cell_by_state ON kept_cell (state);

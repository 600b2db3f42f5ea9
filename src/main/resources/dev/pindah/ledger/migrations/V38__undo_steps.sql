-- What a rollback did with each record: one row per record and round; a round is one rollback,
-- however often it was stopped and run again.

CREATE TABLE undo_step (
  round BIGINT NOT NULL,
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  module TEXT NOT NULL,
  target_id TEXT NOT NULL,
  verb TEXT NOT NULL,
  state TEXT NOT NULL,
  parent TEXT NOT NULL,
  detail TEXT NOT NULL,
  written_at BIGINT NOT NULL,
  PRIMARY KEY (round, object, source_id)
);
CREATE INDEX undo_step_by_target ON undo_step (round, module, target_id);

-- How the target behaves where the documents leave it open: what a probe found, one row a question.

CREATE TABLE promise (
  id TEXT PRIMARY KEY,
  answer TEXT NOT NULL,
  tried INTEGER NOT NULL,
  detail TEXT NOT NULL,
  found_at BIGINT NOT NULL
);

-- Throw-away records of a probe: written before the call goes out, so that none is left behind.

CREATE TABLE canary (
  name TEXT PRIMARY KEY,
  module TEXT NOT NULL,
  target_id TEXT NOT NULL,
  gone INTEGER NOT NULL,
  intended_at BIGINT NOT NULL
);

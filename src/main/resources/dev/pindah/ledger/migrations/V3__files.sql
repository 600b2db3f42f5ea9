-- Files that source records link to; their bytes lie in the media folder under their hash.

CREATE TABLE file (
  file_id TEXT NOT NULL PRIMARY KEY,
  parent_object TEXT NOT NULL,
  parent_id TEXT NOT NULL,
  field TEXT NOT NULL,
  url TEXT NOT NULL,
  url_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  content_type TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX file_by_parent ON file (parent_object, parent_id);
CREATE INDEX file_by_state ON file (state, file_id);
CREATE INDEX file_by_url ON file (url_hash);

-- Values that only a downloaded file has, beside the record as the API gave it.
CREATE TABLE file_cell (
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  field TEXT NOT NULL,
  content TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (object, source_id, field)
);

CREATE INDEX file_cell_of_file ON file_cell (file);

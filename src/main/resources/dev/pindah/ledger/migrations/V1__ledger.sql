-- Runs on SQLite and PostgreSQL alike; instants are epoch milliseconds.

CREATE TABLE inventory (
  number ${identity},
  product TEXT NOT NULL,
  read_at BIGINT NOT NULL,
  content TEXT NOT NULL
);

CREATE TABLE profile (
  product TEXT NOT NULL,
  object TEXT NOT NULL,
  field TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (product, object, field)
);

CREATE TABLE mapping (
  number ${identity},
  file_hash TEXT NOT NULL,
  content TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  confirmed_at BIGINT NOT NULL
);

CREATE TABLE source_record (
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL,
  read_at BIGINT NOT NULL,
  deleted INTEGER NOT NULL,
  PRIMARY KEY (object, source_id)
);

CREATE TABLE candidate (
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  step TEXT NOT NULL,
  module TEXT NOT NULL,
  attributes TEXT NOT NULL,
  links TEXT NOT NULL,
  cells TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  verdict_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (object, source_id, step)
);
CREATE INDEX candidate_by_state ON candidate (object, step, state, source_id);

CREATE TABLE move (
  number ${identity},
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  step TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  reason TEXT NOT NULL,
  moved_at BIGINT NOT NULL
);
CREATE INDEX move_by_record ON move (object, source_id);

CREATE TABLE attempt (
  number ${identity},
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  step TEXT NOT NULL,
  verb TEXT NOT NULL,
  module TEXT NOT NULL,
  target_id TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  intended_at BIGINT NOT NULL,
  answer TEXT NOT NULL,
  detail TEXT NOT NULL,
  answered_at BIGINT NOT NULL
);
CREATE INDEX attempt_by_record ON attempt (object, source_id, step);

CREATE TABLE crosswalk (
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  module TEXT NOT NULL,
  target_id TEXT NOT NULL,
  ours INTEGER NOT NULL,
  before_image TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  PRIMARY KEY (object, source_id)
);
CREATE INDEX crosswalk_by_target ON crosswalk (module, target_id);

CREATE TABLE target_record (
  reading TEXT NOT NULL,
  module TEXT NOT NULL,
  target_id TEXT NOT NULL,
  content TEXT NOT NULL,
  keys TEXT NOT NULL,
  read_at BIGINT NOT NULL,
  PRIMARY KEY (reading, module, target_id)
);

CREATE TABLE target_key (
  reading TEXT NOT NULL,
  module TEXT NOT NULL,
  kind TEXT NOT NULL,
  key_value TEXT NOT NULL,
  target_id TEXT NOT NULL,
  PRIMARY KEY (reading, module, kind, key_value, target_id)
);

CREATE TABLE finding (
  number ${identity},
  stage TEXT NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  object TEXT NOT NULL,
  source_id TEXT NOT NULL,
  field TEXT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX finding_by_stage ON finding (stage);

CREATE TABLE decision (
  number BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_at BIGINT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);

CREATE TABLE slice (
  stage TEXT NOT NULL,
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  records BIGINT NOT NULL,
  done INTEGER NOT NULL,
  PRIMARY KEY (stage, name)
);

CREATE TABLE call_count (
  product TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  calls BIGINT NOT NULL,
  PRIMARY KEY (product, endpoint)
);

CREATE TABLE cell_count (
  object TEXT NOT NULL,
  field TEXT NOT NULL,
  bucket TEXT NOT NULL,
  cells BIGINT NOT NULL,
  PRIMARY KEY (object, field, bucket)
);

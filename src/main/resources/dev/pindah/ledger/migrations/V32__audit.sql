-- What discover found out, what was foretold, and what each stage really took.

CREATE TABLE audit (
  number ${identity},
  read_at BIGINT NOT NULL,
  content TEXT NOT NULL
);

CREATE TABLE forecast (
  number ${identity},
  made_at BIGINT NOT NULL,
  content TEXT NOT NULL
);

CREATE TABLE stage_call (
  stage TEXT NOT NULL,
  product TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  calls BIGINT NOT NULL,
  PRIMARY KEY (stage, product, endpoint)
);

CREATE TABLE stage_time (
  stage TEXT NOT NULL PRIMARY KEY,
  millis BIGINT NOT NULL,
  first_at BIGINT NOT NULL
);

-- How many calls each part of a load was expected to take, and took.

CREATE TABLE load_call (
  object TEXT NOT NULL,
  part TEXT NOT NULL,
  forecast BIGINT NOT NULL,
  used BIGINT NOT NULL,
  PRIMARY KEY (object, part)
);

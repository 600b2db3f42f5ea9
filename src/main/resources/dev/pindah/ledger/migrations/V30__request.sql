-- What people asked for in the console, and what came of it when the owning process did it.

CREATE TABLE request (
  number ${identity},
  wish TEXT NOT NULL,
  argument TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  answer TEXT NOT NULL
);

CREATE INDEX request_state ON request (state, number);
CREATE INDEX request_wish ON request (wish, number);

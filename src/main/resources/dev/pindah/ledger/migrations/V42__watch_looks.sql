-- What each look after the sign-off saw: the watch is stopped and started again, its story is not.
CREATE TABLE watch_look (
  at BIGINT NOT NULL PRIMARY KEY,
  edited BIGINT NOT NULL,
  broken BIGINT NOT NULL,
  late_writes BIGINT NOT NULL,
  reached INTEGER NOT NULL
);

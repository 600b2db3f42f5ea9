package dev.pindah.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresLedgerTest extends LedgerContract {
  private static @Nullable EmbeddedPostgres server;
  private static int databases;

  private String url = "";

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Override
  String where() throws SQLException {
    if (server == null) {
      throw new IllegalStateException("no server");
    }
    String name = "ledger" + databases++;
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      connection.createStatement().executeUpdate("CREATE DATABASE " + name);
    }
    url = server.getJdbcUrl("postgres", name);
    return url;
  }

  @Override
  String again() {
    return url;
  }

  @Override
  String url() {
    return url;
  }
}

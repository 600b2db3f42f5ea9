package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.LedgerException;
import dev.pindah.ledger.MediaFolder;
import dev.pindah.ledger.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The ledger in a relational database: one writer with group commit, a few readers. */
public final class JdbcLedger implements Ledger {
  private static final int READERS = 4;

  private final Clock clock;
  private final MediaFolder media;
  private final GroupCommit writer;
  private final BlockingQueue<Handle> readers = new ArrayBlockingQueue<>(READERS);

  private JdbcLedger(Dialect dialect, Path workspace, Clock clock) throws SQLException {
    this.clock = clock;
    this.media = new MediaFolder(workspace.resolve("media"));
    this.writer = new GroupCommit(handle(dialect.writer()), clock);
    for (int number = 0; number < READERS; number++) {
      readers.add(handle(dialect.reader()));
    }
  }

  /**
   * Opens the ledger and brings its tables up to date.
   *
   * @param where a file name in the workspace, or a {@code jdbc:postgresql:} URL
   */
  public static JdbcLedger open(String where, Path workspace, Clock clock) {
    Dialect dialect = Dialect.of(where, workspace);
    try {
      migrate(dialect);
      return new JdbcLedger(dialect, workspace, clock);
    } catch (FlywayValidateException other) {
      throw new LedgerException(
          "the ledger was written by a newer or changed version of Pindah; use that version, or"
              + " another 'ledger:' in pindah.yaml",
          other);
    } catch (SQLException | FlywayException broken) {
      throw new LedgerException(
          "the ledger cannot be opened ("
              + where.replaceAll("(?i)(password=)[^&]*", "$1•••")
              + "): "
              + firstLine(broken)
              + " — check that the folder can be written, that the disk has room, or that the"
              + " PostgreSQL server runs and takes the name and password",
          broken);
    }
  }

  private static String firstLine(Exception broken) {
    String message = String.valueOf(broken.getMessage()).strip();
    return message
        .lines()
        .findFirst()
        .orElse("no reason given")
        .replaceAll("(?i)password=[^&\\s]*", "password=•••");
  }

  private static void migrate(Dialect dialect) {
    Flyway.configure()
        .dataSource(dialect.url(), null, null)
        .locations("classpath:dev/pindah/ledger/migrations")
        .placeholders(Map.of("identity", dialect.identity()))
        // A migration that only a newer version knows must not be passed over in silence.
        .ignoreMigrationPatterns(new String[0])
        .loggers("slf4j")
        .load()
        .migrate();
  }

  static Handle handle(Connection connection) {
    // Made from a bare connection, a handle would leave it open for ever.
    ConnectionFactory once = () -> connection;
    return Jdbi.create(once).open();
  }

  @Override
  public <T> T write(Function<Tables, T> work) {
    return writer.run(work);
  }

  @Override
  public <T> CompletableFuture<T> writeSoon(Function<Tables, T> work) {
    return writer.soon(work);
  }

  @Override
  public <T> T read(Function<Tables, T> work) {
    Handle handle = null;
    try {
      handle = readers.take();
      Handle reader = handle;
      return reader.inTransaction(snapshot -> work.apply(new JdbcTables(snapshot, clock)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LedgerException("stopped while waiting for the ledger", stopped);
    } finally {
      if (handle != null) {
        readers.add(handle);
      }
    }
  }

  @Override
  public MediaFolder media() {
    return media;
  }

  @Override
  public void close() {
    // The last connection brings the log into the file, which only one that writes may do.
    readers.forEach(Handle::close);
    writer.close();
  }
}

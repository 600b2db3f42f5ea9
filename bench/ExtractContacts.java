import dev.pindah.connect.MediaReader;
import dev.pindah.connect.RecordReader;
import dev.pindah.connect.SchemaReader;
import dev.pindah.connect.Source;
import dev.pindah.connect.http.Tempo;
import dev.pindah.connect.qontak.QontakSettings;
import dev.pindah.connect.qontak.QontakSource;
import dev.pindah.journey.extract.Extract;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Size;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Contacts a second from the wire into the ledger, committed; client and sandbox on one machine.
 *
 * <p>{@code bench/run ExtractContacts [tiny|standard|large] [rounds] [URL of a running sandbox]}:
 * without a URL the sandbox runs in this process; with one, the heap is the client's alone.
 *
 * <p>{@code bench/run ExtractContacts pace SECONDS}: the share of a budget of 2 calls a second that
 * is used.
 */
public final class ExtractContacts {
  private ExtractContacts() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 1 && arguments[0].equals("pace")) {
      pace(Integer.parseInt(arguments[1]));
      return;
    }
    String size = arguments.length > 0 ? arguments[0].toUpperCase(Locale.ROOT) : "STANDARD";
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    if (arguments.length > 2) {
      measure(URI.create(arguments[2]), size, rounds);
      return;
    }
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.standard().withSize(Size.valueOf(size)))) {
      measure(sandbox.qontak(), size, rounds);
    }
  }

  private static void measure(URI base, String size, int rounds) throws Exception {
    for (int round = 1; round <= rounds; round++) {
      AtomicLong calls = new AtomicLong();
      AtomicLong most = new AtomicLong();
      try (Ledger ledger = ledger()) {
        Source source = new OnlyContacts(source(base, 1_000_000, calls));
        long start = System.nanoTime();
        long cpu = cpu();
        new Extract(
                source,
                ledger,
                Clock.systemUTC(),
                (what, done, total) -> most.accumulateAndGet(used(), Math::max))
            .run();
        double seconds = (System.nanoTime() - start) / 1e9;
        long contacts = ledger.read(tables -> tables.sourceRecords().count(ObjectName.CONTACT));
        System.out.printf(
            Locale.ROOT,
            "%s, round %d: %,d contacts in %.1f s (%.1f s of processors): %,.0f contacts/s, %,d calls,"
                + " at most %,d MB in use%n",
            size,
            round,
            contacts,
            seconds,
            (cpu() - cpu) / 1e9,
            contacts / seconds,
            calls.get(),
            most.get() >> 20);
      }
    }
  }

  private static void pace(int seconds) throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard());
        Ledger ledger = ledger()) {
      AtomicLong calls = new AtomicLong();
      Source source = source(sandbox.qontak(), 2, calls);
      Inventory inventory = source.schema().read();
      ledger.record(tables -> tables.inventories().save(inventory));
      calls.set(0);
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> new Extract(source, ledger, Clock.systemUTC(), ProgressSink.SILENT).run());
      // The first call leaves at once; from there the rate counts.
      while (calls.get() == 0) {
        Thread.sleep(1);
      }
      long start = System.nanoTime();
      Thread.sleep(seconds * 1000L);
      double took = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%,d calls in %.1f s at 2/s: %.1f %% of the budget%n",
          calls.get(),
          took,
          100 * calls.get() / (1 + took * 2));
      System.exit(0);
    }
  }

  /** Of this process: with a sandbox elsewhere, the client's alone. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static Ledger ledger() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target"), "bench");
    Ledger ledger = JdbcLedger.open("bench.db", folder, Clock.systemUTC());
    Inventory nothing =
        new Inventory(
            Product.QONTAK, Instant.now(), List.of(), List.of(), List.of(), List.of());
    ledger.record(tables -> tables.inventories().save(nothing));
    return ledger;
  }

  private static Source source(URI base, double rate, AtomicLong calls) {
    return new QontakSource(
        new QontakSettings(
            base,
            new QontakSettings.Hmac("demo-client", "demo-secret-0123456789"),
            "00000000-0000-4000-8000-000000000001",
            "/qontak/crm",
            "/qontak/chat/v1",
            OptionalDouble.of(rate),
            List.of()),
        Clock.systemUTC(),
        new Tempo(1),
        (product, endpoint) -> calls.incrementAndGet());
  }

  /** The one list that is measured. */
  private record OnlyContacts(Source all) implements Source {
    @Override
    public SchemaReader schema() {
      return all.schema();
    }

    @Override
    public MediaReader media() {
      return new MediaReader() {
        @Override
        public List<Link> links(RecordKey key, String json, Optional<ObjectSchema> schema) {
          return List.of();
        }

        @Override
        public Download fetch(String url, Path into, long cap) {
          throw new AssertionError("there are none");
        }
      };
    }

    @Override
    public double callsPerSecond() {
      return all.callsPerSecond();
    }

    @Override
    public RecordReader records() {
      RecordReader reader = all.records();
      return new RecordReader() {
        @Override
        public List<ObjectName> objects() {
          return List.of(ObjectName.CONTACT);
        }

        @Override
        public Set<ObjectName> optional() {
          return Set.of();
        }

        @Override
        public Set<ObjectName> thin() {
          return Set.of();
        }

        @Override
        public Page page(ObjectName object, int number) {
          return reader.page(object, number);
        }

        @Override
        public Optional<RawRecord> one(RecordKey key) {
          return reader.one(key);
        }

        @Override
        public List<Branch> branches() {
          return List.of();
        }

        @Override
        public List<RawRecord> children(Branch branch, RecordKey parent) {
          return List.of();
        }

        @Override
        public Set<ObjectName> wholesale() {
          return Set.of();
        }

        @Override
        public Page wholesale(ObjectName child, int number) {
          throw new AssertionError("there is none");
        }

        @Override
        public List<RawRecord> setup() {
          return List.of();
        }
      };
    }
  }
}

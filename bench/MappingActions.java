import dev.pindah.console.Console;
import dev.pindah.console.web.Live;
import dev.pindah.console.web.Setup;
import dev.pindah.console.web.Setup.Door;
import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.MappingWriter;
import dev.pindah.journey.map.Propose;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Product;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Plan;
import dev.pindah.model.schema.ValueProfile;
import dev.pindah.report.Language;
import dev.pindah.report.Links;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the console takes for one action of the mapping screen, from the request to the last byte of
 * the answer; the file is written and read back each time.
 *
 * <p>{@code bench/run MappingActions [fields] [actions]}
 */
public final class MappingActions {
  private static final List<String> WORDS = List.of("document", "drop", "create", "review");

  private MappingActions() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int fields = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    int actions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
    Path folder = Files.createTempDirectory("mapping-actions");
    AccountView view = view(fields);
    Files.writeString(
        folder.resolve("mapping.yaml"),
        MappingWriter.write(Propose.propose("bench", view).mapping()));
    Setup setup =
        new Setup(
            "bench",
            folder,
            ZoneId.of("Asia/Jakarta"),
            Language.EN,
            Door.loopback(0),
            Set.of(),
            2_000,
            new Links("https://acme.freshsales.test", ""),
            () -> Optional.of(view),
            accounts -> Propose.propose("bench", accounts));
    try (Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC());
        HttpClient client = HttpClient.newHttpClient()) {
      ledger.record(
          tables -> {
            tables.inventories().save(view.source());
            tables.inventories().save(view.destination());
          });
      try (Console console =
          Console.start(setup, ledger, new Live(System::nanoTime, () -> false), Clock.systemUTC())) {
        measure(client, console, fields, actions);
      }
    }
  }

  private static void measure(HttpClient client, Console console, int fields, int actions)
      throws IOException, InterruptedException {
    String base = "http://127.0.0.1:" + console.port();
    String cookie =
        client
            .send(
                HttpRequest.newBuilder(URI.create(console.link("Bench"))).build(),
                BodyHandlers.ofString())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .replaceFirst(";.*", "");
    String page = get(client, base + "/mapping", cookie);
    Matcher csrf = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"").matcher(page);
    if (!csrf.find()) {
      throw new IOException("the mapping page has no token");
    }
    long[] pages = new long[20];
    for (int n = 0; n < pages.length; n++) {
      long began = System.nanoTime();
      get(client, base + "/mapping", cookie);
      pages[n] = System.nanoTime() - began;
    }
    for (int round = 1; round <= 3; round++) {
      long[] took = new long[actions];
      for (int n = 0; n < actions; n++) {
        String form =
            "object=contact&field=field_"
                + n * 7 % (fields - 1)
                + "&decision="
                + WORDS.get((n + round) % WORDS.size())
                + "&csrf="
                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(base + "/mapping/set"))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        long began = System.nanoTime();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        took[n] = System.nanoTime() - began;
        if (answer.statusCode() != 200) {
          throw new IOException(answer.statusCode() + ": " + answer.body());
        }
      }
      say("actions, round " + round, took);
    }
    say("whole page", pages);
  }

  private static String get(HttpClient client, String url, String cookie)
      throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(url)).header("Cookie", cookie).build(),
            BodyHandlers.ofString())
        .body();
  }

  private static void say(String what, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-18s p50 %6.1f ms   p95 %6.1f ms   most %6.1f ms%n",
        what,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 95 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }

  private static AccountView view(int count) {
    List<FieldSchema> source = new ArrayList<>();
    Map<String, ValueProfile> profiles = new HashMap<>();
    for (int number = 0; number < count; number++) {
      String name = "field_" + number;
      source.add(
          number % 10 == 3
              ? field(name, "Kolom aneh " + number, FieldType.DROPDOWN, List.of("Ya", "Tidak"))
              : field(name, "Kolom aneh " + number, FieldType.TEXT, List.of()));
      profiles.put(
          name,
          new ValueProfile(
              200, number % 200, 40, 80, Map.of(), Map.of("Ya", 3L), List.of("Ya"), true));
    }
    List<FieldSchema> target = new ArrayList<>();
    for (int number = 0; number < 120; number++) {
      target.add(field("cf_" + number, "Target " + number, FieldType.TEXT, List.of()));
    }
    return new AccountView(
        inventory(Product.QONTAK, new ObjectSchema("contact", 200, source)),
        inventory(Product.FRESHSALES, new ObjectSchema("contacts", 0, target)),
        Map.of("contact", profiles),
        Plan.ENTERPRISE);
  }

  private static Inventory inventory(Product product, ObjectSchema object) {
    return new Inventory(
        product, Instant.EPOCH, List.of(object), List.of(), List.of(), List.of());
  }

  private static FieldSchema field(
      String name, String label, FieldType type, List<String> choices) {
    List<Choice> options = new ArrayList<>();
    choices.forEach(choice -> options.add(new Choice(String.valueOf(options.size() + 1), choice)));
    return new FieldSchema("", name, name, label, type, true, false, options);
  }
}

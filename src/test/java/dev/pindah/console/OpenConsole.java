package dev.pindah.console;

import dev.pindah.console.web.Live;
import dev.pindah.console.web.Setup;
import dev.pindah.console.web.Setup.Door;
import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.MappingWriter;
import dev.pindah.journey.map.Propose;
import dev.pindah.journey.map.Propose.Proposed;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.model.schema.Pipeline.PipelineStage;
import dev.pindah.model.schema.Plan;
import dev.pindah.model.schema.ValueProfile;
import dev.pindah.report.Language;
import dev.pindah.report.Links;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A console over a made-up ledger; nobody carries its wishes out. */
final class OpenConsole implements AutoCloseable {
  static final Instant THEN = Instant.parse("2026-10-09T03:00:00Z");

  final Path folder;
  final Ledger ledger;
  final Live live = new Live(System::nanoTime, () -> false);
  final Console console;
  final Optional<AccountView> view;

  private OpenConsole(Path folder, String migration, Door door, Optional<AccountView> view) {
    this.folder = folder;
    this.view = view;
    this.ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC());
    view.ifPresent(
        accounts ->
            ledger.record(
                tables -> {
                  tables.inventories().save(accounts.source());
                  tables.inventories().save(accounts.destination());
                }));
    this.console =
        Console.start(
            new Setup(
                migration,
                folder,
                ZoneId.of("Asia/Jakarta"),
                Language.EN,
                door,
                Set.of(
                    "discover",
                    "propose",
                    "prepare",
                    "run",
                    "extract",
                    "load",
                    "reconcile",
                    "delta",
                    "retry",
                    "resolve",
                    "rollback-look",
                    "rollback",
                    "handoff"),
                2_000,
                new Links("https://acme.freshsales.test", ""),
                () -> view,
                accounts -> Propose.propose(migration, accounts)),
            ledger,
            live,
            Clock.systemUTC());
  }

  static OpenConsole empty(Path folder) {
    return new OpenConsole(folder, "empty", Door.loopback(0), Optional.empty());
  }

  static OpenConsole behind(Door door, Path folder) {
    return new OpenConsole(folder, "empty", door, Optional.empty());
  }

  /** With a proposed mapping of so many contact fields. */
  static OpenConsole fields(
      Path folder, String migration, int count, IntFunction<String> label, String value)
      throws IOException {
    AccountView view = view(count, label, value);
    Proposed proposed = Propose.propose(migration, view);
    Mapping whole = proposed.mapping();
    Files.writeString(
        folder.resolve("mapping.yaml"),
        MappingWriter.write(
            new Mapping(
                migration,
                whole.leadRule(),
                whole.object(ObjectName.CONTACT).stream().toList(),
                whole.pipelines(),
                whole.owners())));
    return new OpenConsole(folder, migration, Door.loopback(0), Optional.of(view));
  }

  private static AccountView view(int count, IntFunction<String> label, String value) {
    List<FieldSchema> source = new ArrayList<>();
    Map<String, ValueProfile> profiles = new HashMap<>();
    source.add(field("crm_status_id", "Status", FieldType.DROPDOWN, List.of("Baru", value)));
    for (int number = 0; number < count - 1; number++) {
      String name = "field_" + number;
      source.add(
          number % 10 == 3
              ? field(name, label.apply(number), FieldType.DROPDOWN, List.of("Ya", value))
              : field(name, label.apply(number), FieldType.TEXT, List.of()));
      profiles.put(
          name,
          new ValueProfile(
              200, number % 200, 40, 80, Map.of(), Map.of(value, 3L), List.of(value), true));
    }
    List<FieldSchema> target = new ArrayList<>();
    target.add(field("first_name", "First name", FieldType.TEXT, List.of()));
    target.add(field("email", "Email", FieldType.EMAIL, List.of()));
    target.add(field("contact_status_id", "Status", FieldType.DROPDOWN, List.of("New", value)));
    for (int number = 0; number < 120; number++) {
      target.add(field("cf_" + number, "Target " + number, FieldType.TEXT, List.of(value)));
    }
    return new AccountView(
        new Inventory(
            Product.QONTAK,
            THEN,
            List.of(new ObjectSchema("contact", 200, source)),
            List.of(pipeline("9", label.apply(1), "Baru", label.apply(2))),
            List.of(
                new Person("7", label.apply(3), "sari@contoh.test", true, label.apply(4)),
                new Person("8", "Budi", "budi@contoh.test", true, "Sales")),
            List.of()),
        new Inventory(
            Product.FRESHSALES,
            THEN,
            List.of(new ObjectSchema("contacts", 0, target)),
            List.of(pipeline("1", label.apply(5), "Baru", label.apply(6))),
            List.of(
                new Person("1", label.apply(7), "sari@acme.test", true, ""),
                new Person("2", "Budi", "budi@contoh.test", true, "")),
            List.of()),
        Map.of("contact", profiles),
        Plan.ENTERPRISE);
  }

  private static Pipeline pipeline(String id, String name, String... stages) {
    return new Pipeline(
        id,
        name,
        true,
        Stream.of(stages)
            .map(
                stage ->
                    new PipelineStage(id + stage, stage, Pipeline.Outcome.OPEN, BigDecimal.TEN))
            .toList());
  }

  private static FieldSchema field(
      String name, String label, FieldType type, List<String> choices) {
    List<Choice> options = new ArrayList<>();
    choices.forEach(choice -> options.add(new Choice(String.valueOf(options.size() + 1), choice)));
    return new FieldSchema("", name, name, label, type, true, false, options);
  }

  String base() {
    return "http://127.0.0.1:" + console.port();
  }

  @Override
  public void close() {
    console.close();
    ledger.close();
  }
}

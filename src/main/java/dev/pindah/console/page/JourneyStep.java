package dev.pindah.console.page;

import dev.pindah.ledger.Tables;
import dev.pindah.model.Books;
import dev.pindah.model.Gate;
import dev.pindah.model.Product;
import dev.pindah.model.proof.Proof;
import dev.pindah.model.schema.Inventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the ten steps and how it stands.
 *
 * @param word the stage's word
 * @param state done, waiting (for a person), begun or open
 * @param count a number that says something about it; negative for none
 * @param page where it is worked on
 */
record JourneyStep(String word, String state, long count, String page) {
  private static final String DONE = "done";
  private static final String WAITING = "waiting";
  private static final String BEGUN = "begun";
  private static final String OPEN = "open";

  boolean done() {
    return state.equals(DONE);
  }

  static List<JourneyStep> all(Tables tables, Path folder) {
    List<Books> books = tables.candidates().books();
    List<JourneyStep> steps = new ArrayList<>();
    steps.add(discover(tables.inventories().latest(Product.QONTAK)));
    steps.add(map(tables, folder));
    steps.add(prepare(tables));
    steps.add(extract(tables, books));
    steps.add(transform(tables, books));
    steps.add(load(books));
    steps.add(reconcile(tables.proofs().latest()));
    steps.add(cutover(tables));
    boolean back = tables.decisions().latest("rollback").isPresent();
    steps.add(new JourneyStep("rollback", back ? BEGUN : OPEN, -1, "rollback"));
    boolean papers = Files.isDirectory(folder.resolve("handoff"));
    steps.add(new JourneyStep("handoff", papers ? DONE : OPEN, -1, "handoff"));
    return steps;
  }

  private static JourneyStep discover(Optional<Inventory> source) {
    long fields =
        source.stream()
            .flatMap(known -> known.objects().stream())
            .mapToLong(object -> object.fields().size())
            .sum();
    return new JourneyStep(
        "discover", source.isPresent() ? DONE : OPEN, source.isPresent() ? fields : -1, "overview");
  }

  private static JourneyStep map(Tables tables, Path folder) {
    boolean confirmed = !GateRow.of(Gate.MAPPING_CONFIRMED, tables).open();
    boolean proposed = Files.isRegularFile(folder.resolve("mapping.yaml"));
    return new JourneyStep("map", confirmed ? DONE : proposed ? WAITING : OPEN, -1, "mapping");
  }

  private static JourneyStep prepare(Tables tables) {
    GateRow schema = GateRow.of(Gate.SCHEMA_READY, tables);
    GateRow preflight = GateRow.of(Gate.PREFLIGHT, tables);
    boolean ready = !schema.open() && !preflight.open();
    boolean tried =
        tables.requests().latest("prepare").isPresent()
            || schema.decision().isPresent()
            || preflight.decision().isPresent();
    return new JourneyStep("prepare", ready ? DONE : tried ? WAITING : OPEN, -1, "prepare");
  }

  private static JourneyStep extract(Tables tables, List<Books> books) {
    long read = books.stream().mapToLong(Books::read).sum();
    boolean done = tables.slices().find("extract", "all").map(slice -> slice.done()).orElse(false);
    return new JourneyStep(
        "extract", done ? DONE : read > 0 ? BEGUN : OPEN, read > 0 ? read : -1, "run");
  }

  private static JourneyStep transform(Tables tables, List<Books> books) {
    boolean any = books.stream().anyMatch(JourneyStep::moved);
    boolean waits =
        GateRow.of(Gate.VALIDATION, tables).open()
            && GateRow.of(Gate.VALIDATION, tables).decision().isPresent();
    return new JourneyStep("transform", any ? DONE : waits ? WAITING : OPEN, -1, "run");
  }

  private static boolean moved(Books object) {
    return object.created()
            + object.updated()
            + object.matched()
            + object.skipped()
            + object.refused()
            + object.held()
        > 0;
  }

  private static JourneyStep load(List<Books> books) {
    long over = books.stream().mapToLong(b -> b.created() + b.updated() + b.matched()).sum();
    boolean done = over > 0 && books.stream().allMatch(Books::balanced);
    return new JourneyStep(
        "load", done ? DONE : over > 0 ? BEGUN : OPEN, over > 0 ? over : -1, "run");
  }

  private static JourneyStep reconcile(Optional<Proof> proof) {
    return new JourneyStep(
        "reconcile",
        proof.map(known -> known.holds() ? DONE : WAITING).orElse(OPEN),
        -1,
        "reconcile");
  }

  private static JourneyStep cutover(Tables tables) {
    boolean closed = !GateRow.of(Gate.WATCH_CLOSED, tables).open();
    boolean begun =
        !GateRow.of(Gate.SOURCE_FROZEN, tables).open()
            || !GateRow.of(Gate.BUSINESS_SIGN_OFF, tables).open();
    return new JourneyStep("cutover", closed ? DONE : begun ? BEGUN : OPEN, -1, "cutover");
  }
}

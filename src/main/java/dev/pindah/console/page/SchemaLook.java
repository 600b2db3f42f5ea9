package dev.pindah.console.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What prepare saw last, whoever asked for it; read leniently, other versions may have written it.
 *
 * @param at when it was written
 */
public record SchemaLook(Instant at, JsonNode json) {
  /** What prepare writes into the reports: the document of its JSON mode. */
  public static final String FILE = "prepare.json";

  /**
   * One thing that the target needs.
   *
   * @param lines what has to be typed, one after the other
   * @param byApi whether prepare makes it itself
   * @param plan smallest plan that has room for it, where this one has none
   */
  record Item(
      String product,
      String module,
      String kind,
      String label,
      String type,
      List<String> lines,
      boolean byApi,
      String detail,
      String plan) {}

  /** A check; {@code waivedBy} is blank unless somebody overrode it. */
  record Check(
      String id, String severity, boolean ok, String detail, String remedy, String waivedBy) {
    boolean blocks() {
      return !ok && severity.equals("error") && waivedBy.isEmpty();
    }
  }

  /** The plan of one module, in the order of {@link #STATES}. */
  record Planned(String product, String module, List<Long> counts) {}

  /** How things come to be on the target. */
  static final List<String> STATES = List.of("exists", "api", "hand", "impossible");

  /**
   * What the plan allows of one kind of thing.
   *
   * @param most -1 where the plan sets no limit
   */
  record Limit(String module, String kind, long have, long wanted, long most) {
    boolean exceeded() {
      return most >= 0 && have + wanted > most;
    }

    /** Share of the limit in per cent that is taken, and that is wanted besides. */
    int taken() {
      return most <= 0 ? 0 : (int) Math.min(100, have * 100 / most);
    }

    int more() {
      return most <= 0 ? 0 : (int) Math.min(100L - taken(), wanted * 100 / most);
    }
  }

  static Optional<SchemaLook> in(Path folder) {
    Path file = folder.resolve("reports").resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SchemaLook(
              Files.getLastModifiedTime(file).toInstant(),
              JsonMapper.shared().readTree(Files.readString(file))));
    } catch (IOException | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  List<Item> toDo() {
    return items("toDo");
  }

  List<Item> impossible() {
    return items("impossible");
  }

  private List<Item> items(String member) {
    List<Item> list = new ArrayList<>();
    for (JsonNode item : json.path(member)) {
      list.add(
          new Item(
              Answer.text(item, "product"),
              Answer.text(item, "module"),
              Answer.text(item, "kind"),
              Answer.text(item, item.hasNonNull("label") ? "label" : "email"),
              Answer.text(item, "type"),
              lines(item),
              Answer.text(item, "by").equals("api"),
              Answer.text(item, "detail"),
              Answer.text(item, "plan")));
    }
    return list;
  }

  private static List<String> lines(JsonNode item) {
    List<String> lines = new ArrayList<>(Answer.texts(item, "choices"));
    for (JsonNode stage : item.path("stages")) {
      lines.add(
          Answer.text(stage, "name")
              + " ("
              + Answer.text(stage, "type")
              + ", "
              + Answer.text(stage, "probability")
              + " %)");
    }
    return lines;
  }

  /**
   * The checks.
   *
   * @param waivedBy who overrode a check, by its id; blank for nobody
   */
  List<Check> checks(UnaryOperator<String> waivedBy) {
    List<Check> checks = new ArrayList<>();
    for (JsonNode item : json.path("checks")) {
      String id = Answer.text(item, "id");
      checks.add(
          new Check(
              id,
              Answer.text(item, "severity"),
              item.path("ok").asBoolean(false),
              Answer.text(item, "detail"),
              Answer.text(item, "remedy"),
              waivedBy.apply(id)));
    }
    return checks;
  }

  /** The whole plan, by module. */
  List<Planned> planned() {
    Map<List<String>, long[]> counts = new LinkedHashMap<>();
    for (JsonNode line : json.path("diff")) {
      int state = STATES.indexOf(Answer.text(line, "state"));
      if (state >= 0) {
        counts
            .computeIfAbsent(
                List.of(Answer.text(line, "product"), Answer.text(line, "module")),
                module -> new long[STATES.size()])[state]++;
      }
    }
    List<Planned> planned = new ArrayList<>();
    counts.forEach(
        (module, of) ->
            planned.add(
                new Planned(
                    module.getFirst(),
                    module.getLast(),
                    java.util.Arrays.stream(of).boxed().toList())));
    return planned;
  }

  List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    for (JsonNode line : json.path("limits")) {
      limits.add(
          new Limit(
              Answer.text(line, "module"),
              Answer.text(line, "kind"),
              line.path("have").asLong(0),
              line.path("wanted").asLong(0),
              line.path("limit").asLong(-1)));
    }
    return limits;
  }
}

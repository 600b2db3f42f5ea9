package dev.pindah.cli;

import dev.pindah.model.Product;
import dev.pindah.model.forecast.Comparison;
import dev.pindah.model.forecast.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one migration teaches the next: a file with counts and no customer's data. */
final class Lessons {
  /** Its name in the reports of a workspace. */
  static final String FILE = "forecast-vs-actual.json";

  private static final double MOST = 1_000;

  private Lessons() {}

  static String write(Comparison comparison) {
    ObjectNode json = Output.object();
    EstimateJson.comparison(json, comparison);
    ArrayNode lessons = json.putArray("lessons");
    for (Lesson lesson : Lesson.of(comparison)) {
      lessons
          .addObject()
          .put("stage", lesson.stage())
          .put("product", lesson.product().wire())
          .put("endpoint", lesson.endpoint())
          .put("factor", AuditJson.two(lesson.factor()));
    }
    return json.toPrettyString() + "\n";
  }

  static List<Lesson> read(Path file) {
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException | JacksonException unreadable) {
      throw new UsageException(
          "--learn " + file + " cannot be read; it takes the " + FILE + " of a migration",
          unreadable);
    }
    List<Lesson> lessons = new ArrayList<>();
    for (JsonNode lesson : json.path("lessons")) {
      double factor = lesson.path("factor").asDouble(0);
      String product = lesson.path("product").asString("").toUpperCase(Locale.ROOT);
      boolean known = List.of("QONTAK", "FRESHSALES", "FRESHDESK").contains(product);
      if (factor > 0 && factor < MOST && known) {
        lessons.add(
            new Lesson(
                lesson.path("stage").asString(""),
                Product.valueOf(product),
                lesson.path("endpoint").asString(""),
                factor));
      }
    }
    if (lessons.isEmpty()) {
      throw new UsageException("--learn " + file + " has no lessons; is it a " + FILE + "?");
    }
    return lessons;
  }
}

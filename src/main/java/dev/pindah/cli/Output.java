package dev.pindah.cli;

import dev.pindah.cli.Pindah.Format;
import dev.pindah.report.Language;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where a command talks: results to standard output, everything else to standard error. */
final class Output {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Who reads the document in the place of standard output. */
  static final ScopedValue<Consumer<ObjectNode>> READER = ScopedValue.newInstance();

  private final boolean json;
  private final PrintStream talk;

  private final Language language;

  private Output(boolean json, PrintStream talk, Language language) {
    this.json = json;
    this.talk = talk;
    this.language = language;
  }

  static Output of(Pindah root) {
    boolean json = root.output == Format.json;
    return new Output(json, json ? System.err : System.out, root.lang);
  }

  boolean json() {
    return json;
  }

  /** The language of reports. */
  Language language() {
    return language;
  }

  /** A line for people. */
  void say(String text) {
    talk.println(text);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** The one document of a command in JSON mode. */
  static void print(ObjectNode document) {
    if (READER.isBound()) {
      READER.get().accept(document);
      return;
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(JSON.writeValueAsString(document));
  }

  @SuppressWarnings("SystemConsoleNull") // null is still allowed by its contract
  ProgressLines progress() {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal() && !json;
    return new ProgressLines(System.err, terminal);
  }

  static String percent(long done, long total) {
    return String.format(Locale.ROOT, "%d %%", total == 0 ? 100 : done * 100 / total);
  }
}

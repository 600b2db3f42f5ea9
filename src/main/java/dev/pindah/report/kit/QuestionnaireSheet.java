package dev.pindah.report.kit;

import dev.pindah.model.kit.Answers;
import dev.pindah.model.kit.Automation;
import dev.pindah.model.kit.Template;
import dev.pindah.model.kit.TriagedTemplate;
import dev.pindah.report.CsvReport;
import dev.pindah.report.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The questionnaire for an admin to fill in: what no API tells. The first row holds the words that
 * the program reads, the second explains them, rows with # are examples.
 */
public final class QuestionnaireSheet {
  /** Name of the file. */
  public static final String FILE = "questionnaire.xlsx";

  /** Facts about the account, by key. */
  public static final List<String> FACTS =
      List.of(
          "waba-id",
          "waba-registered-on",
          "waba-owner",
          "two-step-pin",
          "messaging-limit",
          "broadcast-quota",
          "whatsapp-balance",
          "history-retention");

  private static final int WIDE = 34;
  private static final int LAST_ROW = 2_000;

  private QuestionnaireSheet() {}

  /** Fails if the file is there already: it may hold answers. */
  public static void write(Path file, List<TriagedTemplate> templates, Words words)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        Workbook book = new Workbook(out, "Pindah", "1.0")) {
      account(sheet(book, Answers.ACCOUNT, words), words);
      automations(sheet(book, Answers.AUTOMATIONS, words), words);
      segments(sheet(book, Answers.SEGMENTS, words), words);
      templates(sheet(book, Answers.TEMPLATES, words), templates);
    }
  }

  private static Worksheet sheet(Workbook book, String name, Words words) {
    Worksheet sheet = book.newWorksheet(name);
    List<String> columns = Answers.COLUMNS.getOrDefault(name, List.of());
    for (int column = 0; column < columns.size(); column++) {
      sheet.value(0, column, columns.get(column));
      sheet.style(0, column).bold().fillColor("E8ECF1").set();
      String hint = words.say("ask." + name + "." + columns.get(column));
      sheet.value(1, column, column == 0 ? "# " + hint : hint);
      sheet.style(1, column).italic().wrapText(true).verticalAlignment("top").set();
      sheet.width(column, WIDE);
    }
    sheet.freezePane(0, 2);
    return sheet;
  }

  private static void account(Worksheet sheet, Words words) {
    int row = 2;
    for (String fact : FACTS) {
      sheet.value(row, 0, fact);
      sheet.value(row, 1, words.say("fact." + fact));
      sheet.style(row, 1).wrapText(true).set();
      row++;
    }
  }

  private static void automations(Worksheet sheet, Words words) {
    row(
        sheet,
        2,
        "# " + words.say("ask.example.rule"),
        Automation.Kind.ASSIGN_IN_TURN.wire(),
        words.say("ask.example.trigger"),
        words.say("ask.example.condition"),
        words.say("ask.example.action"));
    list(
        sheet,
        1,
        Arrays.stream(Automation.Kind.values())
            .map(Automation.Kind::wire)
            .collect(Collectors.joining(",")));
    list(sheet, 5, "native,approximate,impossible");
  }

  private static void segments(Worksheet sheet, Words words) {
    row(
        sheet,
        2,
        "# " + words.say("ask.example.segment"),
        "contact",
        words.say("ask.example.criteria"),
        words.say("ask.example.field"),
        "is",
        words.say("ask.example.value"));
    list(sheet, 1, "contact,deal");
    list(sheet, 4, "is,is-not,contains,after,before,more,less,empty,not-empty");
  }

  /** Names of the account stand there already, so that only the quality is to be written. */
  private static void templates(Worksheet sheet, List<TriagedTemplate> templates) {
    int row = 2;
    for (TriagedTemplate triaged : templates) {
      Template template = triaged.template();
      row(
          sheet,
          row++,
          CsvReport.neutral(template.name()),
          CsvReport.neutral(template.language()),
          CsvReport.neutral(template.status()),
          template.quality());
    }
    list(sheet, 3, "GREEN,YELLOW,RED");
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      if (!cells[column].isEmpty()) {
        sheet.value(row, column, cells[column]);
      }
    }
  }

  private static void list(Worksheet sheet, int column, String words) {
    // A sheet takes lists of up to 255 letters.
    if (words.length() <= 255) {
      sheet.range(2, column, LAST_ROW, column).validateWithListByFormula("\"" + words + "\"");
    }
  }
}

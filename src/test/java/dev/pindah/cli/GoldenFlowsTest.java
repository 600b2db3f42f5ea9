package dev.pindah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.files.ChatbotFiles;
import dev.pindah.journey.handoff.TakeInFiles;
import dev.pindah.journey.handoff.flow.ReadFlows;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Problems;
import dev.pindah.model.flow.DocumentedFlow;
import dev.pindah.model.flow.FlowFinding;
import dev.pindah.model.flow.Talk;
import dev.pindah.report.Language;
import dev.pindah.report.Words;
import dev.pindah.report.flow.Drawing;
import dev.pindah.report.flow.Drawing.Box;
import dev.pindah.report.flow.FlowLayout;
import dev.pindah.report.flow.FlowMermaid;
import dev.pindah.report.flow.FlowSvg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flows of 5, 30 and 120 steps are told and drawn as the golden files say. With PINDAH_GOLDEN=write
 * in the environment the files are written instead; look at the pictures before keeping them.
 */
class GoldenFlowsTest {
  private static final Path GIVEN = Path.of("src/test/resources/dev/pindah/handoff");
  private static final Words WORDS = Words.ofHandoff(Language.EN);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {5, 30, 120})
  void flowsAreToldAndDrawnAlike(int steps) throws IOException {
    DocumentedFlow flow = flow("flow-" + steps);
    assertThat(flow.flow().steps()).hasSize(steps);
    golden("flow-" + steps + ".txt", told(flow));
    golden("flow-" + steps + ".mmd", FlowMermaid.of(flow, WORDS));
    golden("flow-" + steps + ".svg", FlowSvg.file(FlowLayout.of(flow, WORDS), flow.flow().name()));
  }

  /** Whatever the layout library does: no box lies on another one, and all lie in the picture. */
  @ParameterizedTest
  @ValueSource(ints = {5, 30, 60, 120})
  void noBoxLiesOnAnother(int steps) throws IOException {
    Drawing drawing = FlowLayout.of(flow("flow-" + steps), WORDS);
    List<Box> boxes = drawing.boxes();
    assertThat(boxes.size()).isGreaterThan(steps);
    for (int number = 0; number < boxes.size(); number++) {
      Box one = boxes.get(number);
      assertThat(one.x() + one.width()).isLessThanOrEqualTo(drawing.width());
      assertThat(one.y() + one.height()).isLessThanOrEqualTo(drawing.height());
      for (Box other : boxes.subList(0, number)) {
        boolean apart =
            one.x() + one.width() <= other.x()
                || other.x() + other.width() <= one.x()
                || one.y() + one.height() <= other.y()
                || other.y() + other.height() <= one.y();
        assertThat(apart).as(one.head() + " and " + other.head()).isTrue();
      }
    }
  }

  /** Printed, not asserted tightly: machines differ. */
  @Test
  void sixtyStepsAreLaidOutInLessThanTwoSeconds() throws IOException {
    DocumentedFlow flow = flow("flow-60");
    long start = System.nanoTime();
    FlowLayout.of(flow, WORDS);
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println("a flow of 60 steps is laid out in " + millis + " ms");
    assertThat(millis).isLessThan(20_000);
  }

  private DocumentedFlow flow(String name) throws IOException {
    Files.copy(GIVEN.resolve(name + ".json"), folder.resolve("chatbot.json"));
    try (Ledger ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC())) {
      new TakeInFiles(ledger, Clock.systemUTC()).run(new ChatbotFiles(folder).read());
      Problems problems = new Problems();
      DocumentedFlow flow = ReadFlows.read(ledger, problems).getFirst();
      assertThat(problems.list()).isEmpty();
      return flow;
    }
  }

  private static String told(DocumentedFlow flow) {
    StringBuilder told = new StringBuilder();
    for (FlowFinding finding : flow.findings()) {
      told.append(finding.kind().wire()).append(' ').append(finding.step());
      told.append(finding.detail().isEmpty() ? "" : ": " + finding.detail()).append('\n');
    }
    flow.notes().forEach(note -> told.append(note).append('\n'));
    for (Talk talk : flow.talks()) {
      told.append(talk.complete() ? "talk" : "open talk").append('\n');
      talk.turns()
          .forEach(
              turn ->
                  told.append("  ")
                      .append(turn.step())
                      .append(' ')
                      .append(turn.code())
                      .append(' ')
                      .append(turn.text())
                      .append('\n'));
    }
    return told.append("untried ").append(flow.untried()).append('\n').toString();
  }

  private static void golden(String name, String actual) throws IOException {
    Path file = GIVEN.resolve("expected").resolve(name);
    if ("write".equals(System.getenv("PINDAH_GOLDEN"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}

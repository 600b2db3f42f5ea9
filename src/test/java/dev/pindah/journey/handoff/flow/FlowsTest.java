package dev.pindah.journey.handoff.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.Problems;
import dev.pindah.model.flow.DocumentedFlow;
import dev.pindah.model.flow.Flow;
import dev.pindah.model.flow.FlowFinding;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.flow.FlowStep.Kind;
import dev.pindah.model.flow.Talk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Flows are read as they are written, and what they suffer from is found. */
class FlowsTest {
  private static final String PATHS_CSV =
      """
      Id,Name,Operational Time Type
      7,Sapaan,schedule
      8,Status,24hours
      """;
  private static final String PATHS_JSON =
      "[{\"id\":7,\"name\":\"Sapaan\",\"operational_time_type\":\"schedule\"},"
          + "{\"id\":8,\"name\":\"Status\",\"operational_time_type\":\"24hours\"}]";
  private static final String PATHS_XML =
      "<?xml version=\"1.0\"?><paths type=\"array\"><path><id type=\"integer\">7</id>"
          + "<name>Sapaan</name><operational-time-type>schedule</operational-time-type></path>"
          + "<path><id>8</id><name>Status</name>"
          + "<operational-time-type>24hours</operational-time-type></path></paths>";
  private static final String RESPONSES =
      """
      Id;Path Id;Content;Content Type;Position
      1;7;"Halo; pilih";text;1
      2;7;Nomor pesanan?;user_input;2
      3;7;Terima kasih;text;3
      4;8;Selesai;text;1
      """;
  private static final String RULES =
      """
      response_id,keyword,next_response_id,next_path_id
      1,Pesanan,2,
      1,Status,,8
      1,default,3,
      """;

  @Test
  void theThreeFormsOfTheAdminExportsSayTheSame() throws TableText.Unreadable {
    List<Flow> csv = tables("paths.csv", PATHS_CSV);
    assertThat(tables("paths.json", PATHS_JSON)).isEqualTo(csv);
    assertThat(tables("paths.xml", PATHS_XML)).isEqualTo(csv);
    Flow greeting = csv.getFirst();
    assertThat(greeting.hours().type()).isEqualTo("schedule");
    assertThat(ways(greeting))
        .containsEntry("1", "Pesanan→2 Status→1>8 else→3")
        .containsEntry("2", "→3")
        .containsEntry("1>8", "");
    assertThat(greeting.step("1").orElseThrow().kind()).isEqualTo(Kind.QUESTION);
    assertThat(greeting.step("1>8").orElseThrow().target()).isEqualTo("8");
    assertThat(greeting.doubts()).anyMatch(doubt -> doubt.code().equals("tables"));
  }

  private static List<Flow> tables(String file, String paths) throws TableText.Unreadable {
    return new AdminTables(
            Map.of(
                "path", TableText.rows(file, paths),
                "response", TableText.rows("responses.csv", RESPONSES),
                "response_rule", TableText.rows("response_rules.csv", RULES)),
            "export")
        .flows(new Problems());
  }

  private static Map<String, String> ways(Flow flow) {
    Map<String, String> ways = new TreeMap<>();
    for (FlowStep step : flow.steps()) {
      ways.put(
          step.id(),
          step.ways().stream()
              .map(way -> (way.otherwise() ? "else" : way.label()) + "→" + way.to())
              .collect(Collectors.joining(" ")));
    }
    return ways;
  }

  @Test
  void nothingOutsideOfAnXmlFileIsFetched() {
    String evil =
        "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><paths><path><id>&x;</id></path></paths>";
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() -> TableText.rows("paths.xml", evil)))
        .isInstanceOf(TableText.Unreadable.class);
  }

  @Test
  void aFileThatIsNoFlowIsAProblemWithItsPlace() {
    Problems problems = new Problems();
    assertThat(OwnFormat.flows("chatbot.json", "{\"flows\":[]}", problems)).isEmpty();
    assertThat(problems.list()).singleElement().asString().startsWith("chatbot.json: no flows");
  }

  @Test
  void everyFaultIsFoundWhereItIs() {
    DocumentedFlow flow =
        document(
            """
            {"flows":[{"id":"f","nodes":[
              {"id":"a","type":"question","text":"?","options":[
                {"label":"1","next":"b"},{"label":"2","next":"gone"},{"label":"3","next":"d"},
                {"label":"4","next":"loop1"},{"label":"5","next":"jump"},{"label":"6","next":"ok"}]},
              {"id":"b","type":"message","text":"{{nama}}","next":"a"},
              {"id":"d","type":"message","text":"stop here"},
              {"id":"loop1","type":"message","text":"1","next":"loop2"},
              {"id":"loop2","type":"input","text":"2","variable":"x","next":"loop1"},
              {"id":"jump","type":"go-to-flow","flow":"nowhere"},
              {"id":"ok","type":"handover","text":"bye","team":"CS"},
              {"id":"lost","type":"end"}]}]}
            """);
    assertThat(flow.findings().stream().map(found -> found.kind().wire() + " " + found.step()))
        .containsExactly(
            "broken-way a",
            "dead-end d",
            "endless-loop loop1",
            "unreachable lost",
            "unknown-flow jump",
            "no-fallback a",
            "loop a",
            "unset-variable b",
            "handover ok");
  }

  @Test
  void conversationsTakeEveryWayThatCanBeReached() {
    DocumentedFlow flow =
        document(
            """
            {"flows":[{"id":"f","nodes":[
              {"id":"a","type":"question","text":"?","options":["x",{"label":"1","next":"b"},
                {"label":"2","next":"c"}],"fallback":"a"},
              {"id":"b","type":"input","text":"nomor","variable":"n","next":"c"},
              {"id":"c","type":"end","text":"bye"}]}]}
            """);
    assertThat(flow.untried()).isZero();
    assertThat(flow.talks()).allMatch(Talk::complete);
    assertThat(flow.talks().stream().map(FlowsTest::said))
        .containsExactly(
            "asks a, chooses 1, asks nomor, writes n, ends bye",
            "asks a, chooses 2, ends bye",
            "asks a, else, asks a, chooses 2, ends bye");
    assertThat(flow.findings().stream().map(FlowFinding::kind))
        .contains(FlowFinding.Kind.BROKEN_WAY)
        .doesNotContain(FlowFinding.Kind.NO_FALLBACK);
  }

  private static String said(Talk talk) {
    return talk.turns().stream()
        .map(
            turn ->
                (turn.code() + " " + (turn.text().equals("?") ? turn.step() : turn.text())).strip())
        .collect(Collectors.joining(", "));
  }

  private static DocumentedFlow document(String json) {
    Flow flow = OwnFormat.flows("chatbot.json", json, new Problems()).getFirst();
    return ReadFlows.document(flow, Set.of(flow.id()));
  }
}

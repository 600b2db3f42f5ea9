package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class FilesContractTest extends QontakTest {

  private List<String> links() {
    List<String> links = new ArrayList<>();
    for (JsonNode row : client.json(CRM + "/contacts?per_page=100").path("response")) {
      for (JsonNode item : row.path("additional_fields")) {
        String value = item.path("value").asString("");
        if (value.contains("/uploads/")) {
          links.add(URI.create(value).getRawPath());
        }
      }
    }
    return links;
  }

  @Test
  void mediaLinksAreServedWithOneContentForEverAndSomeAreDead() {
    int dead = 0;
    for (String link : links().subList(0, 80)) {
      HttpResponse<byte[]> once = client.plain().bytes(link);
      if (once.statusCode() == 404) {
        dead++;
      } else {
        assertThat(once.body()).isEqualTo(client.plain().bytes(link).body());
      }
    }
    assertThat(dead).isBetween(1, 20);
  }

  @Test
  void mediaCanBeKeptSmall() {
    set("qontak.media-largest", "700");
    for (String link : links().subList(0, 40)) {
      assertThat(client.plain().bytes(link).body()).hasSizeLessThanOrEqualTo(700);
    }
  }

  @Test
  void mediaCanBeKeptFew() {
    int before = links().size();
    set("qontak.media-filled", "15");
    assertThat(links().size()).isPositive().isLessThan(before / 2);
  }

  @Test
  void mediaCanBeMadeToNeedAuthentication() {
    String link = links().getFirst();
    set("qontak.media-auth", "on");
    assertThat(client.plain().get(link).statusCode()).isEqualTo(401);
    assertThat(client.get(link).statusCode()).isNotEqualTo(401);
  }

  @Test
  void anUploadedFileIsServedFromTheLinkThatWasAnswered() {
    String body =
        String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"file\"; filename=\"nota.txt\"",
            "Content-Type: text/plain",
            "",
            "isi berkas",
            "--b--",
            "");
    HttpResponse<String> answer =
        client.send(
            "POST",
            CHAT + "/file_uploader",
            body,
            "Content-Type",
            "multipart/form-data; boundary=b");
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode data = PlainClient.json(answer).path("data");
    assertThat(data.path("filename").asString()).isEqualTo("nota.txt");
    String path = URI.create(data.path("url").asString()).getRawPath();
    assertThat(client.plain().get(path).body()).isEqualTo("isi berkas");
  }

  @Test
  void downloadsHaveLabelsAsHeadingsInTwoLanguages(@TempDir Path folder) throws IOException {
    sandbox.writeExports(folder);
    List<Row> local = sheet(folder.resolve("id/leads_2026_01_05.xlsx"));
    List<Row> english = sheet(folder.resolve("en/leads_2026_01_05.xlsx"));
    assertThat(local).hasSize(401);
    assertThat(local.getFirst().getCellText(0)).isEqualTo("Nama Depan");
    assertThat(english.getFirst().getCellText(0)).isEqualTo("First Name");
    assertThat(sheet(folder.resolve("id/companies_2026_01_05.xlsx"))).hasSize(61);
    assertThat(sheet(folder.resolve("en/tasks_2026_01_05.xlsx"))).hasSize(151);
    List<Row> deals = sheet(folder.resolve("en/deals_2026_01_05.xlsx"));
    assertThat(deals).hasSize(151);
    assertThat(deals.getFirst().getCellText(2)).isEqualTo("Size");
    assertThat(deals).anyMatch(row -> row.getCellText(2).matches("Rp [0-9.]+,00"));
  }

  @Test
  void chatbotFlowsAreWrittenInTheImportFormat(@TempDir Path folder) throws IOException {
    sandbox.writeExports(folder);
    JsonNode document = Json.parse(Files.readString(folder.resolve("chatbot-flows.json")));
    assertThat(document.path("flows")).hasSize(3);
    JsonNode flow = document.path("flows").get(0);
    assertThat(flow.propertyNames())
        .containsExactly("id", "name", "triggers", "channels", "operational_hours", "nodes");
    assertThat(flow.path("nodes").get(0).path("options").get(0).propertyNames())
        .containsExactly("label", "next");
  }

  @Test
  void theAdminOffersTheSameFiles() {
    JsonNode names = PlainClient.json(client.plain().get("/_sandbox/qontak/files"));
    assertThat(names).hasSize(9);
    for (JsonNode name : names) {
      assertThat(client.plain().bytes("/_sandbox/qontak/files/" + name.asString()).statusCode())
          .isEqualTo(200);
    }
    assertThat(client.plain().get("/_sandbox/qontak/files/etc/passwd").statusCode()).isEqualTo(404);
  }

  @Test
  void theChatbotsOwnApiNamesItsPathsButGivesNoTree() {
    String[] bearer = {"Authorization", "Bearer demo-static-token"};
    JsonNode paths = PlainClient.json(client.plain().get("/api/v2/paths", bearer)).path("data");
    assertThat(paths.get(0).propertyNames())
        .containsExactly(
            "id", "name", "bot_type", "keywords", "operational_time_type", "channels", "nlp");
    assertThat(client.plain().get("/api/v2/tree_diagram", bearer).statusCode()).isEqualTo(404);
  }

  private static List<Row> sheet(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in);
        var rows = workbook.getFirstSheet().openStream()) {
      return rows.toList();
    }
  }
}

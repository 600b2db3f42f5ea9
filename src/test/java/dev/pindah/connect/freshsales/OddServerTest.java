package dev.pindah.connect.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.BulkWriter;
import dev.pindah.connect.BulkWriter.Job;
import dev.pindah.connect.Habits;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.RecordWriter.ResolvedLink;
import dev.pindah.connect.Reply;
import dev.pindah.connect.ScriptedServer;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Page;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.connect.http.Tempo;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OddServerTest {
  private static final String API = "/crm/sales/api";

  @TempDir Path folder;
  private final ScriptedServer server = new ScriptedServer(API);
  private final List<String> bodies = server.bodies;
  private final List<String> calls = server.calls;
  private FreshsalesDestination target = destination();

  private FreshsalesDestination destination() {
    return new FreshsalesDestination(
        new FreshsalesSettings(server.url(), "key", Plan.ENTERPRISE, 1, true),
        Clock.systemUTC(),
        new Tempo(10_000),
        (product, endpoint) -> {},
        Habits.ASSUMED);
  }

  @BeforeEach
  void start() {
    says("GET /settings/contacts/fields", 200, "{\"fields\":[]}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void says(String call, int status, String body) {
    server.says(call, status, body);
  }

  private static Payload contact(String id) {
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.put("email", "s" + id + "@contoh.test").put("first_name", "Sari");
    return new Payload(
        new RecordKey(ObjectName.CONTACT, id), TargetModule.CONTACTS, attributes, List.of());
  }

  private Job job(String accepted, String... statuses) {
    says("POST /contacts/bulk_upsert", 200, accepted);
    for (String status : statuses) {
      says("GET /job_statuses/7f3e", 200, status);
    }
    BulkWriter bulk = target.bulk().orElseThrow();
    assertThat(bulk.creates(contact("1"))).isTrue();
    return bulk.create(List.of(contact("1"))) instanceof Reply.Ok<Job>(Job job)
        ? job
        : new Job(false, 99, Set.of());
  }

  @Test
  void jobsTellWhatTheyDidInManyWays() {
    String url = "{\"message\":\"ok\",\"job_status_url\":\"/x/job_statuses/7f3e?a=1\"}";
    assertThat(job(url, "{\"status\":\"QUEUED\"}", "{\"status\":\"Completed\",\"progress\":100}"))
        .isEqualTo(new Job(true, -1, Set.of()));
  }

  @Test
  void aJobMayOnlyShowItsProgressAndItsReportMayBeNoText() {
    assertThat(
            job(
                "{\"job_id\":\"7f3e\"}",
                "{\"progress\":40}",
                "{\"status\":\"?\",\"progress\":100,\"data\":{\"record_status\":{\"failed\":1},"
                    + "\"detailed_failure_report\":[{\"email\":\"S1@contoh.test\"}]}}"))
        .isEqualTo(new Job(true, 1, Set.of("s1@contoh.test")));
  }

  @Test
  void aReportThatIsNoJsonSaysNothing() {
    assertThat(job("{\"id\":\"7f3e\"}", "{\"status\":\"SUCCESS\",\"data\":\"99 of 100\"}"))
        .isEqualTo(new Job(true, -1, Set.of()));
  }

  @Test
  void aJobWithoutAddressIsLeftToTheReadBack() {
    assertThat(job("{\"message\":\"accepted\"}")).isEqualTo(new Job(false, 0, Set.of()));
    assertThat(calls).noneMatch(call -> call.contains("job_statuses"));
  }

  @Test
  void anAccountWithoutBulkIsAskedForItNoMore() {
    says("POST /contacts/bulk_upsert", 405, "");
    BulkWriter bulk = target.bulk().orElseThrow();
    assertThat(bulk.create(List.of(contact("1")))).isInstanceOf(Reply.Refused.class);
    assertThat(bulk.creates(contact("2"))).isFalse();
    assertThat(bulk.updates(contact("2"))).isFalse();
  }

  @Test
  void whoMayNotWriteInBulkStillWritesOneByOne() {
    says("POST /contacts/bulk_upsert", 403, "{\"errors\":{\"message\":[\"not authorized\"]}}");
    BulkWriter bulk = target.bulk().orElseThrow();
    assertThat(bulk.create(List.of(contact("1")))).isInstanceOf(Reply.Refused.class);
    assertThat(bulk.creates(contact("2"))).isFalse();
  }

  @Test
  void anAnswerMayBeTheBareRecordOrNothing() {
    says("POST /contacts", 201, "{\"id\":\"9\",\"email\":\"s1@contoh.test\",\"extra\":{\"x\":1}}");
    says("POST /contacts", 204, "");
    assertThat(target.writer().create(contact("1")))
        .isInstanceOfSatisfying(
            Reply.Ok.class, ok -> assertThat(ok.value()).extracting("id").isEqualTo("9"));
    assertThat(target.writer().create(contact("1")))
        .as("carried out, perhaps: to be looked up")
        .isEqualTo(new Reply.Broken<Row>(true, "the answer to a write carries no record"));
  }

  @Test
  void aListThatIsNotInOrderIsReadToItsEnd() {
    says(
        "GET /contacts/filters",
        200,
        "{\"filters\":[{\"id\":5,\"name\":\"Kontak saya\"},{\"id\":6,\"name\":\"Semua kontak\"}]}");
    String old = "{\"id\":%d,\"updated_at\":\"2020-01-01T00:00:00Z\"}";
    String fresh = "{\"id\":9,\"updated_at\":\"2030-01-01T00:00:00Z\"}";
    says("GET /contacts/view/6", 200, "{\"contacts\":[" + old.formatted(1) + "," + fresh + "]}");
    says("GET /contacts/view/6", 200, "{\"contacts\":[" + fresh + "," + old.formatted(2) + "]}");
    Instant since = Instant.parse("2025-01-01T00:00:00Z");
    Page first = target.reader().changedSince(TargetModule.CONTACTS, since, 1);
    assertThat(first.last()).isFalse();
    assertThat(target.reader().changedSince(TargetModule.CONTACTS, since, 2).last()).isTrue();
  }

  private static final String SEGMENT =
      """
      {"fields":[{"id":1,"name":"cf_segment","label":"Segment","type":"dropdown","default":false,
        "choices":[{"id":"190314101822239882","value":"Retail"}]},
       {"id":2,"name":"cf_minat","label":"Minat","type":"multi_select_dropdown","default":false,
        "choices":[{"id":7,"value":"Kopi"},{"id":8,"value":"Teh"}]},
       {"id":3,"name":"cf_umur","label":"Umur","type":"formula","default":false}]}
      """;

  private static Payload segmented(String id) {
    Payload payload = contact(id);
    payload.attributes().put("cf_segment", "Retail").putArray("cf_minat").add("Kopi").add("Teh");
    return payload;
  }

  private static String made(String custom) {
    return "{\"contact\":{\"id\":9,\"custom_field\":" + custom + "}}";
  }

  @Test
  void choicesThatArePassedOverAreWrittenInAnotherForm() {
    server.forgets("GET /settings/contacts/fields");
    says("GET /settings/contacts/fields", 200, SEGMENT);
    says("POST /contacts", 200, made("{\"cf_segment\":null,\"cf_minat\":[],\"cf_umur\":3}"));
    says("PUT /contacts/9", 200, made("{\"cf_segment\":\"Retail\",\"cf_minat\":null}"));
    says("PUT /contacts/9", 200, made("{\"cf_segment\":\"Retail\",\"cf_minat\":\"\"}"));
    String all = made("{\"cf_segment\":\"Retail\",\"cf_minat\":\"Kopi;Teh\"}");
    says("PUT /contacts/9", 200, all);
    assertThat(target.writer().create(segmented("1")))
        .isInstanceOfSatisfying(
            Reply.Ok.class, ok -> assertThat(((Row) ok.value()).json()).contains("Retail", "Kopi"));
    assertThat(bodies.getLast()).contains("\"cf_minat\":[7,8]").doesNotContain("cf_umur");
    server.forgets("POST /contacts");
    says("POST /contacts", 200, all);
    assertThat(target.writer().create(segmented("2"))).isInstanceOf(Reply.Ok.class);
    assertThat(bodies.getLast())
        .contains("\"cf_segment\":190314101822239882", "\"cf_minat\":[7,8]");
    assertThat(calls.getLast()).as("at once").isEqualTo("POST /contacts");
  }

  @Test
  void aRecordThatIsRefusedForItsChoicesIsSentInAnotherForm() {
    server.forgets("GET /settings/contacts/fields");
    says("GET /settings/contacts/fields", 200, SEGMENT);
    says("POST /contacts", 400, "{\"errors\":{\"message\":[\"Invalid value for Segment\"]}}");
    says("POST /contacts", 200, made("{\"cf_segment\":\"Retail\",\"cf_minat\":[\"Kopi\"]}"));
    assertThat(target.writer().create(segmented("1"))).isInstanceOf(Reply.Ok.class);
    assertThat(bodies.getLast()).contains("\"cf_segment\":190314101822239882");
    assertThat(calls).filteredOn("POST /contacts"::equals).hasSize(2);
  }

  @Test
  void aRecordThatMayStandInAnotherFormIsNotSentInAThird() {
    server.forgets("GET /settings/contacts/fields");
    says("GET /settings/contacts/fields", 200, SEGMENT);
    says("POST /contacts", 400, "{\"errors\":{\"message\":[\"Invalid value for Segment\"]}}");
    says("POST /contacts", 500, "");
    assertThat(target.writer().create(segmented("1")))
        .isInstanceOfSatisfying(Reply.Broken.class, broken -> assertThat(broken.sent()).isTrue());
    assertThat(calls).filteredOn("POST /contacts"::equals).hasSize(2);
  }

  @Test
  void aRecordThatWasMadeStandsThoughItsChoicesCannotBeLookedAt() {
    server.forgets("GET /settings/contacts/fields");
    says("GET /settings/contacts/fields", 200, SEGMENT);
    says("POST /contacts", 200, made("{}"));
    says("GET /contacts/9", 401, "");
    assertThat(target.writer().create(segmented("1"))).isInstanceOf(Reply.Ok.class);
  }

  @Test
  void anAnswerThatShowsLessThanThereIsLosesNothing() {
    server.forgets("GET /settings/contacts/fields");
    says("GET /settings/contacts/fields", 200, SEGMENT);
    says("POST /contacts", 200, made("{}"));
    says("GET /contacts/9", 200, made("{\"cf_segment\":\"Retail\",\"cf_minat\":[\"Kopi\"]}"));
    for (int number = 1; number <= 3; number++) {
      assertThat(target.writer().create(segmented("" + number))).isInstanceOf(Reply.Ok.class);
    }
    assertThat(calls).filteredOn("GET /contacts/9"::equals).hasSize(2);
    assertThat(calls).noneMatch(call -> call.startsWith("PUT"));
  }

  @Test
  void choicesAreReadAsLabelsWhateverStandsThere() {
    server.forgets("GET /settings/contacts/fields");
    says("GET /settings/contacts/fields", 200, SEGMENT);
    says(
        "GET /contacts/9",
        200,
        made(
            "{\"cf_segment\":190314101822239882,\"cf_minat\":[\"8\",{\"id\":7,\"value\":\"Kopi\"}]}"));
    assertThat(target.reader().one(TargetModule.CONTACTS, "9").orElseThrow().json())
        .contains("\"cf_segment\":\"Retail\"", "\"cf_minat\":[\"Teh\",\"Kopi\"]");
  }

  @Test
  void aRecordThatIsRefusedForAnotherReasonIsRefusedSoon() {
    server.forgets("GET /settings/contacts/fields");
    says("GET /settings/contacts/fields", 200, SEGMENT);
    says("POST /contacts", 400, "{\"errors\":{\"message\":[\"no\"]}}");
    for (int number = 1; number <= 5; number++) {
      assertThat(target.writer().create(segmented("" + number))).isInstanceOf(Reply.Refused.class);
    }
    assertThat(calls).filteredOn("POST /contacts"::equals).hasSize(5 + 3 * 2);
  }

  @Test
  void anEndpointThatServedBeforeIsBelievedWhenARecordIsGone() {
    says("GET /contacts/77/notes", 200, "{\"notes\":[{\"id\":1}],\"meta\":{\"total\":1}}");
    assertThat(target.reader().under(TargetModule.NOTES, TargetModule.CONTACTS, "77")).hasSize(1);
    assertThat(target.reader().under(TargetModule.NOTES, TargetModule.CONTACTS, "78")).isEmpty();
    assertThat(calls).filteredOn(call -> call.contains("78/notes")).hasSize(1);
  }

  @Test
  void aLookUpMayBeNestedOnceOrTwice() {
    says("GET /lookup", 200, "{\"contacts\":{\"contacts\":[{\"id\":\"9\"}]}}");
    says("GET /lookup", 200, "{\"contacts\":[{\"id\":9}]}");
    says("GET /contacts/9", 200, made("{}"));
    for (int nested = 2; nested > 0; nested--) {
      assertThat(target.reader().find(TargetModule.CONTACTS, TargetReader.EMAIL, "s@contoh.test"))
          .extracting(Row::id)
          .containsExactly("9");
    }
  }

  @Test
  void aNameThatOnlyBeginsAlikeIsAnother() {
    server.forgets("GET /settings/sales_accounts/fields");
    says("GET /settings/sales_accounts/fields", 200, "{}");
    says(
        "POST /filtered_search/sales_account",
        200,
        "{\"sales_accounts\":[{\"id\":1},{\"id\":2}],\"meta\":{\"total\":2}}");
    for (int id = 1; id <= 2; id++) {
      String name = id == 1 ? "PT Contoh Makmur" : "PT  CONTOH";
      says(
          "GET /sales_accounts/" + id,
          200,
          "{\"sales_account\":{\"id\":" + id + ",\"name\":\"" + name + "\"}}");
    }
    assertThat(target.reader().find(TargetModule.SALES_ACCOUNTS, TargetReader.NAME, "PT Contoh"))
        .extracting(Row::id)
        .containsExactly("2");
  }

  @Test
  void aJobThatNobodyKnowsIsNotWaitedForLong() {
    assertThat(job("{\"id\":\"none\"}")).isEqualTo(new Job(false, 0, Set.of()));
    assertThat(calls).filteredOn("GET /job_statuses/none"::equals).hasSize(4);
  }

  @Test
  void viewsAndStagesMayBeFewAndShort() {
    for (String module : List.of("sales_accounts", "deals")) {
      says("GET /settings/" + module + "/fields", 200, "{\"fields\":[]}");
    }
    for (String module : List.of("contacts", "sales_accounts")) {
      says("GET /" + module + "/filters", 200, "{\"filters\":[{\"id\":4,\"name\":\"Semua\"}]}");
      says("GET /" + module + "/view/4", 200, "{}");
    }
    says(
        "GET /deals/filters",
        200,
        "{\"filters\":[{\"id\":1,\"name\":\"Recycle Bin\"},{\"id\":2,\"name\":\"My Deals\"},"
            + "{\"id\":3,\"name\":\"Won Deals\"},{\"id\":4,\"name\":\"Open Deals\"}]}");
    says("GET /deals/view/3", 200, "{\"deals\":[],\"meta\":{\"total\":5}}");
    says("GET /deals/view/4", 200, "{\"deals\":[],\"meta\":{\"total\":2}}");
    says("GET /selector/owners", 200, "{\"users\":[]}");
    says(
        "GET /selector/deal_pipelines",
        200,
        "{\"deal_pipelines\":[{\"id\":8,\"name\":\"Sales\",\"deal_stages\":[{\"id\":1,\"name\":\"A\"},"
            + "{\"id\":2,\"name\":\"B\"}]}]}");
    says(
        "GET /selector/deal_pipelines/8/deal_stages",
        200,
        "{\"deal_stages\":[{\"id\":1,\"name\":\"A\",\"forecast_type\":\"Open\",\"probability\":\"40\"},"
            + "{\"id\":2,\"name\":\"B\",\"forecast_type\":\"Closed Won\",\"probability\":100}]}");
    Inventory read = target.schema().read();
    assertThat(read.object("deals").orElseThrow().count()).isEqualTo(7);
    assertThat(read.pipelines().getFirst().stages())
        .extracting(stage -> stage.outcome() + " " + stage.probability())
        .containsExactly("OPEN 40", "WON 100");
  }

  @Test
  void aFileIsStreamedWithItsNameAndFoundAgain() throws IOException {
    Path content = Files.writeString(folder.resolve("f"), "isi berkas");
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.put("file_name", "résumé (final).pdf").put("bytes", 10);
    Payload file =
        new Payload(
            new RecordKey(ObjectName.FILE, "ab"),
            TargetModule.FILES,
            attributes,
            List.of(new ResolvedLink(Role.CONTACT, "77")));
    says("POST /documents", 201, "{\"document\":{\"id\":5}}");
    assertThat(target.writer().upload(file, content, "application/pdf"))
        .isInstanceOfSatisfying(
            Reply.Ok.class, ok -> assertThat(ok.value()).extracting("id").isEqualTo("5"));
    assertThat(bodies.getLast())
        .contains("filename=\"résumé (final).pdf\"", "isi berkas", "name=\"targetable_id\"", "77");
    says(
        "GET /contacts/77/document_associations",
        200,
        "{\"documents\":[{\"id\":5,\"content_file_name\":\"résumé"
            + " (final).pdf\",\"size\":\"10\"}]}");
    Row found = target.reader().under(TargetModule.FILES, TargetModule.CONTACTS, "77").getFirst();
    assertThat(found.keys())
        .containsEntry("name", List.of("résumé (final).pdf"))
        .containsEntry("contact", List.of("77"));
    assertThat(found.json()).contains("\"bytes\":10");
    server.forgets("POST /documents");
    says(
        "POST /documents",
        400,
        "{\"errors\":{\"message\":[\"File size exceeds the storage limit\"]}}");
    assertThat(target.writer().upload(file, content, "application/pdf"))
        .isInstanceOfSatisfying(
            Reply.Refused.class, no -> assertThat(no.code()).isEqualTo("storage-full"));
  }
}

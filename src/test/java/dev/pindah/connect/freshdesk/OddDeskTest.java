package dev.pindah.connect.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.RecordWriter.ResolvedLink;
import dev.pindah.connect.Reply;
import dev.pindah.connect.SchemaWriter;
import dev.pindah.connect.ScriptedServer;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.connect.http.Tempo;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.FieldType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the facts of the helpdesk leave open, each way that an account may answer. */
class OddDeskTest {
  private static final String API = "/api/v2";

  private final ScriptedServer server = new ScriptedServer(API);
  private final List<String> bodies = server.bodies;
  private final FreshdeskDestination target = destination();

  private FreshdeskDestination destination() {
    return new FreshdeskDestination(
        new FreshdeskSettings(server.url(), "key", 1, List.of()),
        Clock.systemUTC(),
        new Tempo(10_000),
        (product, endpoint) -> {});
  }

  @BeforeEach
  void start() {
    says("GET /ticket_fields", 200, "[]");
    says("GET /contact_fields", 200, "[]");
    says("GET /company_fields", 200, "[]");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void says(String call, int status, String body) {
    server.says(call, status, body);
  }

  private SchemaWriter schema(TargetModule module) {
    return target.schemaWriter(module, false).orElseThrow();
  }

  @Test
  void choicesThatAreThereKeepTheirIdsAlsoWhereTheFieldComesWrapped() {
    server.forgets("GET /ticket_fields");
    says(
        "GET /ticket_fields",
        200,
        "[{\"id\":22,\"name\":\"cf_kanal\",\"label\":\"Kanal\",\"type\":\"custom_dropdown\","
            + "\"default\":false,\"choices\":[\"Web\"]}]");
    says(
        "GET /admin/ticket_fields/22",
        200,
        "{\"ticket_field\":{\"id\":22,\"choices\":[{\"id\":125,\"value\":\"Web\"}]}}");
    says("PUT /admin/ticket_fields/22", 200, "{}");
    schema(TargetModule.TICKETS).addChoices(TargetModule.TICKETS, "Kanal", List.of("Toko"));
    assertThat(bodies)
        .contains(
            "{\"choices\":[{\"id\":125,\"value\":\"Web\",\"position\":1},"
                + "{\"value\":\"Toko\",\"position\":2}]}");
  }

  @Test
  void aFieldMayBeAskedForOnlyWhenATicketIsClosed() {
    server.forgets("GET /ticket_fields");
    says(
        "GET /ticket_fields",
        200,
        "[{\"id\":22,\"name\":\"cf_sebab\",\"label\":\"Sebab\",\"type\":\"custom_text\","
            + "\"default\":false,\"required_for_agents\":false,\"required_for_closure\":true}]");
    says("GET /agents", 200, "[]");
    assertThat(target.schema().read().object("tickets").orElseThrow().fields())
        .singleElement()
        .matches(field -> field.requiredToClose() && !field.required());
  }

  @Test
  void fieldsOfPeopleAreAskedForWithTheirOwnAttributesOnly() {
    says("POST /contact_fields", 201, "{}");
    says("POST /admin/ticket_fields", 201, "{}");
    schema(TargetModule.DESK_CONTACTS)
        .addField(TargetModule.DESK_CONTACTS, "Segmen", FieldType.TEXT, List.of());
    schema(TargetModule.TICKETS)
        .addField(TargetModule.TICKETS, "Segmen", FieldType.TEXT, List.of());
    assertThat(bodies)
        .contains(
            "{\"label\":\"Segmen\",\"type\":\"custom_text\",\"label_for_customers\":\"Segmen\"}",
            "{\"label\":\"Segmen\",\"type\":\"custom_text\",\"label_for_customers\":\"Segmen\","
                + "\"displayed_to_customers\":false,\"customers_can_edit\":false}");
  }

  @Test
  void anAccountThatPaysNoHeedToAFilterNamesNobody() {
    says(
        "GET /contacts",
        200,
        "[{\"id\":1,\"email\":\"lain@contoh.test\"},{\"id\":2,\"email\":\"Sari@contoh.test\"}]");
    TargetReader reader = target.reader();
    assertThat(reader.find(TargetModule.DESK_CONTACTS, TargetReader.EMAIL, "sari@contoh.test"))
        .extracting(Row::id)
        .containsExactly("2");
    assertThat(
            reader.find(
                TargetModule.DESK_CONTACTS,
                TargetReader.MARKER,
                TargetReader.marker(new RecordKey(ObjectName.CONTACT, "7").atDesk())))
        .isEmpty();
    assertThat(reader.find(TargetModule.DESK_COMPANIES, TargetReader.NAME, "PT Contoh")).isEmpty();
  }

  @Test
  void aNoteReadUnderItsTicketHangsOnIt() {
    says(
        "GET /tickets/101/conversations",
        200,
        "[{\"id\":88,\"body\":\"<div>[qontak:note:5] x</div>\"}]");
    assertThat(target.reader().under(TargetModule.DESK_NOTES, TargetModule.TICKETS, "101"))
        .singleElement()
        .extracting(Row::keys)
        .isEqualTo(
            Map.of(TargetReader.MARKER, List.of("note:5"), TargetReader.TICKET, List.of("101")));
  }

  private static Payload note() {
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.put("body", "isi");
    return new Payload(
        new RecordKey(ObjectName.NOTE, "5"),
        TargetModule.DESK_NOTES,
        attributes,
        List.of(new ResolvedLink(Role.TICKET, "101")));
  }

  @Test
  void refusalsComeInSeveralForms() {
    says(
        "POST /tickets/101/notes",
        403,
        "{\"code\":\"require_feature\",\"message\":\"The Notes feature is not supported\"}");
    says("POST /tickets/101/notes", 413, "");
    says("POST /tickets/101/notes", 400, "{\"code\":\"invalid_json\",\"message\":\"no JSON\"}");
    says("POST /tickets/101/notes", 409, "");
    assertThat(List.of(create(), create(), create(), create()))
        .containsExactly(
            "require-feature: The Notes feature is not supported",
            "too-large: answers 413",
            "invalid-json: no JSON",
            "refused-409: answers 409");
  }

  private String create() {
    return target.writer().create(note()) instanceof Reply.Refused<Row>(String code, String reason)
        ? code + ": " + reason
        : "";
  }
}

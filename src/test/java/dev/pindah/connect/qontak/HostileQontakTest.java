package dev.pindah.connect.qontak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.Branch;
import dev.pindah.connect.RecordReader.Page;
import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.http.Account;
import dev.pindah.connect.http.Budget;
import dev.pindah.connect.http.Call;
import dev.pindah.connect.http.Tempo;
import dev.pindah.connect.qontak.RuledServer.Answer;
import dev.pindah.connect.qontak.RuledServer.Query;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.RecordKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the facts leave open, each way that an account may answer. */
class HostileQontakTest {
  private final RuledServer server = new RuledServer();
  private final List<String> asked = server.asked;
  private RecordReader records = source(Clock.systemUTC()).records();

  private QontakSource source(Clock clock) {
    return new QontakSource(
        new QontakSettings(
            server.url(),
            new QontakSettings.Hmac("client", "secret"),
            "acting",
            "/crm",
            "/chat",
            OptionalDouble.of(1000),
            List.of()),
        clock,
        new Tempo(1000),
        (product, endpoint) -> {});
  }

  private void serve(Function<Query, Answer> rule) {
    server.serve(rule);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Answer ok(String body) {
    return new Answer(200, body);
  }

  private static String rows(int from, int to) {
    return IntStream.range(from, Math.max(from, to))
        .mapToObj(id -> "{\"id\":" + id + ",\"name\":\"row\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private Set<String> readAll(ObjectName object) {
    Set<String> ids = new LinkedHashSet<>();
    for (int number = 1; number < 100; number++) {
      Page page = records.page(object, number);
      page.records().forEach(row -> ids.add(row.key().id()));
      if (page.last()) {
        return ids;
      }
    }
    throw new AssertionError("no end");
  }

  private static Answer page(Query query, int clamp, int all, String envelope) {
    int size = Math.min(clamp, query.number("per_page"));
    int from = (query.number("page") - 1) * size;
    return ok("{\"response\":" + rows(from, Math.min(all, from + size)) + envelope + "}");
  }

  @Test
  void aClampedPageIsNoticedThoughPagesAreCountedByTheSizeThatWasAskedFor() {
    serve(
        query ->
            page(
                query,
                25,
                93,
                ",\"page\":" + query.number("page") + ",\"total_page\":1,\"total_data\":\"93\""));
    assertThat(readAll(ObjectName.DEAL)).hasSize(93);
  }

  @Test
  void aListThatIsReadAgainEndsItsPagesElsewhereAlsoBelowAClamp() {
    serve(query -> page(query, 25, 60, ",\"total_data\":60"));
    assertThat(readAll(ObjectName.CONTACT)).hasSize(60);
    asked.clear();
    for (int number = 1; number <= 4; number++) {
      records.page(ObjectName.CONTACT, number, 2);
    }
    assertThat(records.page(ObjectName.CONTACT, 1, 3).records()).hasSize(11);
    assertThat(asked)
        .extracting(call -> call.replaceAll(".*[?]", ""))
        .containsExactly(
            "page=1&per_page=18",
            "page=2&per_page=18",
            "page=3&per_page=18",
            "page=4&per_page=18",
            "page=1&per_page=11");
  }

  @Test
  void aSizeThatIsRefusedIsReplacedByTheDocumentedOne() {
    serve(
        query ->
            query.number("per_page") > 25
                ? new Answer(422, "{\"meta\":{\"status\":422,\"developer_message\":\"no\"}}")
                : page(query, 25, 60, ",\"total_page\":3"));
    assertThat(readAll(ObjectName.CONTACT)).hasSize(60);
  }

  @Test
  void withoutAnyCountAnEmptyPageIsTheEnd() {
    serve(query -> page(query, 25, 60, ",\"total_data\":null"));
    assertThat(readAll(ObjectName.COMPANY)).hasSize(60);
  }

  @Test
  void countsThatAreNoNumbersAreNone() {
    serve(
        query ->
            page(
                query,
                100,
                120,
                ",\"total_data\":99999999999999999999999,\"total_page\":\"many\",\"page\":[]"));
    assertThat(readAll(ObjectName.COMPANY)).hasSize(120);
  }

  @Test
  void aPageBeyondTheEndMayBeMissing() {
    serve(
        query ->
            query.number("page") > 2
                ? new Answer(404, "{\"meta\":{\"status\":404}}")
                : page(query, 100, 200, ""));
    assertThat(readAll(ObjectName.TICKET)).hasSize(200);
  }

  @Test
  void aPageBeyondTheEndMayBeTheLastOneAgain() {
    serve(
        query ->
            page(
                new Query(
                    query.path(),
                    Map.of("per_page", "100", "page", "" + Math.min(2, query.number("page")))),
                100,
                150,
                ""));
    assertThat(readAll(ObjectName.TICKET)).hasSize(150);
  }

  @Test
  void anEndpointThatIgnoresThePageEnds() {
    serve(query -> ok("{\"crm_properties\":" + rows(0, 40) + "}"));
    assertThat(readAll(ObjectName.PRODUCT)).hasSize(40);
    assertThat(asked).hasSize(2);
  }

  private static Answer chat(Query query, int clamp, int all, String pagination) {
    int size = Math.min(clamp, query.number("limit"));
    int from = (query.number("offset") - 1) * size;
    return ok(
        "{\"status\":\"success\",\"data\":"
            + rows(from, Math.min(all, from + size))
            + ",\"meta\":{\"pagination\":"
            + pagination
            + "}}");
  }

  @Test
  void aChatListThatIsClampedInSilenceIsReadToItsEnd() {
    serve(query -> chat(query, 10, 34, "{\"limit\":" + query.number("limit") + ",\"total\":10}"));
    assertThat(readAll(ObjectName.ROOM)).hasSize(34);
    assertThat(asked).hasSize(4);
  }

  @Test
  void aShortChatListCostsOneCall() {
    serve(query -> chat(query, 100, 7, "{}"));
    assertThat(readAll(ObjectName.TEMPLATE)).hasSize(7);
    assertThat(asked).hasSize(1);
  }

  @Test
  void membersOfAListAndUsersAreReadBeyondAClamp() {
    serve(query -> chat(query, 10, 25, "null"));
    Branch members = new Branch(ObjectName.LIST_MEMBER, ObjectName.LIST);
    assertThat(records.children(members, new RecordKey(ObjectName.LIST, "a"))).hasSize(25);
    assertThat(QontakPeople.directory(new QontakApi(account(Clock.systemUTC()), "/crm", "/chat")))
        .hasSize(25);
  }

  @Test
  void whoIsOnlyAssignedIsAUserToo() {
    JsonMapper json = JsonMapper.shared();
    String schema =
        """
        [{"name":"user_id","dropdown":[{"id":1,"name":"Budi"},{"id":2,"name":"Ani"}]},
         {"name":"creator_id","dropdown":[{"id":1,"name":"Budi","email":"budi@contoh.test"}]},
         {"name":"reporter_id","dropdown":null}]
        """;
    String directory =
        """
        [{"id":"u1","full_name":"Ani","email":"ani@contoh.test","role":"agent"}]
        """;
    assertThat(
            QontakPeople.join(
                List.of(json.readTree(schema).valueStream().toList()),
                json.readTree(directory).valueStream().toList()))
        .extracting(person -> person.id() + " " + person.email() + " " + person.role())
        .containsExactly("1 budi@contoh.test ", "2 ani@contoh.test agent");
  }

  private Account account(Clock clock) {
    return new Account(
        Product.QONTAK,
        server.url(),
        call -> Map.of(),
        Budget.steady(1000, new Tempo(1000)),
        new Tempo(1000),
        (product, endpoint) -> {},
        clock,
        Duration.ofSeconds(1));
  }

  @Test
  void notesOfAParentMayBePagedAfterAll() {
    serve(query -> page(query, 1, 5, ",\"total_page\":5"));
    Branch notes = new Branch(ObjectName.NOTE, ObjectName.DEAL);
    assertThat(records.children(notes, new RecordKey(ObjectName.DEAL, "7"))).hasSize(5);
    assertThat(asked.getFirst()).isEqualTo("/crm/notes?crm_deal_id=7");
  }

  @Test
  void notesOfOthersAreNotThisRecordsNotes() {
    serve(
        query ->
            ok(
                "{\"response\":[{\"id\":1,\"crm_person_id\":7,\"crm_deal_id\":9},"
                    + "{\"id\":2,\"crm_person_id\":8},{\"id\":3,\"crm_person_id\":null}]}"));
    Branch notes = new Branch(ObjectName.NOTE, ObjectName.CONTACT);
    assertThat(records.children(notes, new RecordKey(ObjectName.CONTACT, "7")))
        .extracting(record -> record.key().id())
        .containsExactly("1", "3");
  }

  @Test
  void lineItemsWithoutACountAreAskedOnWhileAPageMayBeFull() {
    serve(query -> page(query, 25, 30, ",\"total_current_data\":25"));
    Branch items = new Branch(ObjectName.LINE_ITEM, ObjectName.DEAL);
    assertThat(records.children(items, new RecordKey(ObjectName.DEAL, "7"))).hasSize(30);
  }

  @Test
  void aRecordMayComeAsAListAndAConversationAsOneRoom() {
    serve(
        query ->
            ok(
                query.path().endsWith("chat-history")
                    ? "{\"response\":{\"room_id\":\"r1\",\"chat_contents\":[]}}"
                    : "{\"response\":[{\"id\":\"8\"},{\"id\":\"7\",\"name\":\"x\"}]}"));
    RecordKey contact = new RecordKey(ObjectName.CONTACT, "7");
    assertThat(records.one(contact).map(RawRecord::json)).hasValue("{\"id\":\"7\",\"name\":\"x\"}");
    assertThat(records.children(new Branch(ObjectName.CHAT, ObjectName.CONTACT), contact))
        .hasSize(1);
  }

  @Test
  void secretsOfAChannelAreNotKept() {
    serve(
        query ->
            ok(
                """
                {"data":[{"id":"c1","target_channel":"wa_cloud","webhook":"w-secret",
                  "settings":{"account_name":"CS","pin":"p-secret","authorization":"a-secret",
                  "phone_number":"+62 811-0000-0001"}}]}
                """));
    String kept = records.page(ObjectName.CHANNEL, 1).records().getFirst().json();
    assertThat(kept).contains("wa_cloud", "CS").doesNotContain("secret");
    assertThat(records.one(new RecordKey(ObjectName.CHANNEL, "c1")).orElseThrow().json())
        .doesNotContain("secret");
  }

  @Test
  void anIdFromOutsideCannotChangeThePath() {
    serve(query -> new Answer(404, "{}"));
    List<String> ids = new ArrayList<>(List.of("../../users", "a?x=1", "a b/c"));
    ids.forEach(id -> records.one(new RecordKey(ObjectName.LIST, id)));
    assertThat(asked)
        .containsExactly(
            "/chat/contacts/contact_lists/%2E%2E%2F%2E%2E%2Fusers",
            "/chat/contacts/contact_lists/a%3Fx%3D1", "/chat/contacts/contact_lists/a%20b%2Fc");
  }

  @Test
  void whatIsNotAllowedNamesTheEndpoint() {
    serve(query -> new Answer(403, "{\"message\":\"You cannot consume this service\"}"));
    assertThatThrownBy(() -> records.page(ObjectName.ROOM, 1))
        .isInstanceOfSatisfying(
            RemoteException.class, denied -> assertThat(denied.kind()).isEqualTo(Kind.DENIED))
        .hasMessageContaining("GET /chat/rooms")
        .hasMessageContaining("403");
  }

  @Test
  void aTimelineThatIsNotServedIsSaidToBeUnsupported() {
    serve(query -> new Answer(405, ""));
    assertThatThrownBy(
            () ->
                records.children(
                    new Branch(ObjectName.TIMELINE, ObjectName.DEAL),
                    new RecordKey(ObjectName.DEAL, "7")))
        .isInstanceOfSatisfying(
            RemoteException.class, off -> assertThat(off.kind()).isEqualTo(Kind.UNSUPPORTED));
  }

  @Test
  void anErrorInsideA200IsAnError() {
    serve(
        query -> ok("{\"meta\":{\"status\":404,\"developer_message\":\"gone\"},\"response\":[]}"));
    assertThat(records.one(new RecordKey(ObjectName.DEAL, "7"))).isEmpty();
  }

  @Test
  void callsThatWereUnderWayTogetherShareOneNewToken() {
    List<String> logins = new CopyOnWriteArrayList<>();
    serve(
        query -> {
          logins.add("login");
          return ok("{\"access_token\":\"t" + logins.size() + "\"}");
        });
    PasswordAuth auth =
        new PasswordAuth(new QontakSettings.Password("budi", "secret"), account(Clock.systemUTC()));
    Call call = Call.get("/crm/deals", "/crm/deals");
    Map<String, String> first = auth.headers(call);
    assertThat(auth.renew(first)).isTrue();
    Map<String, String> second = auth.headers(call);
    assertThat(auth.renew(first)).as("the slower of two").isTrue();
    assertThat(auth.headers(call)).isEqualTo(second);
    assertThat(logins).hasSize(2);
  }

  @Test
  void aGrantThatIsNotGivenIsAMatterOfTheCredentials() {
    serve(query -> new Answer(400, "{\"error\":\"invalid_grant\"}"));
    PasswordAuth auth =
        new PasswordAuth(new QontakSettings.Password("budi", "secret"), account(Clock.systemUTC()));
    assertThatThrownBy(() -> auth.headers(Call.get("/crm/deals", "/crm/deals")))
        .isInstanceOfSatisfying(
            RemoteException.class, denied -> assertThat(denied.kind()).isEqualTo(Kind.DENIED))
        .hasMessageContaining("check username and password")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aClockThatIsWrongIsSaidAndNothingIsRepeated() {
    serve(query -> new Answer(401, "{\"message\":\"Unauthorized\"}"));
    records = source(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10))).records();
    assertThatThrownBy(() -> records.page(ObjectName.CONTACT, 1))
        .hasMessageContaining("401")
        .hasMessageMatching("(?s).*clock is (599|600|601) s off.*");
    assertThat(asked).hasSize(1);
  }
}

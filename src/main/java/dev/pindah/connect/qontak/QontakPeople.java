package dev.pindah.connect.qontak;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.model.schema.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The users of an account. No endpoint lists them with the ids that records use: those stand in the
 * owner lists of the schemas (only the deals' list carries e-mails), roles in the chat directory.
 */
final class QontakPeople {
  private static final int PAGE_SIZE = 100;
  private static final int LAST_PAGE = 1_000;

  /** Fields that list users: owners, then assignees and reporters, who may own nothing. */
  private static final List<String> PEOPLE = List.of("creator_id", "user_id", "reporter_id");

  private QontakPeople() {}

  static List<Person> join(List<List<JsonNode>> schemas, List<JsonNode> directory) {
    Map<String, Person> people = new LinkedHashMap<>();
    for (String field : PEOPLE) {
      schemas.stream()
          .flatMap(List::stream)
          .filter(known -> QontakApi.text(known.path("name")).equals(field))
          .flatMap(known -> known.path("dropdown").valueStream())
          .forEach(option -> add(option, people));
    }
    Set<String> known = new HashSet<>();
    List<Person> joined = new ArrayList<>();
    for (Person person : people.values()) {
      Optional<JsonNode> entry = entry(person, directory);
      joined.add(entry.map(found -> withRole(person, found)).orElse(person));
      entry.ifPresent(found -> known.add(QontakApi.text(found.path("id"))));
    }
    directory.stream()
        .filter(entry -> !known.contains(QontakApi.text(entry.path("id"))))
        .map(QontakPeople::chatOnly)
        .forEach(joined::add);
    return joined;
  }

  private static void add(JsonNode option, Map<String, Person> people) {
    String id = QontakApi.text(option.path("id"));
    if (id.isEmpty()) {
      return;
    }
    String email = QontakApi.text(option.path("email"));
    Person person = new Person(id, QontakApi.text(option.path("name")), email, true, "");
    people.merge(id, person, (first, again) -> first.email().isEmpty() ? again : first);
  }

  private static Optional<JsonNode> entry(Person person, List<JsonNode> directory) {
    if (!person.email().isEmpty()) {
      return directory.stream()
          .filter(entry -> fold(entry, "email").equals(person.email().toLowerCase(Locale.ROOT)))
          .findFirst();
    }
    // Display names repeat, so a name joins only when nobody else has it.
    List<JsonNode> namesakes =
        directory.stream()
            .filter(
                entry -> fold(entry, "full_name").equals(person.name().toLowerCase(Locale.ROOT)))
            .toList();
    return namesakes.size() == 1 ? Optional.of(namesakes.getFirst()) : Optional.empty();
  }

  private static Person withRole(Person person, JsonNode entry) {
    return new Person(
        person.id(),
        person.name(),
        person.email().isEmpty() ? QontakApi.text(entry.path("email")) : person.email(),
        true,
        QontakApi.text(entry.path("role")));
  }

  private static Person chatOnly(JsonNode entry) {
    return new Person(
        "chat:" + QontakApi.text(entry.path("id")),
        QontakApi.text(entry.path("full_name")),
        QontakApi.text(entry.path("email")),
        true,
        QontakApi.text(entry.path("role")));
  }

  private static String fold(JsonNode entry, String member) {
    return QontakApi.text(entry.path(member)).toLowerCase(Locale.ROOT);
  }

  /** The chat panel's users; empty when the account has no chat or the credentials no scope. */
  static List<JsonNode> directory(QontakApi api) {
    Map<String, JsonNode> users = new LinkedHashMap<>();
    int first = 0;
    for (int page = 1; page <= LAST_PAGE; page++) {
      List<JsonNode> rows;
      try {
        rows = QontakApi.rows(api.chat("/users?offset=" + page + "&limit=" + PAGE_SIZE, "/users"));
      } catch (RemoteException noChat) {
        if (noChat.kind() == Kind.UNREACHABLE) {
          throw noChat;
        }
        break;
      }
      int before = users.size();
      rows.forEach(row -> users.putIfAbsent(QontakApi.text(row.path("id")), row));
      first = page == 1 ? rows.size() : first;
      if (QontakLists.ends(rows.size(), page, first) || users.size() == before) {
        break;
      }
    }
    return List.copyOf(users.values());
  }
}

package dev.pindah.journey.discover;

import dev.pindah.model.ObjectName;
import dev.pindah.model.audit.Issue;
import dev.pindah.model.row.Phones;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks for what makes records hard to move: duplicates, broken addresses, orphans, dead owners.
 */
final class DataQuality {
  private static final int EXAMPLES = 10;

  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,;]+@[^@\\s,;.]+(\\.[^@\\s,;.]+)*\\.[A-Za-z]{2,}");

  private static final List<String> PARENTS =
      List.of("crm_person_id", "crm_lead_ids", "crm_company_id", "crm_deal_id");

  private record Place(String code, ObjectName object) {}

  private static final class Found {
    private long records;
    private final List<String> examples = new ArrayList<>();
  }

  private final Map<Place, Found> found = new LinkedHashMap<>();
  private final Map<ObjectName, Long> looked = new EnumMap<>(ObjectName.class);
  private final Set<String> owners;

  /** Half a hash of each value seen: two million of them still fit. */
  private final Map<String, Set<Long>> values = new LinkedHashMap<>();

  private final Map<ObjectName, Set<String>> ids = new EnumMap<>(ObjectName.class);
  private final Set<ObjectName> complete = new HashSet<>();

  DataQuality(Inventory source) {
    this.owners =
        source.people().stream()
            .filter(Person::active)
            .map(Person::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Says that all records of an object were looked at, so that references to others are orphans.
   */
  void complete(ObjectName object) {
    complete.add(object);
  }

  void look(ObjectName object, String id, SourceRow row) {
    looked.merge(object, 1L, Long::sum);
    switch (object) {
      case CONTACT -> contact(id, row);
      case COMPANY -> {
        ids.computeIfAbsent(object, any -> new HashSet<>()).add(id);
        repeated("duplicate-name", object, id, folded(row.text("name")));
        if (row.text("name").isBlank()) {
          add("no-name", object, id);
        }
      }
      case DEAL -> {
        if (row.ids("crm_lead_ids").isEmpty() && row.ids("crm_company_id").isEmpty()) {
          add("no-parent", object, id);
        }
        orphan(object, id, row);
      }
      case TASK, TICKET -> {
        if (PARENTS.stream().allMatch(member -> row.ids(member).isEmpty())) {
          add("no-parent", object, id);
        }
      }
      default -> {
        return;
      }
    }
    owner(object, id, row);
  }

  private void contact(String id, SourceRow row) {
    String email = row.text("email");
    if (email.isBlank()) {
      add("no-email", ObjectName.CONTACT, id);
    } else if (!EMAIL.matcher(email).matches()) {
      add("broken-email", ObjectName.CONTACT, id);
    } else {
      repeated("duplicate-email", ObjectName.CONTACT, id, folded(email));
    }
    String phone = row.value("crm_phones").text();
    if (!phone.isBlank()) {
      Phones.parse(phone)
          .ifPresentOrElse(
              number -> repeated("duplicate-phone", ObjectName.CONTACT, id, number.e164()),
              () -> add("broken-phone", ObjectName.CONTACT, id));
    }
    orphan(ObjectName.CONTACT, id, row);
  }

  /** A company that a record names and that is nowhere. */
  private void orphan(ObjectName object, String id, SourceRow row) {
    Set<String> known = ids.getOrDefault(ObjectName.COMPANY, Set.of());
    if (complete.contains(ObjectName.COMPANY)
        && row.ids("crm_company_id").stream().anyMatch(company -> !known.contains(company))) {
      add("orphan", object, id);
    }
  }

  private void owner(ObjectName object, String id, SourceRow row) {
    String member =
        object == ObjectName.TASK || object == ObjectName.TICKET ? "user_id" : "creator_id";
    List<String> owner = row.ids(member);
    if (!owner.isEmpty() && !owners.contains(owner.getFirst())) {
      add("dead-owner", object, id);
    }
  }

  private void repeated(String code, ObjectName object, String id, String value) {
    if (value.isBlank()) {
      return;
    }
    long half =
        UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    if (!values.computeIfAbsent(code, any -> new HashSet<>()).add(half)) {
      add(code, object, id);
    }
  }

  private void add(String code, ObjectName object, String id) {
    Found issue = found.computeIfAbsent(new Place(code, object), any -> new Found());
    issue.records++;
    if (issue.examples.size() < EXAMPLES) {
      issue.examples.add(id);
    }
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  List<Issue> issues() {
    return found.entrySet().stream()
        .map(
            entry ->
                new Issue(
                    entry.getKey().code(),
                    entry.getKey().object().wire(),
                    entry.getValue().records,
                    looked.getOrDefault(entry.getKey().object(), 0L),
                    entry.getValue().examples))
        .toList();
  }

  Map<ObjectName, Long> looked() {
    return Map.copyOf(looked);
  }
}

package dev.pindah.sandbox.freshdesk.desk;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every field of the desk, and the values of its statuses and ticket types. */
public final class DeskFields {

  /** What has fields; only those of tickets are named with {@code cf_}. */
  public enum Of {
    TICKETS,
    CONTACTS,
    COMPANIES
  }

  /** A custom field as it is asked for. */
  public record Wanted(
      String label,
      String labelForCustomers,
      String type,
      boolean requiredForAgents,
      boolean requiredForClosure,
      List<String> values) {}

  private static final long FIRST = 103_000_001_001L;

  private final Map<Of, Map<Long, DeskField>> fields = new EnumMap<>(Of.class);
  private final Map<Integer, String> statuses = new LinkedHashMap<>();
  private final List<String> types =
      new ArrayList<>(List.of("Question", "Incident", "Problem", "Feature Request"));
  private final InstantSource clock;
  private long nextId = FIRST;

  DeskFields(InstantSource clock) {
    this.clock = clock;
    statuses.put(2, "Open");
    statuses.put(3, "Pending");
    statuses.put(4, "Resolved");
    statuses.put(5, "Closed");
    statuses.put(6, "Waiting on Customer");
    statuses.put(7, "Waiting on Third Party");
    for (Of of : Of.values()) {
      fields.put(of, new LinkedHashMap<>());
    }
    for (String name :
        List.of("requester", "subject", "ticket_type", "status", "priority", "source")) {
      standard(Of.TICKETS, name, !name.equals("ticket_type"));
    }
    for (String name : List.of("group", "agent", "company")) {
      standard(Of.TICKETS, name, false);
    }
    standard(Of.TICKETS, "description", true);
    for (String name :
        List.of("name", "job_title", "email", "phone", "mobile", "company_name", "address")) {
      standard(Of.CONTACTS, name, name.equals("name"));
    }
    for (String name : List.of("name", "description", "note", "domains", "industry")) {
      standard(Of.COMPANIES, name, name.equals("name"));
    }
  }

  public Map<Integer, String> statuses() {
    return Map.copyOf(statuses);
  }

  public List<String> types() {
    return List.copyOf(types);
  }

  /** Adds a status from 8 up. */
  public int addStatus(String label) {
    int code = 2 + statuses.size();
    statuses.put(code, label);
    return code;
  }

  public void addType(String label) {
    if (!types.contains(label)) {
      types.add(label);
    }
  }

  public Collection<DeskField> all(Of of) {
    return List.copyOf(map(of).values());
  }

  public List<DeskField> custom(Of of) {
    return all(of).stream().filter(field -> !field.isDefault()).toList();
  }

  public Optional<DeskField> find(Of of, long id) {
    return Optional.ofNullable(map(of).get(id));
  }

  /** A custom field by its name. */
  public Optional<DeskField> named(Of of, String name) {
    return custom(of).stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Makes a field; its name comes from the label, with a number behind it when that is taken. */
  public DeskField add(Of of, Wanted wanted) {
    long id = nextId++;
    String slug = wanted.label().strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String name = of == Of.TICKETS ? "cf_" + slug : slug;
    boolean taken = all(of).stream().anyMatch(field -> field.name().equals(name));
    DeskField field =
        new DeskField(
            id,
            taken ? name + id % 1_000_000 : name,
            wanted.label(),
            wanted.labelForCustomers(),
            wanted.type(),
            false,
            map(of).size() + 1,
            wanted.requiredForAgents(),
            wanted.requiredForClosure(),
            wanted.values(),
            now());
    map(of).put(id, field);
    return field;
  }

  public DeskField change(Of of, DeskField field, Wanted wanted) {
    DeskField changed =
        field.with(
            wanted.label(),
            wanted.requiredForAgents(),
            wanted.requiredForClosure(),
            wanted.values());
    map(of).put(field.id(), changed);
    return changed;
  }

  public void remove(Of of, long id) {
    map(of).remove(id);
  }

  private void standard(Of of, String name, boolean required) {
    long id = nextId++;
    String label = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    int position = map(of).size() + 1;
    map(of)
        .put(
            id,
            new DeskField(
                id,
                name,
                label.replace('_', ' '),
                label.replace('_', ' '),
                "default_" + name,
                true,
                position,
                required,
                false,
                List.of(),
                now()));
  }

  private Map<Long, DeskField> map(Of of) {
    return fields.computeIfAbsent(of, _ -> new LinkedHashMap<>());
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}

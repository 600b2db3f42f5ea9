package dev.pindah.journey.handoff;

import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.kit.RoleRow;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.schema.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Who may do what in the source, in which team, and which role comes nearest on the target. */
final class ReadRoles {
  private ReadRoles() {}

  static List<RoleRow> read(Ledger ledger, Optional<Mapping> mapping) {
    Map<String, TreeSet<String>> teams = new HashMap<>();
    SourceRows.each(
        ledger,
        ObjectName.DIVISION,
        (record, row) -> {
          for (JsonNode user : row.path("users")) {
            teams
                .computeIfAbsent(email(user.path("email")), first -> new TreeSet<>())
                .add(SourceRows.text(row.path("name")));
          }
        });
    Map<String, String> owners = new HashMap<>();
    mapping.stream()
        .flatMap(known -> known.owners().stream())
        .forEach(rule -> owners.put(rule.id(), rule.to()));
    List<RoleRow> rows = new ArrayList<>();
    for (Person person :
        ledger
            .read(tables -> tables.inventories().latest(Product.QONTAK))
            .map(inventory -> inventory.people())
            .orElse(List.of())) {
      String email = person.email().strip().toLowerCase(Locale.ROOT);
      rows.add(
          new RoleRow(
              person.id(),
              person.name(),
              person.email(),
              person.role(),
              person.active(),
              email.isEmpty() ? List.of() : List.copyOf(teams.getOrDefault(email, new TreeSet<>())),
              owners.getOrDefault(person.id(), ""),
              proposal(person)));
    }
    return rows;
  }

  private static String email(JsonNode value) {
    return SourceRows.text(value).toLowerCase(Locale.ROOT);
  }

  private static String proposal(Person person) {
    if (!person.active()) {
      return "none";
    }
    return switch (person.role().strip().toLowerCase(Locale.ROOT)) {
      case "owner" -> "account-admin";
      case "admin" -> "admin";
      case "supervisor", "manager" -> "sales-manager";
      case "agent", "member", "sales" -> "sales-user";
      default -> "restricted";
    };
  }
}

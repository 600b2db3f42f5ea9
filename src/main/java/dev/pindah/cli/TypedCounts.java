package dev.pindah.cli;

import dev.pindah.model.ObjectName;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Volumes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Counts that stand in for a discovery. */
final class TypedCounts {
  /** Nobody has more records of one kind than this. */
  private static final long MOST = 1_000_000_000L;

  private static final double MEGABYTE = 1e6;

  @Option(names = "--contacts", paramLabel = "N", description = "contacts")
  @Nullable Long contacts;

  @Option(names = "--companies", paramLabel = "N", description = "companies")
  @Nullable Long companies;

  @Option(names = "--deals", paramLabel = "N", description = "deals")
  @Nullable Long deals;

  @Option(names = "--tasks", paramLabel = "N", description = "tasks")
  @Nullable Long tasks;

  @Option(names = "--tickets", paramLabel = "N", description = "tickets")
  @Nullable Long tickets;

  @Option(names = "--notes", paramLabel = "N", description = "notes")
  @Nullable Long notes;

  @Option(names = "--chats", paramLabel = "N", description = "contacts and deals with a chat")
  @Nullable Long chats;

  @Option(names = "--products", paramLabel = "N", description = "products")
  @Nullable Long products;

  @Option(names = "--line-items", paramLabel = "N", description = "items of deals")
  @Nullable Long lineItems;

  @Option(names = "--lists", paramLabel = "N", description = "static lists")
  @Nullable Long lists;

  @Option(names = "--list-members", paramLabel = "N", description = "members of all lists")
  @Nullable Long listMembers;

  @Option(names = "--files", paramLabel = "N", description = "files")
  @Nullable Long files;

  @Option(
      names = "--file-size",
      paramLabel = "MB",
      description = "megabytes of a usual file (default: 0.4, between 0.05 and 2)")
  @Nullable Double fileSize;

  @Option(names = "--users", paramLabel = "N", description = "users")
  @Nullable Long users;

  @Option(names = "--custom-fields", paramLabel = "N", description = "fields of the customer's own")
  @Nullable Long customFields;

  @Option(names = "--pipelines", paramLabel = "N", description = "sales pipelines")
  @Nullable Long pipelines;

  @Option(names = "--templates", paramLabel = "N", description = "WhatsApp templates")
  @Nullable Long templates;

  @Option(names = "--chatbots", paramLabel = "N", description = "chatbot flows")
  @Nullable Long chatbots;

  /** Whether a count of records was typed; the others only refine one. */
  boolean any() {
    return records().values().stream().anyMatch(count -> count != null);
  }

  private Map<ObjectName, @Nullable Long> records() {
    Map<ObjectName, @Nullable Long> counts = new EnumMap<>(ObjectName.class);
    counts.put(ObjectName.CONTACT, contacts);
    counts.put(ObjectName.COMPANY, companies);
    counts.put(ObjectName.DEAL, deals);
    counts.put(ObjectName.TASK, tasks);
    counts.put(ObjectName.TICKET, tickets);
    counts.put(ObjectName.NOTE, notes);
    counts.put(ObjectName.CHAT, chats);
    counts.put(ObjectName.PRODUCT, products);
    counts.put(ObjectName.LINE_ITEM, lineItems);
    counts.put(ObjectName.LIST, lists);
    counts.put(ObjectName.LIST_MEMBER, listMembers);
    counts.put(ObjectName.FILE, files);
    return counts;
  }

  /** What is wrong with them, all at once. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    Map<String, @Nullable Long> all = new java.util.LinkedHashMap<>();
    records().forEach((object, count) -> all.put(option(object), count));
    all.put("--users", users);
    all.put("--custom-fields", customFields);
    all.put("--pipelines", pipelines);
    all.put("--templates", templates);
    all.put("--chatbots", chatbots);
    all.forEach(
        (option, count) -> {
          if (count != null && (count < 0 || count > MOST)) {
            problems.add(option + " takes a whole number from 0 to 1,000,000,000");
          }
        });
    if (fileSize != null && !(fileSize >= 0 && fileSize <= 10_000)) {
      problems.add("--file-size takes megabytes from 0 to 10000");
    }
    return problems;
  }

  static String option(ObjectName object) {
    return switch (object) {
      case COMPANY -> "--companies";
      case LINE_ITEM -> "--line-items";
      case LIST_MEMBER -> "--list-members";
      default -> "--" + object.wire() + "s";
    };
  }

  Volumes volumes() {
    Map<ObjectName, Range> counts = new EnumMap<>(ObjectName.class);
    records()
        .forEach(
            (object, count) -> {
              if (count != null) {
                counts.put(object, Range.exactly(count));
              }
            });
    if (users != null) {
      counts.put(ObjectName.USER, Range.exactly(users));
    }
    Volumes volumes = Volumes.of(counts, Map.of());
    if (fileSize == null) {
      return volumes;
    }
    return new Volumes(
        volumes.records(),
        volumes.closedDeals(),
        volumes.dealContacts(),
        volumes.dealsWithItems(),
        volumes.told(),
        volumes.of(ObjectName.FILE).times(fileSize * MEGABYTE),
        volumes.existing());
  }

  /** What nobody typed counts as none, and is said. */
  List<String> taken() {
    List<String> missing =
        records().entrySet().stream()
            .filter(entry -> entry.getValue() == null)
            .map(entry -> option(entry.getKey()))
            .toList();
    return missing.isEmpty()
        ? List.of()
        : List.of("none of what was not typed: " + String.join(", ", missing));
  }

  static double number(@Nullable Long count) {
    return count == null ? 0 : count;
  }
}

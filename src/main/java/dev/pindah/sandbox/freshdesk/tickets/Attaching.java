package dev.pindah.sandbox.freshdesk.tickets;

import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskTables;
import dev.pindah.sandbox.freshdesk.desk.Files;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Part;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Attachments of a ticket and all its notes: 20 MB together. */
final class Attaching {

  private static final long MOST = 20L << 20;

  private final Desk desk;

  Attaching(Desk desk) {
    this.desk = desk;
  }

  /** Refuses files that the ticket cannot hold any more; 0 for a ticket to be made. */
  void check(long ticketId, List<Part> files) {
    long sum = held(ticketId);
    for (Part file : files) {
      sum += file.bytes().length;
    }
    if (sum > MOST) {
      throw Problems.one(
          "attachments",
          "Total size of attachments should not exceed 20 MB for a ticket",
          "invalid_value");
    }
  }

  /** Keeps the files and hangs them on the row. */
  void add(ObjectNode row, List<Part> files, String base) {
    ArrayNode list =
        row.path("attachments") instanceof ArrayNode there ? there : row.putArray("attachments");
    files.forEach(file -> list.add(desk.files().keep(file, base)));
  }

  private long held(long ticketId) {
    Table conversations = desk.tables().conversations();
    long own =
        desk.tables()
            .tickets()
            .find(ticketId)
            .map(row -> Files.size(row.path("attachments")))
            .orElse(0L);
    return own
        + conversations.ids(DeskTables.TICKET, String.valueOf(ticketId)).stream()
            .flatMap(id -> conversations.find(id).stream())
            .mapToLong(row -> Files.size(row.path("attachments")))
            .sum();
  }
}

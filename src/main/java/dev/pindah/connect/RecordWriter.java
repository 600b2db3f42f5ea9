package dev.pindah.connect;

import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.Link.Role;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes records of the destination, one at a time. */
public interface RecordWriter {
  /** A relation whose target id is known. */
  record ResolvedLink(Role role, String targetId) {}

  /**
   * What to write.
   *
   * @param key the source record; its marker is written with the attributes
   * @param attributes flat, by API name; values that are null clear the attribute
   */
  record Payload(
      RecordKey key, TargetModule module, ObjectNode attributes, List<ResolvedLink> links) {
    public Payload {
      links = List.copyOf(links);
    }
  }

  /** Makes a record and answers it as the target gave it back. */
  Reply<Row> create(Payload payload);

  /**
   * Puts a file on a record: the first of the links.
   *
   * @param payload its attribute {@code file_name} is the name
   */
  default Reply<Row> upload(Payload payload, Path content, String contentType) {
    return new Reply.Refused<>("no-files", "this target takes no files");
  }

  /** Puts contacts on a list; doing it again is harmless. */
  Reply<Boolean> join(String listId, List<String> contactIds);

  /**
   * Changes a record.
   *
   * @param current the record as it stands: an update that would wipe what it does not name is
   *     merged with it first
   */
  Reply<Row> update(Row current, Payload payload);
}

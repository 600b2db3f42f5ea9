package dev.pindah.sandbox.freshdesk.desk;

import dev.pindah.sandbox.store.RowFile;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Part;
import dev.pindah.sandbox.wire.Reply;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Attachments: their bytes on disk, behind links that need no key. */
public final class Files {

  private static final long FIRST = 103_000_700_001L;

  private record Place(long start, int length, String type) {}

  private final RowFile bytes;
  private final Supplier<Instant> now;
  private final Map<Long, Place> places = new HashMap<>();
  private long nextId = FIRST;

  Files(RowFile bytes, Supplier<Instant> now) {
    this.bytes = bytes;
    this.now = now;
  }

  /** Keeps a file; the answer is stored on the row that it hangs on. */
  public ObjectNode keep(Part part, String base) {
    long id = nextId++;
    places.put(id, new Place(bytes.append(part.bytes()), part.bytes().length, part.contentType()));
    return Json.object()
        .put("id", id)
        .put("name", part.filename())
        .put("content_type", part.contentType())
        .put("file_size", part.bytes().length)
        .put("created_at", now.get().toString())
        .put("updated_at", now.get().toString())
        .put("attachment_url", base + "/data/attachments/" + id + "?signature=" + id * 31)
        .put("sha256", sha256(part.bytes()));
  }

  /** The file itself, for whoever has its signed link. */
  public Optional<Reply> download(String id, String signature) {
    Optional<Long> number =
        Optional.of(id).filter(text -> text.matches("\\d{1,15}")).map(Long::valueOf);
    return number
        .filter(file -> signature.equals(String.valueOf(file * 31)))
        .flatMap(file -> Optional.ofNullable(places.get(file)))
        .map(p -> Reply.bytes(200, p.type(), bytes.read(p.start(), p.length())));
  }

  /** Attachments as they are shown: without the hash that only the state dump tells. */
  public static ArrayNode shown(JsonNode stored) {
    ArrayNode list = Json.array();
    for (JsonNode file : stored) {
      ObjectNode copy = (ObjectNode) file.deepCopy();
      copy.remove("sha256");
      list.add(copy);
    }
    return list;
  }

  public static long size(JsonNode stored) {
    long sum = 0;
    for (JsonNode file : stored) {
      sum += file.path("file_size").asLong();
    }
    return sum;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}

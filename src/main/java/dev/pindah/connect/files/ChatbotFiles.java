package dev.pindah.connect.files;

import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chatbot flows among the files that an admin put into a folder: our own format, and the tables
 * that the chatbot's admin pages exported in 2021 as CSV, JSON or XML. A file is one record: its
 * text as it is, its hash, and what kind it is. What it means is found out when it is documented.
 */
public final class ChatbotFiles {
  /** Kind of a file in our own format. */
  public static final String FLOWS = "flows";

  /** Tables of the admin pages that say something of flows; people and their chats are not kept. */
  private static final Set<String> TABLES =
      Set.of(
          "path",
          "path_keyword",
          "path_channel",
          "path_schedule",
          "intent",
          "response",
          "response_rule");

  private static final Set<String> ENDINGS = Set.of("csv", "json", "xml");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final long LARGEST = 16L * 1024 * 1024;
  private static final int MOST = 2_000;
  private static final int DEPTH = 6;
  private static final int SNIFFED = 2_000;

  private final Path folder;

  public ChatbotFiles(Path folder) {
    this.folder = folder;
  }

  /** In the order of their names; empty when the folder is not there. */
  public List<RawRecord> read() throws IOException {
    List<RawRecord> records = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return records;
    }
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      List<Path> wanted =
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> ENDINGS.contains(ending(file)))
              .sorted()
              .limit(MOST)
              .toList();
      for (Path file : wanted) {
        record(file).ifPresent(records::add);
      }
    }
    return records;
  }

  private Optional<RawRecord> record(Path file) throws IOException {
    String name = folder.relativize(file).toString().replace('\\', '/');
    Optional<String> table = table(file);
    if (Files.size(file) > LARGEST) {
      return table.isPresent() || named(file)
          ? Optional.of(record(name, table.orElse(FLOWS), "", "", "too-large"))
          : Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    String text = text(bytes);
    boolean ours =
        ending(file).equals("json")
            && (named(file)
                || text.substring(0, Math.min(SNIFFED, text.length()))
                    .contains("pindah-chatbot-flows"));
    if (!ours && table.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(record(name, ours ? FLOWS : table.get(), Fingerprint.of(bytes), text, ""));
  }

  private static RawRecord record(
      String name, String kind, String hash, String text, String problem) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("file", name).put("kind", kind).put("sha256", hash).put("text", text);
    if (!problem.isEmpty()) {
      json.put("problem", problem);
    }
    return RawRecord.of(new RecordKey(ObjectName.CHATBOT, name), json.toString());
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean named(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.contains("chatbot") && table(file).isEmpty();
  }

  /** Whether the file is named as one of the tables. */
  static boolean tabled(Path file) {
    return table(file).isPresent();
  }

  /** {@code Path Keywords 2021-09-15.csv} and {@code path_keyword_2021.csv} are the same table. */
  private static Optional<String> table(Path file) {
    String words =
        file.getFileName()
            .toString()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("\\.[a-z]+$", "")
            .replaceFirst("\\d.*$", "")
            .replaceAll("[^a-z]+", "_")
            .replaceFirst("^_?(qontak_)?(chat)?bot_", "")
            .replaceAll("^_+|_+$", "");
    String singular = words.replaceFirst("s$", "");
    return TABLES.contains(singular) ? Optional.of(singular) : Optional.empty();
  }

  /** Old exports are not always UTF-8. */
  private static String text(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE) {
      return marked(new String(bytes, StandardCharsets.UTF_16));
    }
    try {
      return marked(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return new String(bytes, WINDOWS);
    }
  }

  private static String marked(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}

package dev.pindah.sandbox.qontak.files;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.qontak.chat.FileUploads;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Part;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The media network: every link has one content for ever, made from the link itself. One link in
 * twenty-five is dead, a few files are too big for any attachment.
 */
public final class MediaFiles {

  /** Whether links need the same headers as the API. */
  public static final String AUTH = "qontak.media-auth";

  /** No file is larger. */
  public static final String LARGEST = "qontak.media-largest";

  /** How many of the file fields hold a file. */
  public static final String FILLED = "qontak.media-filled";

  private static final Map<String, String> TYPES =
      Map.of(
          "pdf", "application/pdf",
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "mp3", "audio/mpeg",
          "mp4", "video/mp4",
          "txt", "text/plain; charset=utf-8",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  private static final Map<String, String> MAGIC =
      Map.of(
          "pdf", "%PDF-1.4\n",
          "png", "\u0089PNG\r\n\u001A\n",
          "jpg", "\u00FF\u00D8\u00FF\u00E0",
          "jpeg", "\u00FF\u00D8\u00FF\u00E0",
          "mp3", "ID3\u0003",
          "xlsx", "PK\u0003\u0004",
          "docx", "PK\u0003\u0004");

  private final Dice dice;
  private final FileUploads uploads;
  private final Switches switches;

  public MediaFiles(Dice dice, FileUploads uploads, Switches switches) {
    this.dice = dice;
    this.uploads = uploads;
    this.switches = switches;
  }

  public static Switch authSwitch() {
    return new Switch(AUTH, "off", "media links need the same authentication as the API");
  }

  public static Switch largestSwitch() {
    return new Switch(LARGEST, "22020096", "bytes of the largest media file");
  }

  public static Switch filledSwitch() {
    return new Switch(FILLED, "60", "percent of the file fields that hold a file");
  }

  public void addTo(Router router) {
    router
        .get("/uploads/{folder}/{id}/{file}", this::answer)
        .get("/uploads/{folder}/{sub}/{id}/{file}", this::answer)
        .get("/assets/{file}", _ -> Reply.bytes(200, "image/jpeg", content("jpg", 7, 900)));
  }

  private Reply answer(Exchange exchange) {
    Optional<Part> uploaded = uploads.at(exchange.path());
    if (uploaded.isPresent()) {
      return Reply.bytes(200, uploaded.get().contentType(), uploaded.get().bytes());
    }
    long mark = dice.bits(exchange.path(), 0);
    if (Long.remainderUnsigned(mark, 25) == 3 && !exchange.path().contains("/avatar/")) {
      return Reply.text(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>");
    }
    String name = exchange.param("file");
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.getOrDefault(extension, "application/octet-stream");
    return Reply.bytes(
        200, type, content(extension, mark, Math.min(size(mark), switches.number(LARGEST))));
  }

  /** Mostly some ten kilobytes; one in forty two megabytes; one in four hundred more than 20 MB. */
  private static int size(long mark) {
    if (Long.remainderUnsigned(mark, 400) == 33) {
      return 21 * 1024 * 1024;
    }
    return Long.remainderUnsigned(mark, 40) == 7
        ? 2 * 1024 * 1024
        : 600 + (int) Long.remainderUnsigned(mark, 60_000);
  }

  private static byte[] content(String extension, long mark, int size) {
    if (extension.equals("txt")) {
      byte[] line = ("Catatan " + Long.toHexString(mark) + "\n").getBytes(StandardCharsets.UTF_8);
      byte[] text = new byte[size];
      for (int at = 0; at < size; at += line.length) {
        System.arraycopy(line, 0, text, at, Math.min(line.length, size - at));
      }
      return text;
    }
    byte[] head = MAGIC.getOrDefault(extension, "").getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes = new byte[size];
    new SplittableRandom(mark).nextBytes(bytes);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }
}

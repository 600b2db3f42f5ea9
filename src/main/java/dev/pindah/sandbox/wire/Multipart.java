package dev.pindah.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a multipart/form-data body apart (RFC 7578), byte for byte. */
final class Multipart {

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("(?:^|[;\\s])name=(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILENAME =
      Pattern.compile("(?:^|[;\\s])filename=(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern TYPE =
      Pattern.compile("(?im)^content-type:\\s*(.+?)\\s*$", Pattern.CASE_INSENSITIVE);

  private Multipart() {}

  static List<Part> parse(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/") || !boundary.find()) {
      return List.of();
    }
    byte[] mark =
        ("--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1)))
            .getBytes(StandardCharsets.ISO_8859_1);
    List<Part> parts = new ArrayList<>();
    int at = find(body, mark, 0);
    while (at >= 0) {
      int start = at + mark.length + 2;
      int next = find(body, mark, start);
      if (next < 0) {
        break;
      }
      parts.add(part(Arrays.copyOfRange(body, start, Math.max(start, next - 2))));
      at = next;
    }
    return parts;
  }

  private static Part part(byte[] bytes) {
    byte[] blank = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    int split = find(bytes, blank, 0);
    String head = new String(bytes, 0, split < 0 ? bytes.length : split, StandardCharsets.UTF_8);
    byte[] content =
        split < 0 ? new byte[0] : Arrays.copyOfRange(bytes, split + blank.length, bytes.length);
    Matcher type = TYPE.matcher(head);
    return new Part(
        group(NAME, head),
        group(FILENAME, head),
        type.find() ? type.group(1) : "text/plain",
        content);
  }

  private static String group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return "";
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private static int find(byte[] haystack, byte[] needle, int from) {
    for (int at = from; at <= haystack.length - needle.length; at++) {
      if (haystack[at] == needle[0]
          && Arrays.equals(haystack, at, at + needle.length, needle, 0, needle.length)) {
        return at;
      }
    }
    return -1;
  }
}

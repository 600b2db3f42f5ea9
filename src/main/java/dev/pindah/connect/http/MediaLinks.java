package dev.pindah.connect.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Links to files as they stand in records. */
public final class MediaLinks {
  private static final int LONGEST = 120;

  private MediaLinks() {}

  /** The place of a link; one without a host is on the account's own. */
  public static Optional<URI> parse(URI base, String link) {
    return MediaWire.parse(link).map(base::resolve);
  }

  /** A name to show: the last part of the path without anything that could act as a path. */
  public static String name(String link) {
    String path = link.replaceFirst("[?#].*", "");
    String last = decoded(path.substring(path.lastIndexOf('/') + 1));
    String bare = last.replaceFirst("^.*[/\\\\]", "").replaceAll("\\p{C}|[<>:\"|?*]", "");
    String harmless = bare.replaceFirst("^[.\\s]+", "").strip();
    if (harmless.length() > LONGEST) {
      harmless = harmless.substring(harmless.length() - LONGEST);
    }
    return harmless.isEmpty() ? "file" : harmless;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return part;
    }
  }
}

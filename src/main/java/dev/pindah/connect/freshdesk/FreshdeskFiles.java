package dev.pindah.connect.freshdesk;

import static dev.pindah.connect.freshdesk.FreshdeskApi.text;

import dev.pindah.connect.MediaReader.Download;
import dev.pindah.connect.http.MediaClient;
import dev.pindah.connect.http.MediaLinks;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Bodies of attachments. Their links are signed and last for a while only: those of the ticket that
 * was read last are kept in memory and nowhere else. They need no key, so none is shown.
 */
final class FreshdeskFiles {
  /** Where the product keeps attachments, besides the account's own host. */
  static final List<String> VENDOR = List.of("cdn.freshdesk.com", "s3.amazonaws.com");

  private final URI base;
  private final MediaClient client;
  private final Map<String, String> links = new ConcurrentHashMap<>();

  FreshdeskFiles(URI base, MediaClient client) {
    this.base = base;
    this.client = client;
  }

  void forget() {
    links.clear();
  }

  /** A note of ours carries one file. */
  void remember(JsonNode note) {
    String link = text(note.path("attachments").path(0).path("attachment_url"));
    if (!link.isEmpty()) {
      links.put(text(note.path("id")), link);
    }
  }

  /** Empty for a note without an attachment, which is a link to the source. */
  Optional<Download> body(String note, Path into, long cap) {
    return Optional.ofNullable(links.get(note))
        .map(
            link ->
                MediaLinks.parse(base, link)
                    .map(place -> client.fetch(place, into, cap))
                    .orElseGet(() -> new Download.Refused("its link is none")));
  }
}

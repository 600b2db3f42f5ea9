package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Part;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files sent in through {@code POST /file_uploader}; they can be fetched again from the link it
 * answers.
 */
public final class FileUploads {

  private final Account account;
  private final AtomicLong count = new AtomicLong();
  private final Map<String, Part> byPath = new ConcurrentHashMap<>();

  public FileUploads(Account account) {
    this.account = account;
  }

  void addTo(Router router, String prefix) {
    router.post(prefix + "/file_uploader", this::upload);
  }

  /** What was uploaded under this path. */
  public Optional<Part> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private Reply upload(Exchange exchange) {
    Part file =
        exchange.parts().stream()
            .filter(Part::isFile)
            .findFirst()
            .orElseThrow(() -> ChatReplies.invalid("file is missing"));
    String safe = file.filename().replaceAll("[^A-Za-z0-9._-]", "_");
    String url =
        account.media().link("files", account.dice().uuid("upload", count.incrementAndGet()), safe);
    byPath.put(url.substring(url.indexOf("/uploads/")), file);
    return ChatReplies.one(201, Json.object().put("filename", file.filename()).put("url", url));
  }
}

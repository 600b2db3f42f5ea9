package dev.pindah.connect.freshsales;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Records of ours that a rollback put into the recycle bin. Where an account counts e-mails and
 * names in the bin as taken, such a record is erased for good before it is made again.
 */
final class FreshsalesBin {
  /** Pages of the bin that are read, once for each module. */
  private static final int PAGES = 500;

  private final FreshsalesApi api;
  private final FreshsalesReader reader;
  private final Map<TargetModule, Map<String, String>> known = new EnumMap<>(TargetModule.class);

  FreshsalesBin(FreshsalesApi api, FreshsalesReader reader) {
    this.api = api;
    this.reader = reader;
  }

  /** Erases what the bin holds of a source record; answers whether it held any. */
  synchronized boolean erase(TargetModule module, RecordKey key) {
    String id = known.computeIfAbsent(module, this::read).remove(TargetReader.marker(key));
    if (id == null) {
      return false;
    }
    String path = "/" + module.wire();
    return api.delete(path + "/" + id + "/forget", path + "/:id/forget")
        instanceof Reply.Ok<JsonNode>;
  }

  private Map<String, String> read(TargetModule module) {
    Map<String, String> ours = new HashMap<>();
    try {
      Optional<String> view = reader.bin(module);
      for (int number = 1; view.isPresent() && number <= PAGES; number++) {
        TargetReader.Page page = reader.binned(module, view.get(), number);
        for (Row row : page.rows()) {
          row.keys()
              .getOrDefault(TargetReader.MARKER, List.of())
              .forEach(marker -> ours.putIfAbsent(marker, row.id()));
        }
        if (page.last()) {
          break;
        }
      }
    } catch (RemoteException unreadable) {
      if (unreadable.kind() == RemoteException.Kind.UNREACHABLE) {
        throw unreadable;
      }
      // Not every role sees the bin; then the refusal stands as it is.
    }
    return ours;
  }
}

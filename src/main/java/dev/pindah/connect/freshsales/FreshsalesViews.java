package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.text;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.model.TargetModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Which views together show every record of a module: there is no list without a view. */
final class FreshsalesViews {
  private static final Map<TargetModule, String> ALL =
      Map.of(
          TargetModule.CONTACTS, "all contacts",
          TargetModule.SALES_ACCOUNTS, "all accounts",
          TargetModule.DEALS, "all deals");

  private static final List<String> DEALS = List.of("open deals", "won deals", "lost deals");

  /** Tasks have fixed filters in place of views; overdue ones may or may not count as open. */
  private static final List<String> TASKS = List.of("open", "overdue", "completed");

  private final FreshsalesApi api;
  private final Map<TargetModule, List<String>> known = new ConcurrentHashMap<>();

  private record View(String id, String name) {}

  FreshsalesViews(FreshsalesApi api) {
    this.api = api;
  }

  /**
   * View ids; some accounts have no "All Deals", so open, won and lost are read one after another.
   */
  List<String> of(TargetModule module) {
    return switch (module) {
      case TASKS -> TASKS;
      case LISTS -> List.of("");
      default -> known.computeIfAbsent(module, this::resolve);
    };
  }

  /** Where a view's pages are, up to the query that pages them. */
  static String path(TargetModule module, String view) {
    return switch (module) {
      case TASKS -> "/tasks?filter=" + view + "&";
      case LISTS -> "/lists?";
      default -> "/" + module.wire() + "/view/" + view + "?";
    };
  }

  static String route(TargetModule module) {
    return switch (module) {
      case TASKS, LISTS -> "/" + module.wire();
      default -> "/" + module.wire() + "/view/:id";
    };
  }

  /** The recycle bin, which is a view as well. */
  Optional<String> bin(TargetModule module) {
    return all(module).stream().filter(FreshsalesViews::bin).map(View::id).findFirst();
  }

  private static boolean bin(View view) {
    return view.name().equals("recycle bin") || view.name().contains("sampah");
  }

  private List<String> resolve(TargetModule module) {
    List<View> views = all(module);
    return named(views, ALL.getOrDefault(module, "all"))
        .or(() -> module == TargetModule.DEALS ? union(views, DEALS.size()) : Optional.empty())
        .or(() -> localised(views))
        .or(() -> module == TargetModule.DEALS ? union(views, 1) : Optional.empty())
        .or(() -> views.stream().filter(view -> !bin(view)).findFirst().map(v -> List.of(v.id())))
        .orElseThrow(
            () ->
                new RemoteException(
                    Kind.UNUSABLE,
                    "freshsales shows no view of "
                        + module.wire()
                        + "; give the API key's user a role that sees all records"));
  }

  private List<View> all(TargetModule module) {
    String route = "/" + module.wire() + "/filters";
    JsonNode body = api.get(route, route);
    return FreshsalesApi.rows(body, "filters")
        .map(row -> new View(text(row.path("id")), text(row.path("name")).toLowerCase(Locale.ROOT)))
        .filter(view -> !view.id().isEmpty())
        .toList();
  }

  private static Optional<List<String>> named(List<View> views, String name) {
    return views.stream()
        .filter(view -> view.name().equals(name))
        .findFirst()
        .map(view -> List.of(view.id()));
  }

  /** Open, won and lost deals; an account may have lost one of the views. */
  private static Optional<List<String>> union(List<View> views, int atLeast) {
    List<String> ids = new ArrayList<>();
    DEALS.forEach(name -> named(views, name).ifPresent(ids::addAll));
    return ids.size() >= atLeast ? Optional.of(ids) : Optional.empty();
  }

  /** Views can be renamed or translated. */
  private static Optional<List<String>> localised(List<View> views) {
    return views.stream()
        .filter(view -> view.name().startsWith("all ") || view.name().startsWith("semua "))
        .findFirst()
        .map(view -> List.of(view.id()));
  }
}

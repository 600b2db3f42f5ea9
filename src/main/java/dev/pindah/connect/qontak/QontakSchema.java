package dev.pindah.connect.qontak;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.SchemaReader;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.model.schema.Pipeline.Outcome;
import dev.pindah.model.schema.Pipeline.PipelineStage;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a Qontak account looks like. */
final class QontakSchema implements SchemaReader {
  private static final Map<ObjectName, String> INFOS =
      new EnumMap<>(
          Map.of(
              ObjectName.COMPANY, "/companies/info",
              ObjectName.CONTACT, "/contacts/info",
              ObjectName.DEAL, "/deals/info",
              ObjectName.PRODUCT, "/products/info",
              ObjectName.TASK, "/tasks/info",
              ObjectName.TICKET, "/tickets/info"));

  /** Modules that not every account has. */
  private static final Set<ObjectName> OPTIONAL =
      EnumSet.of(ObjectName.PRODUCT, ObjectName.TASK, ObjectName.TICKET);

  /** There is no flag for won and lost; beside the probability the name tells. */
  private static final Set<String> WON =
      Set.of("won", "menang", "closed won", "deal won", "berhasil");

  private static final Set<String> LOST =
      Set.of("lost", "kalah", "gagal", "batal", "closed lost", "deal lost");

  private final QontakApi api;
  private final QontakRecords records;
  private final Clock clock;

  QontakSchema(QontakApi api, QontakRecords records, Clock clock) {
    this.api = api;
    this.records = records;
    this.clock = clock;
  }

  @Override
  public Inventory read() {
    List<ObjectSchema> objects = new ArrayList<>();
    List<List<JsonNode>> schemas = new ArrayList<>();
    INFOS.forEach(
        (object, path) -> {
          try {
            List<JsonNode> descriptors = QontakApi.rows(api.crm(path, path));
            schemas.add(descriptors);
            objects.add(
                new ObjectSchema(
                    object.wire(), records.count(object), QontakFields.read(descriptors)));
          } catch (RemoteException absent) {
            boolean none = absent.kind() == Kind.ABSENT || absent.kind() == Kind.UNSUPPORTED;
            if (!none || !OPTIONAL.contains(object)) {
              throw absent;
            }
          }
        });
    return new Inventory(
        Product.QONTAK,
        clock.instant(),
        objects,
        pipelines(),
        QontakPeople.join(schemas, QontakPeople.directory(api)),
        List.of());
  }

  private List<Pipeline> pipelines() {
    return QontakApi.rows(api.crm("/pipelines", "/pipelines")).stream()
        .filter(row -> !QontakApi.text(row.path("id")).isEmpty())
        .map(this::pipeline)
        .toList();
  }

  private Pipeline pipeline(JsonNode row) {
    String id = QontakApi.text(row.path("id"));
    return new Pipeline(
        id, QontakApi.text(row.path("name")), row.path("active").asBoolean(true), stages(id));
  }

  private List<PipelineStage> stages(String pipeline) {
    try {
      return QontakApi.rows(api.crm("/pipelines/" + pipeline + "/stages", "/pipelines/:id/stages"))
          .stream()
          .filter(row -> !QontakApi.text(row.path("id")).isEmpty())
          .map(QontakSchema::stage)
          .toList();
    } catch (RemoteException gone) {
      if (gone.kind() == Kind.ABSENT) {
        return List.of();
      }
      throw gone;
    }
  }

  private static PipelineStage stage(JsonNode row) {
    String name = QontakApi.text(row.path("name"));
    Optional<BigDecimal> chance = decimal(QontakApi.text(row.path("win_probability")));
    // 1.00 is certainty; some accounts write per cent.
    BigDecimal percent =
        chance
            .map(p -> p.compareTo(BigDecimal.ONE) > 0 ? p : p.movePointRight(2))
            .orElse(BigDecimal.ZERO);
    return new PipelineStage(
        QontakApi.text(row.path("id")), name, outcome(name, chance, percent), percent);
  }

  private static Outcome outcome(String name, Optional<BigDecimal> chance, BigDecimal percent) {
    String folded = name.toLowerCase(Locale.ROOT);
    if (WON.contains(folded)) {
      return Outcome.WON;
    }
    if (LOST.contains(folded)) {
      return Outcome.LOST;
    }
    if (chance.isEmpty()) {
      return Outcome.OPEN;
    }
    if (percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
      return Outcome.WON;
    }
    return percent.signum() <= 0 ? Outcome.LOST : Outcome.OPEN;
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException notDecimal) {
      return Optional.empty();
    }
  }
}

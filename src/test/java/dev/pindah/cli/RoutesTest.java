package dev.pindah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.Branch;
import dev.pindah.connect.http.Tempo;
import dev.pindah.connect.qontak.QontakSettings;
import dev.pindah.connect.qontak.QontakSettings.Bearer;
import dev.pindah.connect.qontak.QontakSource;
import dev.pindah.model.ObjectName;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Part;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.schema.Plan;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The forecast knows every list and every branch that the connector reads. */
class RoutesTest {
  private final RecordReader records =
      new QontakSource(
              new QontakSettings(
                  URI.create("http://127.0.0.1:9"),
                  new Bearer("none"),
                  "",
                  "/qontak/crm",
                  "/qontak/chat/v1",
                  OptionalDouble.of(2),
                  List.of()),
              Clock.systemUTC(),
              new Tempo(1),
              (product, endpoint) -> {})
          .records();

  @Test
  void everyListAndEveryBranchIsForetold() {
    Map<ObjectName, Range> counts = new EnumMap<>(ObjectName.class);
    for (ObjectName object : ObjectName.values()) {
      counts.put(object, Range.exactly(1_000));
    }
    List<Part> extract =
        Forecast.of(
                Volumes.of(counts, Map.of()),
                new Terms(Range.exactly(2), Plan.PRO, 0.9, true, false, Set.of(), Set.of(), 1))
            .parts()
            .stream()
            .filter(part -> part.stage().equals("extract"))
            .toList();
    for (ObjectName object : records.objects()) {
      assertThat(extract).as(object.wire()).anyMatch(part -> part.object().equals(object.wire()));
    }
    for (Branch branch : records.branches()) {
      assertThat(extract)
          .as(branch.wire())
          .anyMatch(
              part ->
                  part.object().equals(branch.child().wire())
                      && part.rule().contains("per " + branch.parent().wire()));
    }
    for (ObjectName object : records.thin()) {
      assertThat(extract)
          .as(object.wire())
          .anyMatch(part -> part.endpoint().equals("GET /" + object.wire() + "s/:id"));
    }
  }
}

package dev.pindah.cli;

import dev.pindah.cli.config.Config;
import dev.pindah.connect.CallMeter;
import dev.pindah.connect.Destination;
import dev.pindah.connect.Habits;
import dev.pindah.connect.Halt;
import dev.pindah.connect.RoutedDestination;
import dev.pindah.connect.Source;
import dev.pindah.connect.Suggester;
import dev.pindah.connect.freshdesk.FreshdeskDestination;
import dev.pindah.connect.freshsales.FreshsalesDestination;
import dev.pindah.connect.http.Tempo;
import dev.pindah.connect.llm.LanguageModel;
import dev.pindah.connect.qontak.QontakSource;
import java.time.Clock;
import java.util.Optional;

/** The one list of vendors. */
record Connectors(
    Source source, Destination destination, Optional<Suggester> suggester, Tempo tempo) {
  static Connectors of(Config config, Clock clock, CallMeter meter, Habits habits, Halt halt) {
    Tempo tempo = new Tempo(config.clockFactor(), halt);
    Destination crm = new FreshsalesDestination(config.freshsales(), clock, tempo, meter, habits);
    Destination destination =
        config
            .freshdesk()
            .<Destination>map(
                settings ->
                    new RoutedDestination(
                        crm, new FreshdeskDestination(settings, clock, tempo, meter)))
            .orElse(crm);
    return new Connectors(
        new QontakSource(config.qontak(), clock, tempo, meter),
        destination,
        config.suggestions().map(LanguageModel::new),
        tempo);
  }
}

package dev.pindah.journey.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.map.Propose.Proposed;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Problems;
import dev.pindah.model.mapping.Mapping;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping that is confirmed again after the target was made ready. */
class ConfirmMappingTest {
  private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

  private final Proposed proposed = Propose.propose("contoh", Accounts.view());

  @TempDir Path folder;
  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC());
    ledger.record(
        tables -> {
          tables.inventories().save(Accounts.destination());
          tables.decisions().append("gate-passed", "gate:schema-ready", "pindah", "made", NOW);
        });
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Mapping only(String decision) {
    EditMapping editing = new EditMapping(Accounts.view(), proposed.proposals());
    Mapping mapping = proposed.mapping();
    for (var object : mapping.objects()) {
      for (var rule : object.fields()) {
        mapping =
            editing.set(
                mapping, object.object().wire() + "." + rule.source() + "=drop", new Problems());
      }
    }
    return editing.set(mapping, decision, new Problems());
  }

  private String schema(String text) {
    ConfirmMapping.confirm(ledger, text, "Ana", NOW);
    return ledger
        .read(tables -> tables.decisions().latest("gate:schema-ready"))
        .map(Decision::kind)
        .orElse("");
  }

  @Test
  void aFieldThatIsNotThereOpensTheGateOfTheSchema() {
    String there = MappingWriter.write(only("contact.cara_bayar=cf_pay"));
    assertThat(schema(there)).isEqualTo("gate-passed");
    assertThat(schema(there + "# a word more\n")).isEqualTo("gate-passed");
    assertThat(schema(MappingWriter.write(only("contact.shio=create")))).isEqualTo("gate-opened");
  }

  @Test
  void aCustomFieldThatNobodyMadeDoesAsWell() {
    assertThat(schema(MappingWriter.write(only("contact.shio=cf_shio")))).isEqualTo("gate-opened");
  }

  @Test
  void everyEditUnconfirms() {
    String text = MappingWriter.write(only("contact.cara_bayar=cf_pay"));
    ConfirmMapping.confirm(ledger, text, "Ana", NOW);
    assertThat(ConfirmMapping.stands(ledger, text, NOW)).isTrue();
    assertThat(ConfirmMapping.stands(ledger, text + " ", NOW)).isFalse();
    assertThat(ConfirmMapping.stands(ledger, text, NOW))
        .as("it has to be confirmed anew")
        .isFalse();
  }
}

package dev.pindah.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Gate;
import dev.pindah.model.WaitingForPerson;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesTest {
  @TempDir Path folder;

  @Test
  void noWordOfAPersonReleasesTheNumberBeforeItsExportIsReconciled() {
    try (Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC())) {
      Gates gates = new Gates(ledger, Clock.systemUTC());
      assertThatThrownBy(() -> gates.passInTurn(Gate.WABA_OFFBOARDING, "A", "early"))
          .isInstanceOf(WaitingForPerson.class)
          .hasMessageContaining("not extracted");
      assertThatThrownBy(() -> gates.passInTurn(Gate.EXPORT_RECONCILED, "A", "early"))
          .isInstanceOf(WaitingForPerson.class);
      ledger.record(tables -> tables.slices().save(new Progress("extract", "all", "", 0, true)));
      assertThatThrownBy(() -> gates.passInTurn(Gate.WABA_OFFBOARDING, "A", "early"))
          .isInstanceOf(WaitingForPerson.class)
          .hasMessageContaining("export-reconciled");
      gates.observe(Gate.EXPORT_RECONCILED, true, "the books balance");
      gates.passInTurn(Gate.WABA_OFFBOARDING, "A", "asked");
      assertThat(gates.state(Gate.WABA_OFFBOARDING)).isEqualTo(Gates.State.PASSED);
    }
  }

  @Test
  void aWaitSaysHowToGoOn() {
    try (Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC())) {
      Gates gates = new Gates(ledger, Clock.systemUTC());
      assertThatThrownBy(() -> gates.require("load", List.of(Gate.VALIDATION)))
          .hasMessageContaining("gate waive validation")
          .hasMessageNotContaining("gate pass");
      assertThatThrownBy(() -> gates.require("load", List.of(Gate.AUTOMATION_OFF)))
          .hasMessageContaining("gate pass automation-off");
      assertThatThrownBy(() -> gates.require("load", List.of(Gate.MAPPING_CONFIRMED)))
          .hasMessageContaining("map --confirm --by NAME")
          .hasMessageNotContaining("gate waive");
    }
  }

  @Test
  void theWordOfAPersonIsToldFromTheProgramsOwn() {
    try (Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC())) {
      Gates gates = new Gates(ledger, Clock.systemUTC());
      gates.observe(Gate.VALIDATION, true, "nothing pauses");
      assertThat(gates.passedByPerson(Gate.VALIDATION)).isFalse();
      gates.passInTurn(Gate.VALIDATION, "Ana", "looked at it");
      assertThat(gates.passedByPerson(Gate.VALIDATION)).isTrue();
      gates.observe(Gate.VALIDATION, false, "3 entries on the fix-list");
      assertThat(gates.passedByPerson(Gate.VALIDATION)).isFalse();
    }
  }
}

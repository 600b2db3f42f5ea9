package dev.pindah.journey.discover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.ObjectName;
import dev.pindah.model.audit.Compatibility;
import dev.pindah.model.audit.FieldFacts.Personal;
import dev.pindah.model.audit.Grade;
import dev.pindah.model.audit.Trap;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published of the pair, as data that the program computes with. */
class PublishedTest {
  @Test
  void fiveOfTheEightPublishedObjectsMapOneToOne() {
    List<Compatibility> table = Published.compatibility();
    assertThat(table).hasSize(8);
    assertThat(table).filteredOn(row -> row.relation().equals("1:1")).hasSize(5);
    assertThat(table).filteredOn(row -> row.support().equals("full")).hasSize(4);
    assertThat(Published.ours())
        .extracting(Compatibility::id)
        .containsExactly(
            "O1", "O2", "O3", "O4", "O5", "O6", "O7", "O8", "O9", "O10", "O11", "O12", "O13",
            "O14");
  }

  @Test
  void thePublishedPairsOwnInputsGiveB() {
    Grade grade = Published.grade();
    assertThat(grade.letter()).isEqualTo('B');
    assertThat(grade.points()).isEqualTo(71.2);
    assertThat(grade.factors().stream().mapToInt(Grade.Factor::weight).sum()).isEqualTo(100);
    assertThat(grade.factors()).allMatch(factor -> !factor.inputs().isEmpty());
  }

  @Test
  void moreRecordsAndFewerCallsMakeAWorseGradeAndSaysWhatHelps() {
    Grade small = typed(1_000, Plan.ENTERPRISE);
    Grade large = typed(60_000, Plan.GROWTH);
    assertThat(large.points()).isLessThan(small.points());
    assertThat(large.changes())
        .extracting(Grade.Change::what)
        .contains("load on the plan enterprise");
    assertThat(large.changes()).allMatch(change -> change.points() > large.points());
  }

  private static Grade typed(long contacts, Plan plan) {
    return GradeFormula.typed(
        Volumes.of(Map.of(ObjectName.CONTACT, Range.exactly(contacts)), Map.of()),
        new Terms(Range.exactly(2), plan, 0.9, true, false, Set.of(), Set.of(), 1));
  }

  @Test
  void everyTrapHasARemedyAndAnIdOfItsOwn() {
    List<Trap> traps = Published.traps();
    assertThat(traps).extracting(Trap::id).doesNotHaveDuplicates().hasSize(21);
    assertThat(traps).allMatch(trap -> !trap.trap().isBlank() && !trap.remedy().isBlank());
    assertThat(traps).extracting(Trap::side).containsOnly("source", "target", "pair");
  }

  @ParameterizedTest
  @CsvSource({
    "waba-registered,2025-09-01,true",
    "waba-registered,1 Sep,false",
    "broadcast-quota,5000,true",
    "broadcast-quota,-1,false",
    "chatbot-flows,many,false",
    "no-such-question,1,false"
  })
  void anAnswerHasTheFormOfItsQuestion(String id, String answer, boolean fits) {
    assertThat(Questions.problem(id, answer).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "contact,first_name,First Name,TEXT,false,GENERAL",
    "contact,npwp_12,NPWP,TEXT,true,SPECIFIC",
    "contact,golongan_darah,Golongan Darah,DROPDOWN,true,SPECIFIC",
    "company,name,Name,TEXT,false,NONE",
    "deal,catatan,Catatan internal,TEXTAREA,true,POSSIBLE",
    "deal,lokasi,Titik,GPS,true,GENERAL",
    "deal,size,Amount,MONEY,false,NONE",
    "contact,simpanan,Simpanan,NUMBER,true,NONE"
  })
  void fieldsAreClassedByNameAndType(
      String object, String key, String label, FieldType type, boolean custom, Personal kind) {
    FieldSchema field = new FieldSchema("", key, key, label, type, custom, false, List.of());
    assertThat(PersonalWords.kind(object, field, Optional.empty())).isEqualTo(kind);
  }
}

package dev.pindah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.discover.judge.Published;
import dev.pindah.model.audit.Trap;
import dev.pindah.report.Language;
import dev.pindah.report.Words;
import org.junit.jupiter.api.Test;

/** Every known trap is told in Indonesian, too. */
class TranslationsTest {
  @Test
  void everyTrapHasItsWords() {
    Words words = Words.of(Language.ID);
    for (Trap trap : Published.traps()) {
      assertThat(words.translated("trap", trap.id(), "")).as(trap.id()).isNotBlank();
      assertThat(words.translated("remedy", trap.id(), "")).as(trap.id()).isNotBlank();
    }
  }
}

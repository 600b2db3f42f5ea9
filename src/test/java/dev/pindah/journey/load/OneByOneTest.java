package dev.pindah.journey.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OneByOneTest {
  private static Stored file(String id, String name, long bytes, String deal) {
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.put("file_name", name).put("bytes", bytes);
    return new Stored(
        new Candidate(
            new RecordKey(ObjectName.FILE, id),
            Step.RECORD,
            TargetModule.FILES,
            attributes,
            List.of(new Link(Role.DEAL, new RecordKey(ObjectName.DEAL, deal))),
            RecordState.READY,
            "",
            List.of()),
        "");
  }

  @Test
  void filesThatNothingTellsApartGoOneInEachPass() {
    OneByOne pass = new OneByOne();
    assertThat(pass.first(file("a", "Foto.jpg", 7, "1"))).isTrue();
    assertThat(pass.first(file("b", "foto.jpg ", 7, "1"))).isFalse();
    assertThat(pass.first(file("c", "foto.jpg", 8, "1"))).isTrue();
    assertThat(pass.first(file("d", "foto.jpg", 7, "2"))).isTrue();
    assertThat(new OneByOne().first(file("b", "foto.jpg ", 7, "1"))).isTrue();
  }
}

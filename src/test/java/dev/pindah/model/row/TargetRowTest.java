package dev.pindah.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TargetRowTest {
  private static Set<String> differences(String there, String meant) {
    return new TargetRow("{\"description\":" + there + "}")
        .differences((ObjectNode) JsonMapper.shared().readTree("{\"description\":" + meant + "}"))
        .keySet();
  }

  @Test
  void htmlWithoutItsTextIsComparedByWhatItSays() {
    assertThat(
            differences(
                "\"<div>Harga &lt; 5 &amp; <b>naik</b><br>besok</div>\"",
                "\"Harga < 5 & naik\\nbesok\""))
        .isEmpty();
    assertThat(differences("\"<div>lusa</div>\"", "\"besok\"")).containsExactly("description");
    assertThat(differences("\"a <b>\"", "\"a\"")).containsExactly("description");
  }
}

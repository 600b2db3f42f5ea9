package dev.pindah.journey.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What makes records hard to move is seen and counted once each. */
class DataQualityTest {
  private final DataQuality quality =
      new DataQuality(
          new Inventory(
              Product.QONTAK,
              Instant.EPOCH,
              List.of(),
              List.of(),
              List.of(
                  new Person("7", "Budi", "budi@contoh.example", true, ""),
                  new Person("8", "Ani", "ani@contoh.example", false, "")),
              List.of()));

  @Test
  void findsDuplicatesBrokenAddressesOrphansAndDeadOwners() {
    look(ObjectName.COMPANY, "1", "{\"name\":\"PT Contoh\",\"creator_id\":7}");
    look(ObjectName.COMPANY, "2", "{\"name\":\" pt  CONTOH \",\"creator_id\":\"8\"}");
    look(ObjectName.COMPANY, "3", "{\"name\":\" \",\"creator_id\":null}");
    quality.complete(ObjectName.COMPANY);
    contact("1", "siti@contoh.example", "0812000000123", "1", "7");
    contact("2", "SITI@contoh.example", "+62 812-0000-00123", "[1]", "7");
    contact("3", "siti@contoh", "****", "99", "404");
    contact("4", "", "", "null", "7");
    look(ObjectName.DEAL, "1", "{\"crm_lead_ids\":[],\"crm_company_id\":null}");
    look(ObjectName.DEAL, "2", "{\"crm_lead_ids\":[1],\"crm_company_id\":[99]}");
    look(ObjectName.TASK, "1", "{\"crm_person_id\":0,\"user_id\":7,\"creator_id\":404}");
    assertThat(issues())
        .containsOnly(
            Map.entry("company duplicate-name", 1L),
            Map.entry("company no-name", 1L),
            Map.entry("company dead-owner", 1L),
            Map.entry("contact duplicate-email", 1L),
            Map.entry("contact duplicate-phone", 1L),
            Map.entry("contact broken-email", 1L),
            Map.entry("contact broken-phone", 1L),
            Map.entry("contact no-email", 1L),
            Map.entry("contact orphan", 1L),
            Map.entry("contact dead-owner", 1L),
            Map.entry("deal no-parent", 1L),
            Map.entry("deal orphan", 1L),
            Map.entry("task no-parent", 1L));
  }

  @Test
  void aPartOfTheCompaniesMakesNoOrphans() {
    contact("1", "a@contoh.example", "", "99", "7");
    assertThat(issues()).isEmpty();
  }

  private void contact(String id, String email, String phone, String company, String owner) {
    look(
        ObjectName.CONTACT,
        id,
        "{\"email\":\"%s\",\"telephone\":\"%s\",\"crm_company_id\":%s,\"creator_id\":%s}"
            .formatted(email, phone, company, owner));
  }

  private void look(ObjectName object, String id, String json) {
    quality.look(object, id, new SourceRow(json));
  }

  private Map<String, Long> issues() {
    return quality.issues().stream()
        .collect(
            Collectors.toMap(
                issue -> issue.object() + " " + issue.code(), issue -> issue.records()));
  }
}

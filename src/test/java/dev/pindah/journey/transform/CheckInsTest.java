package dev.pindah.journey.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckInsTest {
  @Test
  void tellsWhoWhenAndWhereOnTheRecordThatItNames() {
    String json =
        """
        {"id":300001,"date":"27/06/2026","timestamp":1782560000000,"creator_name":"Budi",
         "email":"budi@contoh.test","device_id":"d","crm_deal_id":50000001,
         "checkin":{"address":null,"latitude":"-7.78","longitude":"110.28","time":"27 Jun, 14:52"},
         "checkout":{"address":"Jl. Contoh","latitude":-7.5,"longitude":110.5,"time":"27 Jun, 15:10"}}
        """;
    RecordKey key = new RecordKey(ObjectName.CHECK_IN, "300001");
    SourceRecord record =
        new SourceRecord(key, Optional.empty(), json, "", Instant.EPOCH, true, false);
    Link deal = new Link(Link.Role.DEAL, new RecordKey(ObjectName.DEAL, "50000001"));
    Candidate note =
        CheckIns.note(record, List.of(deal), new Dates(ZoneId.of("Asia/Jakarta"))).getFirst();
    assertThat(note.attributes().path("description").asString())
        .isEqualTo(
            """
            [qontak:check_in:300001] 2026-06-27 18:33 WIB, Budi
            Check-in:  (-7.78, 110.28) 27 Jun, 14:52
            Check-out: Jl. Contoh (-7.5, 110.5) 27 Jun, 15:10\
            """);
    assertThat(note.links()).containsExactly(deal);
    assertThat(note.cells())
        .extracting(Cell::field)
        .contains("crm_deal_id", "checkin", "device_id", "creator_name");
  }
}

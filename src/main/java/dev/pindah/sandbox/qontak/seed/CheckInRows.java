package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seeded GPS check-ins: coordinates are strings where they are known and the number 0 where not.
 */
final class CheckInRows extends SeededRows {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd MMM, HH:mm", Locale.ENGLISH);

  CheckInRows(Ground ground) {
    super(ground, "geolocations", new Ids(300_000, ground.counts().checkIns()));
  }

  @Override
  public ObjectNode row(long i) {
    Instant at = updated(i);
    OffsetDateTime local = at.atOffset(Times.WIB);
    User who = ground.dice().of("checkin-user", i, ground.users().active());
    ObjectNode row = Json.object();
    row.put("id", id(i)).put("date", DAY.format(local)).put("timestamp", at.toEpochMilli());
    row.put("creator_name", who.name()).put("email", who.email());
    row.put("device_id", "device-" + who.id()).put("journey_id", 90_000 + i);
    row.putObject("checkin")
        .put(
            "address",
            i % 3 == 0 ? null : ground.dice().of("visit-street", i, ground.people().streets()))
        .put("latitude", "-7.%02d".formatted(i % 100))
        .put("longitude", "110.%02d".formatted(i * 7 % 100))
        .put("time", TIME.format(local));
    ObjectNode out = row.putObject("checkout").put("address", "");
    if (i % 2 == 0) {
      out.put("latitude", 0).put("longitude", 0).put("time", "");
    } else {
      out.put("latitude", "-7.%02d".formatted(i % 100)).put("longitude", "110.28");
      out.put("time", TIME.format(local.plusHours(1)));
    }
    return row;
  }
}

package dev.pindah.journey.cutover;

import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.row.SourceRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The WhatsApp numbers of the source account: what was read of them, and what was asked. */
public final class Whatsapp {
  /** Answers of people to what no API tells. */
  private static final String QUESTION = "question:";

  /** When the number was registered with Meta, as yyyy-mm-dd. */
  public static final String REGISTERED = QUESTION + "waba-registered";

  /** Broadcast messages that the account has each month. */
  public static final String QUOTA = QUESTION + "broadcast-quota";

  /** Whether the new provider wants the number released before the migration is over. */
  public static final String OFFBOARD_FIRST = QUESTION + "offboard-first";

  /** Numbers registered after this day are on the Marketing Messages API. */
  private static final LocalDate MARKETING_MESSAGES = LocalDate.of(2025, 8, 31);

  private static final Set<String> KINDS = Set.of("wa", "wa_cloud");
  private static final int CHUNK = 500;

  private final Ledger ledger;

  public Whatsapp(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A connected number, as the account shows it. */
  public record Channel(String kind, String account, String phone) {}

  /**
   * Broadcast messages of one month.
   *
   * @param limit of the account, where a person told it
   */
  public record Quota(YearMonth month, long sent, Optional<Long> limit) {
    public Optional<Long> left() {
      return limit.map(all -> Math.max(0, all - sent));
    }

    /** Counters begin anew with the month. */
    public LocalDate resetsOn() {
      return month.plusMonths(1).atDay(1);
    }
  }

  public boolean used() {
    return !channels().isEmpty();
  }

  public List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    each(
        ObjectName.CHANNEL,
        record -> {
          SourceRow row = new SourceRow(record.json());
          if (KINDS.contains(row.text("target_channel"))) {
            JsonNode settings = row.member("settings");
            channels.add(
                new Channel(
                    row.text("target_channel"),
                    settings.path("account_name").asString(""),
                    settings.path("phone_number").asString("")));
          }
        });
    return channels;
  }

  public Optional<LocalDate> registered() {
    return answer(REGISTERED)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text.strip()));
              } catch (DateTimeException noDate) {
                return Optional.empty();
              }
            });
  }

  /** Whether the number's marketing goes through the Marketing Messages API; empty: not asked. */
  public Optional<Boolean> marketingMessages() {
    return registered().map(date -> date.isAfter(MARKETING_MESSAGES));
  }

  public boolean offboardFirst() {
    return answer(OFFBOARD_FIRST).map("yes"::equals).orElse(false);
  }

  /** What the broadcasts of the month have used, as far as their counts were read. */
  public Quota quota(YearMonth month, ZoneId zone) {
    long[] sent = {0};
    each(
        ObjectName.BROADCAST,
        record -> {
          SourceRow row = new SourceRow(record.json());
          String at = row.text("send_at").isEmpty() ? row.text("created_at") : row.text("send_at");
          if (in(month, zone, at)) {
            row.member("message_status_count").valueStream().forEach(n -> sent[0] += n.asLong(0));
          }
        });
    Optional<Long> limit =
        answer(QUOTA).filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong);
    return new Quota(month, sent[0], limit);
  }

  private static boolean in(YearMonth month, ZoneId zone, String time) {
    try {
      return YearMonth.from(OffsetDateTime.parse(time).atZoneSameInstant(zone)).equals(month);
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  private Optional<String> answer(String subject) {
    return ledger.read(tables -> tables.decisions().latest(subject)).map(Decision::reason);
  }

  private void each(ObjectName object, Consumer<SourceRecord> work) {
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(object, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(work);
      after = page.getLast().key().id();
    }
  }
}

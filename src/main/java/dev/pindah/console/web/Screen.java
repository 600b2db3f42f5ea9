package dev.pindah.console.web;

import dev.pindah.ledger.Requests.Request;
import dev.pindah.report.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What every template needs: words, who looks, what is going on.
 *
 * @param page the page's word, as in its address
 * @param personal whether this person sees personal data now
 * @param last what was asked last
 */
public record Screen(
    String migration,
    String page,
    String name,
    String csrf,
    boolean personal,
    Words words,
    ZoneId zone,
    Live.Now live,
    Set<String> wishes,
    Optional<Request> last) {
  /** Pages in the order of the menu. */
  public static final List<String> PAGES =
      List.of(
          "overview",
          "mapping",
          "prepare",
          "sample",
          "run",
          "errors",
          "reconcile",
          "cutover",
          "rollback",
          "handoff",
          "decisions",
          "people");

  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  public String code(String group, String code) {
    return words.code(group, code);
  }

  public String number(long number) {
    return words.number(number);
  }

  public String lang() {
    return words.language().code();
  }

  public String address(String of) {
    return of.equals("overview") ? "/" : "/" + of;
  }

  /** A customer's text, masked unless this person asked to see it. */
  public String shown(String text) {
    return personal ? text : Mask.of(text);
  }

  public String time(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", words.language().locale())
        .withZone(zone)
        .format(at);
  }

  /** The same for a machine. */
  public String iso(Instant at) {
    return at.toString();
  }

  public String time(Duration time) {
    if (time.isNegative()) {
      return "";
    }
    return time.toHours() > 0
        ? String.format(Locale.ROOT, "%d:%02d h", time.toHours(), time.toMinutesPart())
        : String.format(Locale.ROOT, "%d:%02d min", time.toMinutes(), time.toSecondsPart());
  }

  public boolean can(String wish) {
    return wishes.contains(wish);
  }
}

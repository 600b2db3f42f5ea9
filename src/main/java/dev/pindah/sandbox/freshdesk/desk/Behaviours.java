package dev.pindah.sandbox.freshdesk.desk;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import java.time.Duration;
import java.util.List;

/** Everything that the facts leave open or that differs between accounts, as it is set now. */
public final class Behaviours {

  private static final List<Switch> SWITCHES =
      List.of(
          of("per-minute", "", "calls a minute instead of the plan's"),
          of("notifications", "on", "the desk mails requesters about tickets and public notes"),
          of("index-lag-millis", "120000", "searches do not see younger writes"),
          of("duplicate-status", "409", "a taken e-mail: 409 or 400"),
          of("multiple-companies", "off", "tickets take a company_id of their own"),
          of("note-contact-user", "on", "notes take a contact as user_id"),
          of("job-millis", "5000", "how long a bulk job runs"),
          of("seats", "50", "agents that the account may have"),
          of("html", "wrapped", "descriptions and notes: wrapped (in a div) or kept"));

  private final Switches switches;

  Behaviours(Switches switches) {
    this.switches = switches;
  }

  public static List<Switch> switches() {
    return SWITCHES;
  }

  /** The value of {@code freshdesk.<name>}. */
  public String text(String name) {
    return switches.text("freshdesk." + name);
  }

  public boolean on(String name) {
    return switches.on("freshdesk." + name);
  }

  public boolean is(String name, String value) {
    return text(name).equals(value);
  }

  public int number(String name) {
    return switches.number("freshdesk." + name);
  }

  Duration indexLag() {
    return Duration.ofMillis(number("index-lag-millis"));
  }

  private static Switch of(String name, String standard, String about) {
    return new Switch("freshdesk." + name, standard, about);
  }
}

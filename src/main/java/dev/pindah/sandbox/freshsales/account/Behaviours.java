package dev.pindah.sandbox.freshsales.account;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import java.time.Duration;
import java.util.List;

/** Everything that the facts leave open or that differs between accounts, as it is set now. */
public final class Behaviours {

  private static final List<Switch> SWITCHES =
      List.of(
          of("edition", "suite", "suite: /crm/sales/api; classic: /api, with leads"),
          of("retry-after-header", "off", "429 carries Retry-After"),
          of("per-minute", "400", "calls a minute beside the plan's calls an hour"),
          of("per-hour", "", "calls an hour instead of the plan's"),
          of("custom-field-put", "replace", "PUT custom_field: replace or merge"),
          of("custom-field-upsert", "merge", "upsert and bulk custom_field: merge or replace"),
          of("unknown-custom-field", "ignore", "an unknown cf_ name: ignore or refuse (400)"),
          of("dropdown-mismatch", "null", "a value that is no choice: null or refuse (400)"),
          of("dropdown-form", "any", "how single writes give choices: any, text or id"),
          of("bulk-dropdown-form", "any", "how bulk bodies give choices: any, text or id"),
          of("multi-select-read", "array", "how several choices are read: array or text (;)"),
          of("unknown-reference", "null", "an unknown *_id: null or refuse (400)"),
          of("inactive-owner", "accept", "an owner_id of an inactive user: accept or refuse"),
          of("account-name-unique", "on", "two accounts may not share a name"),
          of("contact-email-required", "on", "a contact needs an e-mail"),
          of("deal-amount-required", "on", "a deal needs an amount"),
          of("lifecycle-automation", "on", "deals move their contacts' lifecycle stage"),
          of("lifecycle-read", "values", "stage and status of contacts: values or null"),
          of("automations", "on", "the account's own workflows fire on API writes"),
          of("index-lag-millis", "2000", "searches do not see younger writes"),
          of("deal-views", "all", "deals have a view All Deals: all or classic (without)"),
          of("deal-sub-lists", "bare", "deals/:id/tasks: bare (only without /api) or both"),
          of("delete-status", "200", "DELETE of a record: 200 with true, or 204"),
          of("bin-unique", "off", "what is in the recycle bin keeps e-mails, names and ids taken"),
          of("restore-route", "off", "PUT /<module>/:id/restore is served"),
          of("bulk-job-millis", "3000", "how long a bulk job runs"),
          of("bulk-jobs-max", "8", "bulk jobs at a time; one more is answered 405"),
          of("deals-bulk-destroy", "on", "deals/bulk_destroy is served"),
          of("activity-types", "custom", "sales activities of custom types only, or of any"),
          of("note-length-max", "60000", "characters of a note; longer ones are refused"),
          of("plan-limits", "on", "the web page refuses what the plan does not hold"));

  private final Switches switches;

  Behaviours(Switches switches) {
    this.switches = switches;
  }

  public static List<Switch> switches() {
    return SWITCHES;
  }

  /** The value of {@code freshsales.<name>}. */
  public String text(String name) {
    return switches.text("freshsales." + name);
  }

  public boolean on(String name) {
    return switches.on("freshsales." + name);
  }

  public boolean is(String name, String value) {
    return text(name).equals(value);
  }

  public int number(String name) {
    return switches.number("freshsales." + name);
  }

  public Duration indexLag() {
    return Duration.ofMillis(number("index-lag-millis"));
  }

  private static Switch of(String name, String standard, String about) {
    return new Switch("freshsales." + name, standard, about);
  }
}

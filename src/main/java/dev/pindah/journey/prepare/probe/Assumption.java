package dev.pindah.journey.prepare.probe;

import dev.pindah.connect.Habits;
import dev.pindah.model.Promise;

/** Everything that a probe asks, and what is safely assumed where it cannot find out. */
enum Assumption {
  CREATED_AT("created-at-settable", "no", "whether the original time of creation can be written"),
  EMAIL_REQUIRED("contact-email-required", "yes", "whether a contact needs an e-mail"),
  CHOICES(Habits.CHOICES, "text", "how a choice is written: any, text or id"),
  SEVERAL(Habits.SEVERAL_CHOICES, "array", "how several choices are written: array, joined or id"),
  SEVERAL_READ("multi-select-read", "array", "how several choices are read: array or text"),
  CUSTOM_PUT("custom-field-put", "replace", "whether a change keeps custom values it leaves out"),
  UNKNOWN_FIELD("unknown-custom-field", "ignore", "what becomes of a field that is not there"),
  MISMATCH("dropdown-mismatch", "null", "what becomes of a value that is no choice"),
  REFERENCE("unknown-reference", "null", "what becomes of an id that is not there"),
  INACTIVE_OWNER("inactive-owner", "refuse", "whether an inactive user can own a record"),
  BULK(Habits.BULK, "yes", "whether bulk writes arrive"),
  BULK_CHOICES(Habits.BULK_CHOICES, "text", "how bulk writes give a choice: any, text or id"),
  BULK_CUSTOM(Habits.BULK_CUSTOM, "replace", "whether a bulk change keeps custom values"),
  BULK_IDS("bulk-ids", "no", "whether a bulk write tells the ids that it made"),
  NAME_UNIQUE("account-name-unique", "yes", "whether two accounts may not share a name"),
  AMOUNT_REQUIRED("deal-amount-required", "yes", "whether a deal needs an amount"),
  CLOSED_DATE("closed-date-settable", "yes", "whether the day of closing can be written later"),
  LIFECYCLE("lifecycle-automation", "on", "whether a deal moves its contact's lifecycle stage"),
  LIFECYCLE_READ("lifecycle-read", "values", "whether stage and status are read: values or null"),
  WORKFLOWS("workflows-fired", "yes", "whether the account's workflows fire on API writes"),
  INDEX_LAG(Habits.INDEX_LAG, "20", "seconds until a look-up sees a write"),
  FILE_SIZE("file-size", "150 MB", "the largest file that is taken");

  private final String id;
  private final String answer;
  private final String asks;

  Assumption(String id, String answer, String asks) {
    this.id = id;
    this.answer = answer;
    this.asks = asks;
  }

  String id() {
    return id;
  }

  Promise assumed(String why) {
    return new Promise(id, answer, false, asks + "; not tried: " + why);
  }

  Promise found(String seen, String detail) {
    return new Promise(id, seen, true, asks + (detail.isBlank() ? "" : ": " + detail));
  }
}

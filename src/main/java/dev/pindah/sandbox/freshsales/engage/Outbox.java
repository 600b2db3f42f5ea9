package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.wire.Json;

/** Mails that the real account would have sent. */
public final class Outbox {

  private final Account account;

  public Outbox(Account account) {
    this.account = account;
  }

  /** Puts a mail into the outbox; {@code why} names the workflow or the call behind it. */
  public void send(String to, String subject, String why) {
    account
        .tables()
        .outbox()
        .insert(Json.object().put("to", to).put("subject", subject).put("why", why));
  }
}

package dev.pindah.console.web;

import dev.pindah.report.Language;
import java.time.Duration;
import java.time.Instant;

/** A person who was let in, for as long as the browser keeps the cookie. */
public final class Visitor {
  /** How long personal data stays shown after somebody asked for it. */
  public static final Duration SHOWN = Duration.ofMinutes(15);

  private final String csrf;
  private String name;
  private Language language;
  private Instant shownUntil = Instant.MIN;
  private Instant seen;

  Visitor(String csrf, String name, Language language, Instant now) {
    this.csrf = csrf;
    this.name = name;
    this.language = language;
    this.seen = now;
  }

  public String csrf() {
    return csrf;
  }

  /** The name that stands beside decisions; blank until the person gave one. */
  public synchronized String name() {
    return name;
  }

  public synchronized Language language() {
    return language;
  }

  public synchronized boolean seesPersonalData(Instant now) {
    return now.isBefore(shownUntil);
  }

  synchronized void introduce(String as) {
    name = as;
  }

  synchronized void speak(Language other) {
    language = other;
  }

  synchronized void show(Instant until) {
    shownUntil = until;
  }

  synchronized boolean idle(Instant now, Duration longest) {
    return seen.plus(longest).isBefore(now);
  }

  synchronized void seen(Instant now) {
    seen = now;
  }
}

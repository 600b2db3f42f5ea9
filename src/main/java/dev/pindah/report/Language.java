package dev.pindah.report;

import java.util.Locale;

/** A language that reports are written in. */
public enum Language {
  EN(Locale.US),
  ID(Locale.forLanguageTag("id-ID"));

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** As HTML and the command line write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

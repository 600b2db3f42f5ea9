package dev.pindah.report;

import dev.pindah.model.proof.Rung;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** The words and numbers of reports in one language. */
public final class Words {
  private static final int DECIMALS = 10;

  private final Language language;
  private final Properties words = new Properties();

  /** What the program's English tables are in this language, by id. */
  private final Properties translations = new Properties();

  private final Sentences sentences;

  private Words(Language language, List<String> books) {
    this.language = language;
    this.sentences = language == Language.EN ? Sentences.none() : Sentences.of(language);
    books.forEach(book -> load(words, Words.class, book));
    if (language != Language.EN) {
      load(translations, Words.class, "translations");
    }
  }

  private void load(Properties words, Class<?> beside, String book) {
    String file = book + "_" + language.code() + ".properties";
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        words.load(text);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The words of the reports of a run, and of what is known before one. */
  public static Words of(Language language) {
    return new Words(language, List.of("words", "audit"));
  }

  /** The same with the words that lie beside another class; they win where both have a key. */
  public Words and(Class<?> beside) {
    Words more = new Words(language, List.of());
    more.words.putAll(words);
    more.load(more.words, beside, "words");
    return more;
  }

  /** The words of the handoff documents. */
  public static Words ofHandoff(Language language) {
    return new Words(language, List.of("handoff"));
  }

  public Language language() {
    return language;
  }

  Set<String> keys() {
    return words.stringPropertyNames();
  }

  /** The words of a key; {@code {0}}, {@code {1}} … are replaced. */
  public String say(String key, Object... arguments) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for " + key + " in " + language.code());
    }
    for (int number = 0; number < arguments.length; number++) {
      String value =
          arguments[number] instanceof Long count
              ? number(count)
              : String.valueOf(arguments[number]);
      text = text.replace("{" + number + "}", value);
    }
    return text;
  }

  /** The words of a code of the program; an unknown code speaks for itself. */
  public String code(String group, String code) {
    return words.getProperty(group + "." + code, code);
  }

  /** A sentence of one of the program's tables, which are English. */
  public String translated(String group, String id, String english) {
    return translations.getProperty(group + "." + id, english);
  }

  /** A sentence that a judgement put together in English. */
  public String sentence(String english) {
    return sentences.in(english);
  }

  /** What a rung counted; the reasons of a failed one are codes and ids, alike in all languages. */
  public String says(Rung rung) {
    String key = "says." + rung.id();
    return words.containsKey(key) ? say(key, rung.counts().toArray()) + rung.broken() : rung.says();
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  /** An amount as it is, to the last digit; text that is no amount stays as it is. */
  public String amount(String plain) {
    try {
      NumberFormat format = NumberFormat.getNumberInstance(language.locale());
      format.setMaximumFractionDigits(DECIMALS);
      return format.format(new BigDecimal(plain));
    } catch (NumberFormatException notDecimal) {
      return plain;
    }
  }

  /** An amount with all decimals that its currency has. */
  public String money(BigDecimal amount) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(Math.max(0, amount.scale()));
    format.setMaximumFractionDigits(Math.max(0, amount.scale()));
    return format.format(amount);
  }

  /** A share from 0 to 1. */
  public String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(language.locale());
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }
}

package dev.pindah.journey.discover.estimate;

import dev.pindah.journey.discover.estimate.Pricing.Band;
import dev.pindah.model.Problems;
import dev.pindah.model.document.Document;
import dev.pindah.model.document.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code pricing.yaml}; says everything that is wrong with it at once. */
public final class PricingFile {
  /** Its name in a workspace. */
  public static final String NAME = "pricing.yaml";

  private static final List<String> GRADES = List.of("A", "B", "C", "D");
  private static final List<String> EXTRAS =
      List.of("helpdesk", "files", "chatbot-flows", "templates");
  private static final List<String> WORK =
      List.of(
          "start",
          "gate",
          "custom-field",
          "field-by-hand",
          "pipeline",
          "unmatched-user",
          "data-finding",
          "template",
          "chatbot-flow",
          "machine-hour",
          "watch-day");

  private PricingFile() {}

  /** The one that comes with the program. */
  public static String shipped() {
    try (InputStream file = PricingFile.class.getResourceAsStream(NAME)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its " + NAME);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program lacks its " + NAME, unreadable);
    }
  }

  /** Empty when there are problems. */
  public static Optional<Pricing> read(String text, Problems problems) {
    Optional<Pricing> pricing = Document.parse(NAME, text, problems).map(PricingFile::pricing);
    return problems.isEmpty() ? pricing : Optional.empty();
  }

  private static Pricing pricing(Section root) {
    Optional<Section> tax = root.section("tax");
    String taxName = tax.map(found -> found.text("name", "")).orElse("");
    BigDecimal percent =
        tax.map(found -> found.read("percent", PricingFile::amount, BigDecimal.ZERO))
            .orElse(BigDecimal.ZERO);
    tax.ifPresent(Section::done);
    Map<String, BigDecimal> exchange = new TreeMap<>();
    root.section("exchange").ifPresent(section -> amounts(section, exchange));
    Map<String, List<Band>> prices = new LinkedHashMap<>();
    root.section("prices")
        .ifPresentOrElse(
            section -> categories(section, prices),
            () -> root.problem("prices", "'prices' is missing", "see the file that is shipped"));
    Map<String, BigDecimal> extras = new TreeMap<>();
    root.section("extras").ifPresent(section -> named(section, EXTRAS, extras));
    Map<String, BigDecimal> minutes = new TreeMap<>();
    root.section("minutes").ifPresent(section -> named(section, WORK, minutes));
    Map<String, Double> work = new TreeMap<>();
    minutes.forEach((kind, amount) -> work.put(kind, amount.doubleValue()));
    Pricing pricing =
        new Pricing(
            root.read("currency", PricingFile::currency, "IDR"),
            root.read("valid-days", PricingFile::days, 30),
            taxName,
            percent,
            exchange,
            prices,
            extras,
            work);
    root.done();
    return pricing;
  }

  private static void categories(Section root, Map<String, List<Band>> prices) {
    root.named()
        .forEach(
            (category, sources) ->
                sources
                    .named()
                    .forEach(
                        (source, destinations) ->
                            destinations
                                .named()
                                .forEach(
                                    (destination, grades) ->
                                        grades(
                                            category + "/" + source + "/" + destination,
                                            grades,
                                            prices))));
  }

  private static void grades(String place, Section section, Map<String, List<Band>> prices) {
    for (String grade : GRADES) {
      List<Band> bands = new ArrayList<>();
      for (Section band : section.sections(grade)) {
        long records = band.read("records", PricingFile::records, 0L);
        if (!bands.isEmpty() && records <= bands.getLast().records()) {
          band.problem("records", "bands go from small to large", "");
        }
        bands.add(new Band(records, band.read("price", PricingFile::amount, BigDecimal.ZERO)));
        band.done();
      }
      if (bands.isEmpty()) {
        section.problem(grade, "no price for grade " + grade, "");
      }
      prices.put(place + "/" + grade, bands);
    }
    section.done();
  }

  private static void named(Section section, List<String> names, Map<String, BigDecimal> amounts) {
    for (String name : names) {
      amounts.put(name, section.read(name, PricingFile::amount, BigDecimal.ZERO));
    }
    section.done();
  }

  /** Keys are the currencies that somebody listed. */
  private static void amounts(Section section, Map<String, BigDecimal> amounts) {
    for (String code : section.keys()) {
      BigDecimal rate = section.read(code, PricingFile::amount, BigDecimal.ZERO);
      if (!code.matches("[A-Z]{3}")) {
        section.problem(code, "'" + code + "' is no currency", "three capital letters");
      } else if (rate.signum() <= 0) {
        section.problem(code, "a rate above 0 is expected here", "");
      } else {
        amounts.put(code, rate);
      }
    }
  }

  private static String currency(String text) {
    if (!text.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("'" + text + "' is no currency; three capital letters");
    }
    return text;
  }

  private static int days(String text) {
    if (!text.matches("[1-9]\\d{0,2}")) {
      throw new IllegalArgumentException("a number of days from 1 to 999 is expected here");
    }
    return Integer.parseInt(text);
  }

  private static long records(String text) {
    if (!text.matches("[1-9]\\d{0,11}")) {
      throw new IllegalArgumentException("a whole number of records above 0 is expected here");
    }
    return Long.parseLong(text);
  }

  private static BigDecimal amount(String text) {
    try {
      BigDecimal amount = new BigDecimal(text);
      if (amount.signum() < 0 || amount.precision() - amount.scale() > 15) {
        throw new IllegalArgumentException("'" + text + "' is no amount from 0 up");
      }
      return amount;
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("'" + text + "' is no amount", notANumber);
    }
  }
}

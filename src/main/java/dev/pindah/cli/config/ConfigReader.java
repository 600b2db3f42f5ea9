package dev.pindah.cli.config;

import dev.pindah.connect.freshdesk.FreshdeskSettings;
import dev.pindah.connect.freshsales.FreshsalesSettings;
import dev.pindah.connect.llm.ModelSettings;
import dev.pindah.connect.qontak.QontakSettings;
import dev.pindah.connect.qontak.QontakSettings.Bearer;
import dev.pindah.connect.qontak.QontakSettings.Credentials;
import dev.pindah.connect.qontak.QontakSettings.Hmac;
import dev.pindah.connect.qontak.QontakSettings.Password;
import dev.pindah.journey.transform.TransformSettings;
import dev.pindah.journey.transform.TransformSettings.WithoutEmail;
import dev.pindah.model.Problems;
import dev.pindah.model.document.Document;
import dev.pindah.model.document.Section;
import dev.pindah.model.document.Substitution;
import dev.pindah.model.schema.Plan;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code pindah.yaml}; says everything that is wrong with it at once. */
public final class ConfigReader {
  /** Name of the file in a workspace. */
  public static final String FILE = "pindah.yaml";

  /** Beyond this a rehearsal's hours last less than the clock can tell. */
  private static final double FASTEST = 1_000_000;

  private static final Map<String, Plan> PLANS =
      Arrays.stream(Plan.values())
          .collect(
              Collectors.toMap(
                  Plan::wire, Function.identity(), (first, again) -> first, LinkedHashMap::new));

  private static final Map<String, WithoutEmail> POLICIES =
      Map.of(
          "hold", WithoutEmail.HOLD,
          "placeholder", WithoutEmail.PLACEHOLDER,
          "skip", WithoutEmail.SKIP);

  private ConfigReader() {}

  /** Empty when there are problems. */
  public static Optional<Config> read(
      String text, Map<String, String> environment, Problems problems) {
    Optional<Config> config =
        Document.parse(FILE, text, problems, Substitution.environment(environment, problems))
            .flatMap(root -> config(root, problems));
    return problems.isEmpty() ? config : Optional.empty();
  }

  private static Optional<Config> config(Section root, Problems problems) {
    String migration = root.required("migration");
    ZoneId zone = root.read("time-zone", ConfigReader::zone, ZoneId.of("Asia/Jakarta"));
    Optional<Section> from = nested(root, "source", "qontak", problems);
    String files = from.map(section -> section.text("files", "")).orElse("");
    Optional<QontakSettings> qontak = from.map(ConfigReader::qontak);
    Optional<Section> destination = root.section("destination");
    if (destination.isEmpty()) {
      root.problem("destination", "'destination' is missing", "pindah init writes a template");
    }
    Optional<Section> freshsales = destination.flatMap(found -> found.section("freshsales"));
    if (destination.isPresent() && freshsales.isEmpty()) {
      destination.get().problem("freshsales", "'freshsales' is missing", "");
    }
    Optional<FreshsalesSettings> settings = freshsales.map(ConfigReader::freshsales);
    TransformSettings transform =
        new TransformSettings(
            zone,
            freshsales.map(found -> found.text("placeholder-owner", "")).orElse(""),
            freshsales
                .map(found -> found.oneOf("contacts-without-email", POLICIES, WithoutEmail.HOLD))
                .orElse(WithoutEmail.HOLD),
            settings.map(found -> found.plan().storesFiles()).orElse(true));
    freshsales.ifPresent(Section::done);
    Optional<FreshdeskSettings> freshdesk =
        destination.flatMap(found -> found.section("freshdesk")).map(ConfigReader::freshdesk);
    destination.ifPresent(Section::done);
    Optional<ModelSettings> model = root.section("suggestions").map(ConfigReader::suggestions);
    double factor = root.read("clock-factor", ConfigReader::factor, 1.0);
    boolean rehearsal =
        qontak.map(found -> loopback(found.base())).orElse(true)
            && settings.map(found -> loopback(found.base())).orElse(true)
            && freshdesk.map(found -> loopback(found.base())).orElse(true);
    if (factor > 1 && !rehearsal) {
      root.problem(
          "clock-factor",
          "time can only be sped up against a sandbox on this machine",
          "remove the line");
    }
    String ledger = root.text("ledger", "pindah.db");
    root.done();
    return qontak.flatMap(
        source ->
            settings.map(
                to ->
                    new Config(
                        migration, source, to, freshdesk, transform, model, factor, rehearsal,
                        ledger, files)));
  }

  private static Optional<Section> nested(
      Section root, String outer, String inner, Problems problems) {
    Optional<Section> section = root.section(outer);
    if (section.isEmpty()) {
      root.problem(outer, "'" + outer + "' is missing", "pindah init writes a template");
      return Optional.empty();
    }
    Optional<Section> found = section.get().section(inner);
    if (found.isEmpty()) {
      problems.add(section.get().place(), "'" + inner + "' is missing", "");
    }
    section.get().done();
    return found;
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time zone; use a name such as Asia/Jakarta", unknown);
    }
  }

  private static QontakSettings qontak(Section section) {
    URI base = section.read("base-url", Urls::base, URI.create("https://api.mekari.com"));
    String auth =
        section.oneOf(
            "auth",
            Map.of("hmac", "hmac", "oauth-password", "oauth-password", "bearer", "bearer"),
            "hmac");
    Credentials credentials =
        switch (auth) {
          case "oauth-password" ->
              new Password(section.required("username"), section.required("password"));
          case "bearer" -> new Bearer(section.required("token"));
          default -> new Hmac(section.required("client-id"), section.required("client-secret"));
        };
    QontakSettings settings =
        new QontakSettings(
            base,
            credentials,
            section.text("acting-user", ""),
            section.read("crm-prefix", Urls::prefix, "/qontak/crm"),
            section.read("chat-prefix", Urls::prefix, "/qontak/chat/v1"),
            section.has("rate")
                ? OptionalDouble.of(section.read("rate", ConfigReader::rate, 2.0))
                : OptionalDouble.empty(),
            mediaHosts(section));
    section.text("files");
    for (String unused :
        new String[] {"client-id", "client-secret", "username", "password", "token"}) {
      section.text(unused);
    }
    section.done();
    return settings;
  }

  private static List<String> mediaHosts(Section section) {
    List<String> hosts = section.texts("media-hosts");
    for (String host : hosts) {
      if (!Urls.isHost(host)) {
        section.problem(
            "media-hosts",
            "'" + host + "' is no host",
            "name it without scheme and path, for instance files.contoh.example or 127.0.0.1:8080");
      }
    }
    return hosts.stream().filter(Urls::isHost).toList();
  }

  private static FreshsalesSettings freshsales(Section section) {
    URI base = section.read("base-url", Urls::freshsales, URI.create("https://missing.invalid"));
    if (!section.has("base-url")) {
      section.problem("base-url", "'base-url' is missing", "for instance acme.myfreshworks.com");
    }
    String edition =
        section.oneOf("edition", Map.of("suite", "suite", "classic", "classic"), "suite");
    if (edition.equals("classic")) {
      section.problem(
          "edition",
          "the classic edition is not supported by this version",
          "move the account to the suite, or wait for a version that knows the leads module");
    }
    boolean bulk = section.oneOf("bulk", Map.of("auto", true, "off", false), true);
    return new FreshsalesSettings(
        base,
        section.required("api-key"),
        section.oneOf("plan", PLANS, Plan.GROWTH),
        section.read("budget-share", ConfigReader::share, 0.9),
        bulk);
  }

  private static FreshdeskSettings freshdesk(Section section) {
    URI base = section.read("base-url", Urls::base, URI.create("https://missing.invalid"));
    if (!section.has("base-url")) {
      section.problem(
          "base-url", "'base-url' is missing", "for instance https://acme.freshdesk.com");
    }
    FreshdeskSettings settings =
        new FreshdeskSettings(
            base,
            section.required("api-key"),
            section.read("budget-share", ConfigReader::share, 0.9),
            mediaHosts(section));
    section.done();
    return settings;
  }

  private static ModelSettings suggestions(Section section) {
    ModelSettings.Provider provider =
        section.oneOf(
            "provider",
            Map.of(
                "openai", ModelSettings.Provider.OPENAI,
                "anthropic", ModelSettings.Provider.ANTHROPIC,
                "ollama", ModelSettings.Provider.OLLAMA),
            ModelSettings.Provider.OPENAI);
    if (!section.has("provider")) {
      section.problem("provider", "'provider' is missing", "openai, anthropic or ollama");
    }
    Optional<URI> base =
        section.has("base-url")
            ? Optional.of(
                section.read("base-url", Urls::service, URI.create("https://missing.invalid")))
            : Optional.empty();
    ModelSettings settings =
        new ModelSettings(
            provider,
            base,
            section.required("model"),
            provider == ModelSettings.Provider.OLLAMA
                ? section.text("api-key", "")
                : section.required("api-key"),
            section.oneOf("share-samples", Map.of("true", true, "false", false), false));
    section.done();
    return settings;
  }

  /** A rate as the configuration takes it; a problem when it is none. */
  public static double rate(String text, Problems problems) {
    try {
      return rate(text);
    } catch (IllegalArgumentException wrong) {
      problems.add("rate", String.valueOf(wrong.getMessage()), "");
      return 0;
    }
  }

  static double rate(String text) {
    java.util.regex.Matcher rate =
        java.util.regex.Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*/\\s*(s|min)").matcher(text);
    if (!rate.matches() || Double.parseDouble(rate.group(1)) <= 0) {
      throw new IllegalArgumentException("a rate such as 2/s or 100/min is expected here");
    }
    double calls = Double.parseDouble(rate.group(1));
    return rate.group(2).equals("s") ? calls : calls / 60;
  }

  private static double share(String text) {
    double share = number(text);
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share above 0 and up to 1 is expected here");
    }
    return share;
  }

  private static double factor(String text) {
    double factor = number(text);
    if (!(factor >= 1 && factor <= FASTEST)) {
      throw new IllegalArgumentException("a factor from 1 to 1000000 is expected here");
    }
    return factor;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("'" + text + "' is no number", notANumber);
    }
  }

  private static boolean loopback(URI base) {
    return Urls.loopback(base.getHost());
  }
}

package dev.pindah.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  private static final String TEXT =
      """
      migration: contoh-2026
      time-zone: Asia/Jakarta
      source:
        qontak:
          base-url: http://127.0.0.1:8001
          auth: bearer
          token: ${TOKEN}
          crm-prefix: /api/v3.1
          chat-prefix: /qontak/chat/v1
          rate: 100/min
          media-hosts: []
          files: exports/
      destination:
        freshsales:
          base-url: acme
          edition: suite
          plan: growth
          api-key: abc
          budget-share: 0.9
          placeholder-owner: owner@acme.test
          bulk: off
          contacts-without-email: hold
        freshdesk:
          base-url: https://acme.freshdesk.com
          api-key: def
      suggestions:
        provider: ollama
        base-url: http://localhost:11434
        model: some
        share-samples: false
      clock-factor: 1
      ledger: jdbc:postgresql://host.test/db
      """;

  private static List<String> problems(String text) {
    Problems problems = new Problems();
    ConfigReader.read(text, Map.of("TOKEN", "t"), problems);
    return problems.list().stream().map(Object::toString).toList();
  }

  @Test
  void everyDocumentedKeyIsKnown() {
    Problems problems = new Problems();
    Optional<Config> config = ConfigReader.read(TEXT, Map.of("TOKEN", "t"), problems);
    assertThat(problems.list()).isEmpty();
    assertThat(config.orElseThrow().freshsales().base())
        .hasToString("https://acme.myfreshworks.com");
    assertThat(config.orElseThrow().freshsales().bulk()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "budget-share: 0.9, budget-share: 0",
    "budget-share: 0.9, budget-share: -1",
    "budget-share: 0.9, budget-share: 1.01",
    "budget-share: 0.9, budget-share: NaN",
    "budget-share: 0.9, budget-share: much",
    "clock-factor: 1, clock-factor: 0.5",
    "clock-factor: 1, clock-factor: NaN",
    "clock-factor: 1, clock-factor: Infinity",
    "clock-factor: 1, clock-factor: 2",
    "rate: 100/min, rate: 0/s",
    "rate: 100/min, rate: 5/h",
    "http://127.0.0.1:8001, http://10.0.0.1:8001",
    "http://127.0.0.1:8001, http://127.0.0.1.evil.test",
    "http://127.0.0.1:8001, http://u:p@127.0.0.1:8001",
    "https://acme.freshdesk.com, http://acme.freshdesk.com",
    "edition: suite, edition: suit",
    "contacts-without-email: hold, contacts-without-email: drop",
    "placeholder-owner:, placeholder-ownr:",
    "${TOKEN}, ${TOKEN_}",
  })
  void whatCannotBeMeantIsSaidAtItsPlace(String good, String bad) {
    assertThat(TEXT).contains(good);
    assertThat(problems(TEXT.replace(good, bad))).hasSize(1).first().asString().contains(":");
  }

  @Test
  void theClockMayRunFastWhereEverythingIsOnThisMachine() {
    String here =
        TEXT.replace("base-url: acme", "base-url: http://127.0.0.1:8002")
            .replace("https://acme.freshdesk.com", "http://localhost:8003")
            .replace("clock-factor: 1", "clock-factor: 600");
    assertThat(problems(here)).isEmpty();
  }
}

package dev.pindah.connect.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.Suggester.Answer;
import dev.pindah.connect.Suggester.Choice;
import dev.pindah.connect.Suggester.Question;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three wire formats, and what is believed of an answer. */
class LanguageModelTest {
  private static final Question BIRTH =
      new Question(
          "contact.tgl",
          "contact",
          "Tgl Lhr",
          "date",
          List.of("1990-01-02"),
          List.of(
              new Choice("cf_join", "Join Date", "date"),
              new Choice("cf_birth", "Birth Date", "date")));

  private static final Question SHOE =
      new Question(
          "contact.sepatu",
          "contact",
          "Ukuran Sepatu",
          "number",
          List.of(),
          List.of(new Choice("cf_size", "Company Size", "number")));

  @ParameterizedTest
  @EnumSource(ModelSettings.Provider.class)
  void eachProviderIsAskedInItsOwnForm(ModelSettings.Provider provider) throws IOException {
    try (ModelServer server =
        new ModelServer(200, "Sure:\n```json\n{\"q1\":\"cf_birth\",\"q2\":\"none\"}\n```")) {
      Answer answer = model(server, provider, false).ask(List.of(BIRTH, SHOE));

      assertThat(answer.chosen())
          .containsEntry("contact.tgl", "cf_birth")
          .containsEntry("contact.sepatu", "");
      assertThat(answer.note()).isEmpty();
      assertThat(server.calls).hasSize(1);
      assertThat(server.calls.getFirst().path())
          .isEqualTo(
              switch (provider) {
                case OPENAI -> "/v1/chat/completions";
                case ANTHROPIC -> "/v1/messages";
                case OLLAMA -> "/api/chat";
              });
      assertThat(server.calls.getFirst().authorization())
          .isEqualTo(
              switch (provider) {
                case OPENAI -> "Bearer secret-key-1";
                case ANTHROPIC -> "secret-key-1";
                case OLLAMA -> "";
              });
      assertThat(server.calls.getFirst().body()).contains("Tgl Lhr").doesNotContain("1990-01-02");
    }
  }

  @Test
  void samplesAreSentOnlyWhenTheyAreShared() throws IOException {
    try (ModelServer server = new ModelServer(200, "{}")) {
      Answer answer = model(server, ModelSettings.Provider.OPENAI, true).ask(List.of(BIRTH));

      assertThat(server.calls.getFirst().body()).contains("1990-01-02");
      assertThat(answer.note()).contains("of no use");
    }
  }

  @Test
  void onlyWhatWasOfferedIsBelieved() throws IOException {
    for (String says :
        List.of(
            "{\"q1\":\"cf_secret\"}", "no idea", "{\"q1\":", "{\"q1\":[1],\"q9\":\"cf_join\"}")) {
      try (ModelServer server = new ModelServer(200, says)) {
        assertThat(model(server, ModelSettings.Provider.OLLAMA, false).ask(List.of(BIRTH)).chosen())
            .as(says)
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ModelSettings.Provider.class)
  void aFailureIsNotedWithoutTheKey(ModelSettings.Provider provider) throws IOException {
    try (ModelServer server = new ModelServer(500, "")) {
      Answer answer = model(server, provider, false).ask(List.of(BIRTH));

      assertThat(answer.chosen()).isEmpty();
      assertThat(answer.note()).contains("offline order").doesNotContain("secret-key-1");
      assertThat(server.calls).hasSize(1);
    }
    URI nobody = URI.create("http://127.0.0.1:1");
    assertThat(
            new LanguageModel(settings(provider, nobody, false), Duration.ofSeconds(2))
                .ask(List.of(BIRTH))
                .note())
        .contains("offline order");
    assertThat(settings(provider, nobody, false).toString()).doesNotContain("secret-key-1");
  }

  private static LanguageModel model(
      ModelServer server, ModelSettings.Provider provider, boolean samples) {
    URI base = server.base(provider == ModelSettings.Provider.OLLAMA ? "" : "/v1");
    return new LanguageModel(settings(provider, base, samples), Duration.ofSeconds(10));
  }

  private static ModelSettings settings(
      ModelSettings.Provider provider, URI base, boolean samples) {
    return new ModelSettings(provider, Optional.of(base), "m", "secret-key-1", samples);
  }
}

package dev.pindah.connect.llm;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.pindah.connect.Suggester;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A language model over HTTP; asked in batches, believed only within the given choices. */
public final class LanguageModel implements Suggester {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BATCH = 20;
  private static final int TOKENS = 2_000;

  private final ModelSettings settings;
  private final ChatModel model;

  public LanguageModel(ModelSettings settings) {
    this(settings, PATIENCE);
  }

  LanguageModel(ModelSettings settings, Duration patience) {
    this.settings = settings;
    this.model = model(settings, patience);
  }

  /** One try each: the offline order is good enough to go on with. */
  private static ChatModel model(ModelSettings settings, Duration patience) {
    return switch (settings.provider()) {
      case OPENAI ->
          OpenAiChatModel.builder()
              .baseUrl(base(settings, "https://api.openai.com/v1"))
              .apiKey(settings.apiKey())
              .modelName(settings.model())
              .temperature(0.0)
              .timeout(patience)
              .maxRetries(0)
              .build();
      case ANTHROPIC ->
          AnthropicChatModel.builder()
              .baseUrl(base(settings, "https://api.anthropic.com/v1"))
              .apiKey(settings.apiKey())
              .modelName(settings.model())
              .temperature(0.0)
              .maxTokens(TOKENS)
              .timeout(patience)
              .maxRetries(0)
              .build();
      case OLLAMA ->
          OllamaChatModel.builder()
              .baseUrl(base(settings, "http://localhost:11434"))
              .modelName(settings.model())
              .temperature(0.0)
              .timeout(patience)
              .maxRetries(0)
              .build();
    };
  }

  private static String base(ModelSettings settings, String usual) {
    return settings.base().map(URI::toString).orElse(usual);
  }

  @Override
  public Answer ask(List<Question> questions) {
    Map<String, String> chosen = new HashMap<>();
    Set<String> notes = new LinkedHashSet<>();
    for (int at = 0; at < questions.size(); at += BATCH) {
      List<Question> batch = questions.subList(at, Math.min(at + BATCH, questions.size()));
      Optional<String> text = said(Prompt.of(batch, settings.shareSamples()), notes);
      if (text.isEmpty()) {
        continue;
      }
      Map<String, String> understood = Prompt.answers(text.get(), batch);
      if (understood.isEmpty()) {
        notes.add("its answer was of no use");
      }
      chosen.putAll(understood);
    }
    return new Answer(
        chosen,
        notes.isEmpty()
            ? ""
            : "the language model "
                + settings.model()
                + " did not help ("
                + String.join(", ", notes)
                + "); the offline order stands");
  }

  /**
   * The library's call and nothing else: it passes on what the network says, and what it stumbles
   * over in a strange answer, as bare runtime exceptions. Their words may quote what was sent; the
   * kind of failure is enough.
   */
  private Optional<String> said(String question, Set<String> notes) {
    try {
      return Optional.ofNullable(model.chat(question));
    } catch (RuntimeException broken) {
      notes.add(kind(broken));
    }
    return Optional.empty();
  }

  private static String kind(RuntimeException failed) {
    Throwable cause = failed.getCause();
    return (cause == null ? failed : cause).getClass().getSimpleName();
  }
}

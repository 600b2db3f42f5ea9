package dev.pindah.connect.llm;

import java.net.URI;
import java.util.Optional;

/**
 * Which language model is asked.
 *
 * @param base where it is served; the provider's own address when empty
 * @param shareSamples whether values of records may be sent
 */
public record ModelSettings(
    Provider provider, Optional<URI> base, String model, String apiKey, boolean shareSamples) {
  /** Whose wire format is spoken. */
  public enum Provider {
    OPENAI,
    ANTHROPIC,
    OLLAMA
  }

  /** Without the key. */
  @Override
  public String toString() {
    return provider + " " + model;
  }
}

package dev.pindah.journey.map.match;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * all-MiniLM-L6-v2, quantized, out of its library's jar. A text takes one core; several texts take
 * all of them. As the library sets it up, every text asks for all cores at once and they wait for
 * each other: three times the processor time.
 */
final class SentenceModel extends AbstractInProcessEmbeddingModel {
  private static final String NETWORK = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private final OnnxBertBiEncoder encoder;

  SentenceModel() {
    super(null);
    encoder = load();
  }

  private static OnnxBertBiEncoder load() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        InputStream network = resource(NETWORK);
        InputStream tokenizer = resource(TOKENIZER)) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session = environment.createSession(network.readAllBytes(), options);
      return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (OrtException broken) {
      throw new IllegalStateException("the model of sentences cannot be loaded", broken);
    }
  }

  private static InputStream resource(String name) {
    InputStream stream = SentenceModel.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is missing from the build");
    }
    return stream;
  }

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }
}

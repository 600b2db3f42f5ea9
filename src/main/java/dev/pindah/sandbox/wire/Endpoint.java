package dev.pindah.sandbox.wire;

/** Answers one request. May throw {@link Refusal} instead of returning a refusing reply. */
@FunctionalInterface
public interface Endpoint {
  Reply answer(Exchange exchange);
}

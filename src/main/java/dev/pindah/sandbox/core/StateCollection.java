package dev.pindah.sandbox.core;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One kind of record for the admin's state dump.
 *
 * @param rows everything the product knows of every live record, freshly opened at each call
 */
public record StateCollection(
    String name, LongSupplier count, Supplier<Stream<? extends JsonNode>> rows) {}

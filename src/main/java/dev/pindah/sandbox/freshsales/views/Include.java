package dev.pindah.sandbox.freshsales.views;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * One value of {@code include}.
 *
 * @param root the top-level array that it fills
 * @param member the reference that it makes appear on the row
 * @param related the related rows as they are shown, each with an id
 */
record Include(String root, String member, Function<ObjectNode, List<ObjectNode>> related) {}

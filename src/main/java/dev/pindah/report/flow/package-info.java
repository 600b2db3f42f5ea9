/**
 * Chatbot flows drawn. In: a documented flow. Out: a diagram as SVG that stands alone, and the same
 * as Mermaid source. Nothing is remembered; the same flow is always drawn alike.
 */
@NullMarked
package dev.pindah.report.flow;

import org.jspecify.annotations.NullMarked;

/**
 * Hand-edited YAML files with the place of every value: the configuration and the mapping. In:
 * text. Out: typed values; whatever is wrong is collected with its line and said at once.
 */
@NullMarked
package dev.pindah.model.document;

import org.jspecify.annotations.NullMarked;

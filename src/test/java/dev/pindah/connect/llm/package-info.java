/** Tests of the optional language model against a server that speaks the three wire formats. */
@NullMarked
package dev.pindah.connect.llm;

import org.jspecify.annotations.NullMarked;

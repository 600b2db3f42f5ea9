/** What a migration takes of people and money: words for estimate, its reports and the console. */
@NullMarked
package dev.pindah.model.offer;

import org.jspecify.annotations.NullMarked;

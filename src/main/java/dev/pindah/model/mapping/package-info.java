/**
 * The mapping as data: what a person confirmed in {@code mapping.yaml}. Written and read by map,
 * obeyed by prepare and transform. Target fields, values, stages and owners are named by label or
 * e-mail, since their ids differ per account and some do not exist before prepare.
 */
@NullMarked
package dev.pindah.model.mapping;

import org.jspecify.annotations.NullMarked;

/**
 * What a person does in the web page, for tests and rehearsals. In: requests under
 * /_sandbox/freshsales. Out: fields, choices, pipelines, stages, users, pick lists, records.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.admin;

import org.jspecify.annotations.NullMarked;

/**
 * What an account looks like: objects, fields, pipelines, people, pick lists. Read by discover from
 * both sides, kept in the ledger, and all that map, prepare and transform know of an account.
 */
@NullMarked
package dev.pindah.model.schema;

import org.jspecify.annotations.NullMarked;

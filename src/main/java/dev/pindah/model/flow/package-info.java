/**
 * Chatbot flows as data, and what is said of them. In: the files that an admin exported or typed.
 * Out: steps and the ways between them, what is wrong with them, conversations to try the rebuilt
 * bot with. Nothing here is kept in a table: the files themselves are source records.
 */
@NullMarked
package dev.pindah.model.flow;

import org.jspecify.annotations.NullMarked;

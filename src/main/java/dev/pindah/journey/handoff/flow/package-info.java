/**
 * Chatbot flows out of the files that an admin brought. In: source records of chatbots. Out: flows
 * with their steps, what is wrong with them, conversations to try a rebuilt bot with, and notes for
 * rebuilding it. Nothing is remembered: all of it follows from the files.
 */
@NullMarked
package dev.pindah.journey.handoff.flow;

import org.jspecify.annotations.NullMarked;

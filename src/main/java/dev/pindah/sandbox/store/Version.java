package dev.pindah.sandbox.store;

/**
 * Where one version of a row lies.
 *
 * @param updatedMillis the row's {@code updated_at}
 */
record Version(long start, int length, long updatedMillis) {}

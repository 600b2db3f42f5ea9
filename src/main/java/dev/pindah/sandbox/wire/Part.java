package dev.pindah.sandbox.wire;

import java.nio.charset.StandardCharsets;

/** One part of a multipart body; {@code filename} is "" for a plain field. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too big to be copied
public record Part(String name, String filename, String contentType, byte[] bytes) {

  public boolean isFile() {
    return !filename.isEmpty();
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

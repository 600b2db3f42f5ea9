package dev.pindah.connect;

import dev.pindah.model.RecordKey;
import dev.pindah.model.schema.ObjectSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files that records of the source link to. */
public interface MediaReader {
  /**
   * One link on one record.
   *
   * @param field key of the schema's field, or the member of the record
   * @param url as received
   * @param name the last part of the link's path, made harmless; never to be used as a path
   */
  record Link(String field, String url, String name) {}

  /** What came of a download. */
  sealed interface Download {
    /** All bytes are in the file that was given, and on the disk. */
    record Whole(String sha256, long bytes, String contentType) implements Download {}

    /** The server does not have it. */
    record Missing(String reason) implements Download {}

    /** Larger than the cap; {@code bytes} as announced, or as far as it was read. */
    record TooLarge(long bytes) implements Download {}

    /** Not fetched for safety, or the server does not give it out. */
    record Refused(String reason) implements Download {}
  }

  /**
   * The files that a record links to; placeholder pictures and profile pictures are none.
   *
   * @param schema says which of the customer's own fields hold files
   */
  List<Link> links(RecordKey key, String json, Optional<ObjectSchema> schema);

  /**
   * Streams a file to the disk, and goes on in the middle when the connection breaks.
   *
   * @param into an empty file
   * @param cap length in bytes up to which it is taken
   * @throws RemoteException the server cannot be reached for long
   */
  Download fetch(String url, Path into, long cap);
}

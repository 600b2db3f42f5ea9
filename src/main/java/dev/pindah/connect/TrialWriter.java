package dev.pindah.connect;

import dev.pindah.connect.BulkWriter.Job;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.TargetModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes word for word what it is given, to see what the target makes of it: values in the form
 * they have, changes that name nothing but themselves. For throw-away records only; they carry a
 * tag of their own beside the usual marks.
 */
public interface TrialWriter {
  /** Tag of everything that is written here. */
  String TAG = "qontak-probe";

  Reply<Row> create(Payload payload);

  /** Sends these attributes and no other. */
  Reply<Row> change(TargetModule module, String id, ObjectNode attributes);

  /** Makes one record through the bulk route. */
  Reply<Job> createInBulk(Payload payload);

  /** Sends these attributes and no other through the bulk route. */
  Reply<Job> changeInBulk(TargetModule module, String id, ObjectNode attributes);
}

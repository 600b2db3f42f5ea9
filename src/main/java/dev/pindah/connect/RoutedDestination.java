package dev.pindah.connect;

import dev.pindah.connect.MediaReader.Download;
import dev.pindah.connect.TargetReader.Page;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Vocabulary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A CRM and a helpdesk that are one target: every call goes to the product that has the module.
 * What the helpdesk looks like stands in the CRM's inventory, beside its modules.
 */
public final class RoutedDestination implements Destination {
  private final Destination crm;
  private final Destination desk;

  public RoutedDestination(Destination crm, Destination desk) {
    this.crm = crm;
    this.desk = desk;
  }

  private Destination of(TargetModule module) {
    return module.product() == Product.FRESHDESK ? desk : crm;
  }

  @Override
  public SchemaReader schema() {
    return () -> {
      Inventory first = crm.schema().read();
      Inventory second = desk.schema().read();
      List<ObjectSchema> objects = new ArrayList<>(first.objects());
      objects.addAll(second.objects());
      List<Vocabulary> vocabularies = new ArrayList<>(first.vocabularies());
      vocabularies.addAll(second.vocabularies());
      return new Inventory(
          first.product(),
          first.readAt(),
          objects,
          first.pipelines(),
          first.people(),
          vocabularies);
    };
  }

  @Override
  public Optional<SchemaWriter> schemaWriter(TargetModule module, boolean experimental) {
    return of(module).schemaWriter(module, experimental);
  }

  @Override
  public TargetReader reader() {
    return new Reader();
  }

  @Override
  public RecordWriter writer() {
    return new Writer();
  }

  @Override
  public Eraser eraser() {
    return new Remover();
  }

  @Override
  public Optional<BulkWriter> bulk() {
    return crm.bulk();
  }

  @Override
  public Duration timeFor(TargetModule module, long calls) {
    return of(module).timeFor(module, calls);
  }

  @Override
  public long calls() {
    return crm.calls() + desk.calls();
  }

  @Override
  public Duration indexLag() {
    return crm.indexLag();
  }

  /** The helpdesk is not tried: whatever is made there may mail somebody. */
  @Override
  public Optional<TrialWriter> trials() {
    return crm.trials();
  }

  @Override
  public Heard heard() {
    return crm.heard();
  }

  private final class Reader implements TargetReader {
    @Override
    public Reach reach(TargetModule module) {
      return of(module).reader().reach(module);
    }

    @Override
    public Page page(TargetModule module, int number) {
      return of(module).reader().page(module, number);
    }

    @Override
    public Page changedSince(TargetModule module, Instant since, int number) {
      return of(module).reader().changedSince(module, since, number);
    }

    @Override
    public List<Row> under(TargetModule module, TargetModule parent, String parentId) {
      return of(module).reader().under(module, parent, parentId);
    }

    @Override
    public boolean givesBodies(TargetModule module) {
      return of(module).reader().givesBodies(module);
    }

    @Override
    public Optional<Download> body(Row file, Path into, long cap) {
      return of(file.module()).reader().body(file, into, cap);
    }

    @Override
    public Set<String> members(String listId) {
      return crm.reader().members(listId);
    }

    @Override
    public Optional<Row> one(TargetModule module, String id) {
      return of(module).reader().one(module, id);
    }

    @Override
    public List<Row> find(TargetModule module, String kind, String value) {
      return of(module).reader().find(module, kind, value);
    }
  }

  private final class Writer implements RecordWriter {
    @Override
    public Reply<Row> create(Payload payload) {
      return of(payload.module()).writer().create(payload);
    }

    @Override
    public Reply<Row> update(Row current, Payload payload) {
      return of(payload.module()).writer().update(current, payload);
    }

    @Override
    public Reply<Row> upload(Payload payload, Path content, String contentType) {
      return of(payload.module()).writer().upload(payload, content, contentType);
    }

    @Override
    public Reply<Boolean> join(String listId, List<String> contactIds) {
      return crm.writer().join(listId, contactIds);
    }
  }

  private final class Remover implements Eraser {
    @Override
    public Reply<Boolean> delete(TargetModule module, String id) {
      return of(module).eraser().delete(module, id);
    }

    @Override
    public Reply<Boolean> deleteAll(TargetModule module, List<String> ids) {
      return of(module).eraser().deleteAll(module, ids);
    }

    @Override
    public Reply<Boolean> leave(String listId, List<String> contactIds) {
      return crm.eraser().leave(listId, contactIds);
    }

    @Override
    public Reply<Boolean> restore(Row now, String before, Set<String> attributes) {
      return of(now.module()).eraser().restore(now, before, attributes);
    }
  }
}

package dev.pindah.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.pindah.model.Problems;
import dev.pindah.model.Product;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives owners of the source who had no user on the target one after all: their rules in the
 * mapping change, and with them only the records that they own.
 */
final class ReassignOwners {
  private final Session session;
  private final Path file;
  private final Problems problems = new Problems();

  ReassignOwners(Session session, Path file) {
    this.session = session;
    this.file = file;
  }

  /** The mapping with the new owners, confirmed by the person; answers how many changed. */
  int run(Mapping before, String by) {
    Map<String, String> wanted = read();
    Inventory target = target(wanted);
    List<OwnerRule> owners = new ArrayList<>();
    int changed = 0;
    for (OwnerRule owner : before.owners()) {
      String to = take(wanted, owner);
      boolean moves = !to.isEmpty() && !to.equalsIgnoreCase(owner.to());
      changed += moves ? 1 : 0;
      owners.add(
          moves ? new OwnerRule(owner.id(), owner.name(), owner.email(), owner.role(), to) : owner);
      if (!to.isEmpty() && !to.equals(OwnerRule.PLACEHOLDER) && !active(target, to)) {
        problems.add(
            String.valueOf(file.getFileName()),
            "'" + to + "' is no active user of the target",
            "make the user there, or correct the e-mail");
      }
    }
    wanted.forEach(
        (owner, to) ->
            problems.add(
                String.valueOf(file.getFileName()),
                "'" + owner + "' is no owner of the mapping",
                "use the id or e-mail that mapping.yaml has under owners"));
    if (!problems.isEmpty()) {
      throw new UsageException(Session.lines(problems));
    }
    if (changed > 0) {
      Mapping after =
          new Mapping(
              before.migration(), before.leadRule(), before.objects(), before.pipelines(), owners);
      MapCommand.write(session, after);
      MapCommand.confirm(session, session.mappingFile(), by);
      new KeepOriginalOwner(session.ledger)
          .of(before.owners().stream().filter(owner -> !owners.contains(owner)).toList());
    }
    return changed;
  }

  /** By id, else by e-mail, else by name. */
  private static String take(Map<String, String> wanted, OwnerRule owner) {
    return Stream.of(owner.id(), owner.email(), owner.name())
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .filter(text -> !text.isEmpty() && wanted.containsKey(text))
        .findFirst()
        .map(wanted::remove)
        .orElse("");
  }

  private static boolean active(Inventory target, String email) {
    return target.people().stream()
        .filter(Person::active)
        .anyMatch(person -> person.email().equalsIgnoreCase(email));
  }

  /** Read anew when somebody is named who was not there before. */
  private Inventory target(Map<String, String> wanted) {
    Inventory known = session.inventory(Product.FRESHSALES);
    boolean all =
        wanted.values().stream()
            .allMatch(to -> to.equals(OwnerRule.PLACEHOLDER) || active(known, to));
    if (all) {
      return known;
    }
    Inventory fresh = session.connectors().destination().schema().read();
    session.ledger.record(tables -> tables.inventories().save(fresh));
    return fresh;
  }

  /** Owner in lower case to e-mail; rows without an e-mail are left alone. */
  private Map<String, String> read() {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no file " + file);
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
      char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
      List<List<String>> rows;
      try (Stream<CsvRecord> records =
          CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text).stream()) {
        rows = records.map(CsvRecord::getFields).toList();
      }
      return owners(rows);
    } catch (IOException | CsvParseException unreadable) {
      throw new UsageException(file.getFileName() + " cannot be read as CSV in UTF-8", unreadable);
    }
  }

  private Map<String, String> owners(List<List<String>> rows) {
    List<String> heads =
        rows.isEmpty()
            ? List.of()
            : rows.getFirst().stream().map(head -> head.strip().toLowerCase(Locale.ROOT)).toList();
    int owner = heads.indexOf("owner");
    int to = heads.indexOf("to");
    if (owner < 0 || to < 0) {
      throw new UsageException(
          file.getFileName()
              + " needs the columns 'owner' (id or e-mail in the source) and 'to' (e-mail on the"
              + " target); reports/owners.csv is a beginning");
    }
    Map<String, String> wanted = new HashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      boolean named = row.size() > Math.max(owner, to) && !row.get(to).isBlank();
      if (named) {
        wanted.put(row.get(owner).strip().toLowerCase(Locale.ROOT), row.get(to).strip());
      }
    }
    return wanted;
  }
}

package dev.pindah.journey.handoff;

import dev.pindah.ledger.Ledger;
import dev.pindah.model.Product;
import dev.pindah.model.kit.Dictionary;
import dev.pindah.model.kit.Dictionary.Row;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Old name, new name, rule: out of the mapping and what both accounts call their fields. */
final class ReadDictionary {
  private ReadDictionary() {}

  static Dictionary read(Ledger ledger, Optional<Mapping> mapping, boolean confirmed) {
    Optional<Inventory> source = ledger.read(tables -> tables.inventories().latest(Product.QONTAK));
    Optional<Inventory> target =
        ledger.read(tables -> tables.inventories().latest(Product.FRESHSALES));
    List<Row> rows = new ArrayList<>();
    for (ObjectMapping object : mapping.map(Mapping::objects).orElse(List.of())) {
      for (FieldRule rule : object.fields()) {
        Optional<FieldSchema> field =
            source
                .flatMap(known -> known.object(object.object().wire()))
                .flatMap(schema -> schema.field(rule.source()));
        rows.add(row(object, rule, field, target));
      }
    }
    return new Dictionary(confirmed, rows);
  }

  private static Row row(
      ObjectMapping object,
      FieldRule rule,
      Optional<FieldSchema> field,
      Optional<Inventory> target) {
    String label =
        rule.create()
            .map(create -> create.label())
            .or(
                () ->
                    target
                        .flatMap(known -> known.object(object.target().wire()))
                        .flatMap(schema -> schema.field(rule.target()))
                        .map(FieldSchema::label))
            .orElse(rule.target());
    return new Row(
        object.object().wire(),
        rule.source(),
        rule.label(),
        field.map(known -> known.type().wire()).orElse(""),
        field.map(FieldSchema::custom).orElse(false),
        rule.decision().wire(),
        object.target().wire(),
        rule.moves() ? rule.target() : "",
        rule.moves() ? label : "",
        rule.moves() ? rule.transform().wire() : "",
        rule.values().stream()
            .filter(value -> !value.from().equals(value.to()))
            .map(ReadDictionary::renamed)
            .toList(),
        rule.reason());
  }

  private static String renamed(ValueRule value) {
    return value.from() + " → " + (value.to().isEmpty() ? "—" : value.to());
  }
}

package dev.pindah.connect.freshsales;

import dev.pindah.connect.Habits.Form;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form in which this account takes choices. A form that it does not understand it passes over,
 * or refuses; until an answer has shown a choice that was sent, the other forms are tried.
 */
final class FreshsalesForms {
  private static final List<Form> SEVERAL = List.of(Form.TEXT, Form.JOINED, Form.ID);

  /** Refusals that say nothing about what is wrong. */
  private static final Set<String> VAGUE = Set.of("refused-400", "refused-422");

  /** Refused records that are sent in other forms, when that has helped none of them. */
  private static final int TRIES = 3;

  private final FreshsalesFields fields;
  private final Set<FieldType> proved = ConcurrentHashMap.newKeySet();

  /** Fields whose choices arrive in no form. */
  private final Set<String> hopeless = ConcurrentHashMap.newKeySet();

  private final AtomicInteger fruitless = new AtomicInteger();
  private volatile Form one;
  private volatile Form several;

  FreshsalesForms(FreshsalesFields fields, Form one, Form several) {
    this.fields = fields;
    this.one = one;
    this.several = several;
  }

  FreshsalesBodies bodies() {
    return new FreshsalesBodies(fields, one, several);
  }

  /** How a record is read and written while its form is looked for. */
  interface Access {
    /** The record as it stands now. */
    Row read(Row row);

    /** Writes part of a record in the form of these bodies. */
    Reply<Row> put(FreshsalesBodies form, Payload part, Row row);
  }

  /** The answer to a write, with choices that it passed over written again. */
  Reply<Row> verified(Payload payload, Reply<Row> answer, Access access) {
    Reply<Row> last = answer;
    for (FieldType type : List.of(FieldType.DROPDOWN, FieldType.MULTI_SELECT_DROPDOWN)) {
      if (last instanceof Reply.Ok<Row>(Row row)) {
        last = again(type, payload, row, access);
      }
    }
    return last;
  }

  private Reply<Row> again(FieldType type, Payload payload, Row row, Access access) {
    Set<String> lost = lost(type, payload, row);
    // An answer may show less than there is.
    if (!lost.isEmpty()) {
      lost = lost(type, payload, access.read(row));
    }
    if (lost.isEmpty()) {
      return new Reply.Ok<>(row);
    }
    Payload part =
        new Payload(
            payload.key(),
            payload.module(),
            payload.attributes().deepCopy().retain(lost),
            List.of());
    for (Form form : others(type)) {
      boolean single = type == FieldType.DROPDOWN;
      FreshsalesBodies bodies =
          new FreshsalesBodies(fields, single ? form : one, single ? several : form);
      if (access.put(bodies, part, row) instanceof Reply.Ok<Row>(Row now)
          && shown(now, lost).size() == lost.size()) {
        adopt(type, form);
        return new Reply.Ok<>(now);
      }
    }
    lost.forEach(name -> hopeless.add(payload.module() + "." + name));
    return new Reply.Ok<>(row);
  }

  /** The same record in other forms, where the account refused it and does not say why. */
  Reply<Row> instead(
      Payload payload, Reply<Row> answer, Function<FreshsalesBodies, Reply<Row>> post) {
    if (!(answer instanceof Reply.Refused<Row>(String code, String reason))
        || !VAGUE.contains(code)
        || fruitless.get() >= TRIES) {
      return answer;
    }
    Set<FieldType> types = types(payload);
    types.removeAll(proved);
    if (types.isEmpty()) {
      return answer;
    }
    for (Form form : List.of(Form.ID, Form.JOINED, Form.TEXT)) {
      Form single = form == Form.JOINED || !types.contains(FieldType.DROPDOWN) ? one : form;
      Form list = types.contains(FieldType.MULTI_SELECT_DROPDOWN) ? form : several;
      if (single == one && list == several) {
        continue;
      }
      Reply<Row> other = post.apply(new FreshsalesBodies(fields, single, list));
      if (other instanceof Reply.Ok<Row>) {
        one = single;
        several = list;
      }
      // What is not refused may stand by now: it must not be sent once more.
      if (!(other instanceof Reply.Refused<Row>)) {
        return other;
      }
    }
    fruitless.incrementAndGet();
    return answer;
  }

  private void adopt(FieldType type, Form form) {
    proved.add(type);
    if (type == FieldType.DROPDOWN) {
      one = form;
    } else {
      several = form;
    }
  }

  private List<Form> others(FieldType type) {
    return type == FieldType.DROPDOWN
        ? List.of(one == Form.ID ? Form.TEXT : Form.ID)
        : SEVERAL.stream().filter(form -> form != several).toList();
  }

  /** Choices that were sent and that the answer leaves out, where that may be due to their form. */
  private Set<String> lost(FieldType type, Payload payload, Row row) {
    if (proved.contains(type)) {
      return Set.of();
    }
    Set<String> sent =
        sent(payload)
            .filter(field -> field.type() == type)
            .map(FieldSchema::name)
            .collect(Collectors.toSet());
    if (sent.isEmpty()) {
      return sent;
    }
    if (!shown(row, sent).isEmpty()) {
      proved.add(type);
    }
    if (proved.contains(type) || !custom(row).isObject()) {
      return Set.of();
    }
    sent.removeIf(name -> hopeless.contains(payload.module() + "." + name));
    return sent;
  }

  private Set<FieldType> types(Payload payload) {
    Set<FieldType> types = EnumSet.noneOf(FieldType.class);
    sent(payload).map(FieldSchema::type).forEach(types::add);
    return types;
  }

  private Stream<FieldSchema> sent(Payload payload) {
    return switch (payload.module()) {
      case CONTACTS, SALES_ACCOUNTS, DEALS ->
          fields.choices(payload.module()).stream()
              .filter(field -> !empty(payload.attributes().path(field.name())));
      default -> Stream.empty();
    };
  }

  private static Set<String> shown(Row row, Set<String> names) {
    JsonNode custom = custom(row);
    return names.stream().filter(name -> !empty(custom.path(name))).collect(Collectors.toSet());
  }

  private static JsonNode custom(Row row) {
    return JsonMapper.shared().readTree(row.json()).path("custom_field");
  }

  private static boolean empty(JsonNode value) {
    return value.isContainer() ? value.isEmpty() : value.asString("").isBlank();
  }
}

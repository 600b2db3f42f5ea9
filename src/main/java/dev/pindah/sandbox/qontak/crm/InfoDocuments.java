package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.qontak.seed.Choices;
import dev.pindah.sandbox.qontak.seed.Field;
import dev.pindah.sandbox.qontak.seed.Fields;
import dev.pindah.sandbox.qontak.seed.Option;
import dev.pindah.sandbox.qontak.seed.Pipeline;
import dev.pindah.sandbox.qontak.seed.Stage;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.qontak.seed.Users;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code …/info} of every object, each with the descriptor form that its endpoint has. */
final class InfoDocuments {

  private static final Set<String> USER_FIELDS = Set.of("creator_id", "user_id", "reporter_id");

  private final Users users;
  private final Switches switches;

  InfoDocuments(Users users, Switches switches) {
    this.users = users;
    this.switches = switches;
  }

  List<ObjectNode> contact() {
    return Fields.CONTACT.all().stream().map(field -> plain(field, dropdown(field, true))).toList();
  }

  List<ObjectNode> company() {
    return Fields.COMPANY.all().stream()
        .map(field -> plain(field, dropdown(field, !field.name().equals("industry_id"))))
        .toList();
  }

  List<ObjectNode> task() {
    List<ObjectNode> descriptors = new ArrayList<>();
    for (Field field : Fields.TASK.all()) {
      descriptors.add(plain(field, dropdown(field, true)).putNull("checklist_details_attributes"));
    }
    return descriptors;
  }

  /** Standard fields say in which pipelines and stages they are required, instead of whether. */
  List<ObjectNode> deal() {
    List<ObjectNode> descriptors = new ArrayList<>();
    for (Field field : Fields.DEAL.all()) {
      ObjectNode descriptor = head(field);
      if (field.additional()) {
        descriptor.put("required", field.required());
      } else {
        descriptor.putArray("required_pipeline_ids");
        descriptor.putArray("required_stage_ids");
        if (field.required()) {
          ArrayNode pipelines = (ArrayNode) descriptor.get("required_pipeline_ids");
          Pipeline.DEALS.forEach(pipeline -> pipelines.add(pipeline.id()));
        }
      }
      descriptor.put("additional_field", field.additional()).put("type", field.type());
      descriptor.set("dropdown", dealDropdown(field));
      descriptors.add(descriptor);
    }
    return descriptors;
  }

  /** Standard fields have ids here, and a field without choices has an empty dropdown, not null. */
  List<ObjectNode> ticket() {
    List<ObjectNode> descriptors = new ArrayList<>();
    for (Field field : Fields.TICKET.all()) {
      ObjectNode descriptor = head(field).put("required", field.required());
      descriptor.putArray("required_pipeline_ids");
      descriptor.putArray("show_pipeline_ids");
      descriptor.put("additional_field", field.additional()).put("type", field.type());
      descriptor.set("dropdown", ticketDropdown(field));
      descriptors.add(descriptor);
    }
    return descriptors;
  }

  /**
   * Another key for the list, another one for the flag, an extra value, and plain strings as
   * currencies.
   */
  ArrayNode product() {
    ArrayNode descriptors = Json.array();
    for (Field field : Fields.PRODUCT.all()) {
      ObjectNode descriptor = head(field).put("required", field.required());
      descriptor.put("additional_fields", field.additional()).put("type", field.type());
      descriptor.putNull("value");
      if (field.name().equals("currency")) {
        ArrayNode codes = descriptor.putArray("dropdown");
        Choices.CURRENCIES.forEach(codes::add);
      } else {
        descriptor.set("dropdown", dropdown(field, true));
      }
      descriptors.add(descriptor);
    }
    return descriptors;
  }

  private ObjectNode plain(Field field, JsonNode dropdown) {
    ObjectNode descriptor = head(field).put("required", field.required());
    descriptor.put("additional_field", field.additional()).put("type", field.type());
    descriptor.set("dropdown", dropdown);
    return descriptor;
  }

  private ObjectNode head(Field field) {
    String label = field.label(switches.text("qontak.language"));
    ObjectNode descriptor = Json.object();
    if (field.id() == 0) {
      descriptor.putNull("id");
    } else {
      descriptor.put("id", field.id());
    }
    return descriptor.put("name", field.name()).put("name_alias", label.isEmpty() ? null : label);
  }

  private JsonNode dropdown(Field field, boolean idFirst) {
    if (USER_FIELDS.contains(field.name())) {
      return people(false);
    }
    if (field.options().isEmpty() && !field.isSelect()) {
      return Json.object().nullNode();
    }
    ArrayNode choices = Json.array();
    for (Option option : field.options()) {
      if (!option.removed() && idFirst) {
        choices.addObject().put("id", option.id()).put("name", option.name());
      } else if (!option.removed()) {
        choices.addObject().put("name", option.name()).put("id", option.id());
      }
    }
    return choices;
  }

  private JsonNode dealDropdown(Field field) {
    return switch (field.name()) {
      case "creator_id" -> people(true);
      case "crm_stage_id" -> Json.object().nullNode();
      case "currency" -> {
        ArrayNode codes = Json.array();
        field.options().forEach(code -> codes.addObject().putNull("id").put("name", code.name()));
        yield codes;
      }
      default -> dropdown(field, true);
    };
  }

  private ArrayNode ticketDropdown(Field field) {
    ArrayNode choices = Json.array();
    switch (field.name()) {
      case "ticket_pipeline_id" ->
          Pipeline.TICKETS.forEach(
              pipeline ->
                  choices.addObject().put("id", pipeline.id()).put("name", pipeline.name()));
      case "ticket_stage_id" -> {
        for (Pipeline pipeline : Pipeline.TICKETS) {
          for (Stage stage : pipeline.stages()) {
            choices
                .addObject()
                .put("id", stage.id())
                .put("name", stage.name())
                .put("ticket_pipeline_id", pipeline.id());
          }
        }
      }
      default -> {
        if (dropdown(field, true) instanceof ArrayNode filled) {
          choices.addAll(filled);
        }
      }
    }
    return choices;
  }

  /** Only who is active; with e-mail and teams where deals are concerned. */
  private ArrayNode people(boolean withMail) {
    ArrayNode people = Json.array();
    for (User user : users.active()) {
      ObjectNode person = people.addObject().put("id", user.id()).put("name", user.name());
      if (withMail) {
        person.put("email", user.email());
        person
            .putArray("crm_teams")
            .addObject()
            .put("id", 1 + user.id() % 3)
            .put("name", user.team());
      }
    }
    return people;
  }
}

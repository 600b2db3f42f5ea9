package dev.pindah.sandbox.freshsales.admin;

import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.Unacceptable;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an admin filled in: a JSON object, read leniently. */
record Form(JsonNode body) {

  /** Answers a filled-in form: the status with what was made, or 422 with why not. */
  static Reply submit(Exchange exchange, int status, Function<Form, ObjectNode> work) {
    try {
      JsonNode body = exchange.json().filter(JsonNode::isObject).orElseGet(Json::object);
      return Reply.json(status, work.apply(new Form(body)));
    } catch (Unacceptable unacceptable) {
      return Reply.json(422, Json.object().put("problem", unacceptable.why()));
    }
  }

  /** The first of these that is filled in. */
  Optional<String> text(String... names) {
    for (String name : names) {
      String value = body.path(name).asString("").strip();
      if (!value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  String require(String... names) {
    return text(names).orElseThrow(() -> new Unacceptable("needed: " + String.join(" or ", names)));
  }

  boolean flag(String name, boolean fallback) {
    return body.path(name).asBoolean(fallback);
  }

  List<String> texts(String name) {
    List<String> values = new ArrayList<>();
    for (JsonNode item : body.path(name)) {
      String value = item.isObject() ? item.path("value").asString("") : item.asString("");
      if (!value.isBlank()) {
        values.add(value);
      }
    }
    return values;
  }

  JsonNode list(String name) {
    return body.path(name);
  }

  /** The module in any spelling: contacts, contact, Contact. */
  Kind kind() {
    String module = require("module");
    return Kind.ofPath(module)
        .or(() -> Kind.ofRoot(module))
        .or(() -> Kind.ofType(module))
        .orElseThrow(() -> new Unacceptable("no module " + module));
  }
}

package dev.pindah.cli;

import dev.pindah.journey.prepare.ToDo;
import dev.pindah.model.mapping.PickList;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The hands of the simulated account's admin: makes what prepare asks for. */
final class DemoAdmin {
  private final URI freshsales;

  DemoAdmin(URI freshsales) {
    this.freshsales = freshsales;
  }

  /** Workflows, assignment rules and notifications off. */
  void automationsOff() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      post(client, "/_sandbox/automations", Output.object().put("on", false));
    }
  }

  void make(List<ToDo> list) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (ToDo toDo : list) {
        post(client, "/_sandbox/freshsales/" + path(toDo), body(toDo));
      }
    }
  }

  private static String path(ToDo toDo) {
    return switch (toDo.kind()) {
      case "field" -> "fields";
      case "choices" -> "choices";
      case "pipeline" -> "pipelines";
      case "stage" -> "stages";
      case "user" -> "users";
      default -> "selectors/" + list(toDo.kind());
    };
  }

  private static String list(String kind) {
    return Arrays.stream(PickList.values())
        .filter(list -> list.kind().equals(kind))
        .map(PickList::vocabulary)
        .findFirst()
        .orElse(kind);
  }

  private static ObjectNode body(ToDo toDo) {
    ObjectNode body = Output.object();
    body.put("module", toDo.module().wire());
    body.put("label", toDo.label());
    body.put("name", toDo.label());
    body.put("pipeline", toDo.label());
    body.put("email", toDo.email());
    if (!toDo.type().isBlank()) {
      body.put("type", toDo.type());
    }
    ArrayNode choices = body.putArray("choices");
    toDo.choices().forEach(choices::add);
    ArrayNode stages = body.putArray("stages");
    toDo.stages()
        .forEach(
            stage ->
                stages
                    .addObject()
                    .put("name", stage.name())
                    .put("type", stage.type())
                    .put("probability", stage.probability()));
    return body;
  }

  private void post(HttpClient client, String path, ObjectNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(freshsales.resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new UsageException("the simulated admin was refused: " + answer.body());
      }
    } catch (IOException broken) {
      throw new UsageException("the simulated account went away", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UsageException("stopped", stopped);
    }
  }
}

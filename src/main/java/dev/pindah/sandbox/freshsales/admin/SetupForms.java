package dev.pindah.sandbox.freshsales.admin;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.fields.Field;
import dev.pindah.sandbox.freshsales.fields.FieldType;
import dev.pindah.sandbox.freshsales.fields.Fields;
import dev.pindah.sandbox.freshsales.settings.FieldChoices;
import dev.pindah.sandbox.freshsales.settings.SettingsEndpoints;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.Lifecycle;
import dev.pindah.sandbox.freshsales.setup.PickList;
import dev.pindah.sandbox.freshsales.setup.Pipeline;
import dev.pindah.sandbox.freshsales.setup.Pipelines;
import dev.pindah.sandbox.freshsales.setup.Stage;
import dev.pindah.sandbox.freshsales.setup.Unacceptable;
import dev.pindah.sandbox.freshsales.setup.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The pages of the admin settings: what each form makes, or why it does not. */
final class SetupForms {

  private final Account account;
  private final SettingsEndpoints settings;
  private final FieldChoices choices;

  SetupForms(Account account) {
    this.account = account;
    this.settings = new SettingsEndpoints(account);
    this.choices = new FieldChoices(account.setup());
  }

  ObjectNode field(Form form) {
    FieldType type =
        form.text("type")
            .map(name -> FieldType.of(name).orElseThrow(() -> new Unacceptable("no type " + name)))
            .orElse(FieldType.TEXT);
    Fields.Wanted wanted =
        new Fields.Wanted(
            form.require("label"),
            form.text("name").orElse(""),
            type,
            type.hasChoices() ? form.texts("choices") : List.of(),
            form.flag("required", false),
            form.flag("unique", false));
    return settings.shown(account.fields().add(form.kind(), wanted, unlimited()));
  }

  /** Adds choices to a custom field, or values to the pick list behind a standard one. */
  ObjectNode choices(Form form) {
    Kind kind = form.kind();
    String wanted = form.require("label", "name", "field");
    Field field =
        account
            .fields()
            .find(kind, wanted)
            .or(() -> account.fields().labelled(kind, wanted))
            .orElseThrow(() -> new Unacceptable(kind.path() + " have no field " + wanted));
    Optional<PickList> list = choices.pickList(field);
    if (list.isPresent()) {
      form.texts("choices").stream()
          .filter(value -> list.get().items().stream().noneMatch(i -> i.name().equals(value)))
          .forEach(list.get()::add);
      return settings.shown(field);
    }
    if (!field.custom()) {
      throw new Unacceptable("the choices of " + field.label() + " are fixed");
    }
    return settings.shown(account.fields().addChoices(field, form.texts("choices")));
  }

  ObjectNode pipeline(Form form) {
    List<Pipelines.Wanted> stages = stages(form);
    Pipelines pipelines = account.setup().pipelines();
    return pipelines.add(form.require("name", "label"), stages, unlimited()).shown();
  }

  /** Adds one stage ({@code name}), or those of {@code stages} that the pipeline lacks. */
  ObjectNode stage(Form form) {
    Pipelines pipelines = account.setup().pipelines();
    String name = form.require("pipeline", "label");
    List<Pipelines.Wanted> wanted = stages(form);
    if (wanted.isEmpty()) {
      wanted = List.of(stage(form.body()));
    }
    for (Pipelines.Wanted stage : wanted) {
      Pipeline pipeline = pipeline(name);
      if (pipeline.stages().stream().noneMatch(s -> s.name().equalsIgnoreCase(stage.name()))) {
        pipelines.addStage(pipeline, stage);
      }
    }
    return pipeline(name).shown();
  }

  ObjectNode user(Form form) {
    String email = form.require("email");
    String name = form.text("name", "label").orElse(email);
    return account.setup().users().add(name, email, form.flag("active", true)).shown();
  }

  ObjectNode userState(Form form, String id) {
    User user =
        account.setup().users().all().stream()
            .filter(known -> String.valueOf(known.id()).equals(id) || known.email().equals(id))
            .findFirst()
            .orElseThrow(() -> new Unacceptable("no user " + id));
    boolean active = form.flag("active", form.flag("is_active", user.active()));
    return account.setup().users().setActive(user.id(), active).shown();
  }

  ObjectNode selector(Form form, String name) {
    String value = form.require("name", "label");
    Lifecycle lifecycle = account.setup().lifecycle();
    return switch (name) {
      case "lifecycle_stages" -> lifecycle.shown(lifecycle.addStage(value));
      case "contact_statuses" -> {
        String stage = form.text("lifecycle_stage", "stage").orElse("Lead");
        yield lifecycle
            .addStatus(
                lifecycle
                    .stageNamed(stage)
                    .orElseThrow(() -> new Unacceptable("no lifecycle stage " + stage)),
                value)
            .shown();
      }
      case "sales_activity_types" ->
          account.setup().activityTypes().add(value, unlimited()).shown();
      default ->
          account
              .setup()
              .pickLists()
              .find(name)
              .orElseThrow(() -> new Unacceptable("no selector " + name))
              .add(value)
              .shown();
    };
  }

  private boolean unlimited() {
    return !account.behaviours().on("plan-limits");
  }

  private Pipeline pipeline(String name) {
    Pipelines pipelines = account.setup().pipelines();
    return pipelines
        .named(name)
        .or(() -> pipelines.all().stream().filter(p -> (p.id() + "").equals(name)).findFirst())
        .orElseThrow(() -> new Unacceptable("no pipeline " + name));
  }

  private static List<Pipelines.Wanted> stages(Form form) {
    List<Pipelines.Wanted> stages = new ArrayList<>();
    form.list("stages").forEach(node -> stages.add(stage(node)));
    return stages;
  }

  private static Pipelines.Wanted stage(JsonNode node) {
    String name = node.path("name").asString("").strip();
    if (name.isEmpty()) {
      throw new Unacceptable("a stage needs a name");
    }
    return switch (node.path("type").asString("open").toLowerCase(Locale.ROOT)) {
      case "won" -> new Pipelines.Wanted(name, Stage.Forecast.WON, 100);
      case "lost" -> new Pipelines.Wanted(name, Stage.Forecast.LOST, 0);
      default ->
          new Pipelines.Wanted(
              name, Stage.Forecast.OPEN, Math.clamp(node.path("probability").asInt(50), 0, 100));
    };
  }
}

package dev.pindah.console.web;

import dev.pindah.ledger.Ledger;
import dev.pindah.report.Language;
import dev.pindah.report.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What pages are made with. */
public final class Frame {
  private static final String TEMPLATES = "dev.pindah.console";

  private final Setup setup;
  private final Ledger ledger;
  private final Live live;
  private final Clock clock;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Frame.class.getClassLoader(), TEMPLATES);
  private final Map<Language, Words> words = new EnumMap<>(Language.class);

  public Frame(Setup setup, Ledger ledger, Live live, Clock clock) {
    this.setup = setup;
    this.ledger = ledger;
    this.live = live;
    this.clock = clock;
    for (Language language : Language.values()) {
      words.put(language, Words.of(language).and(Frame.class));
    }
  }

  public Setup setup() {
    return setup;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Live live() {
    return live;
  }

  public Clock clock() {
    return clock;
  }

  public Visitor visitor(Context ctx) {
    return Guard.visitor(ctx);
  }

  public Words words(Visitor visitor) {
    Words known = words.get(visitor.language());
    if (known == null) {
      throw new IllegalStateException("no words in " + visitor.language());
    }
    return known;
  }

  public Screen screen(Context ctx, String page) {
    return screen(visitor(ctx), page);
  }

  Screen screen(Visitor visitor, String page) {
    return new Screen(
        setup.migration(),
        page,
        visitor.name(),
        visitor.csrf(),
        visitor.seesPersonalData(clock.instant()),
        words(visitor),
        setup.zone(),
        live.now(),
        setup.wishes(),
        ledger.read(tables -> tables.requests().latest(1)).stream().findFirst());
  }

  /** Answers with a page. */
  public void show(Context ctx, String template, Screen screen, Object model) {
    ctx.html(render(template, screen, model));
  }

  public String render(String template, Screen screen, Object model) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("screen", screen);
    parameters.put("model", model);
    StringOutput out = new StringOutput(16 * 1024);
    templates.render(template + ".jte", parameters, out);
    return out.toString();
  }

  /** A decision with the name of the person who looks. */
  public void decide(Context ctx, String kind, String subject, String reason) {
    String by = visitor(ctx).name();
    ledger.record(tables -> tables.decisions().append(kind, subject, by, reason, clock.instant()));
  }

  /** Asks the owning process for something. */
  public void ask(Context ctx, String wish, String argument) {
    String by = visitor(ctx).name();
    ledger.record(tables -> tables.requests().ask(wish, argument, by, clock.instant()));
    live.say(by + ": " + wish);
  }

  /** A form field, its ends trimmed; blank when it was not sent. */
  public static String field(Context ctx, String name) {
    String value = ctx.formParam(name);
    return value == null ? "" : value.strip();
  }

  public static String query(Context ctx, String name) {
    String value = ctx.queryParam(name);
    return value == null ? "" : value.strip();
  }
}

package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The papers of handoff and the reports, given out so that nothing in them can act: documents are
 * shown without scripts, in a box that has no access to the page.
 */
public final class HandoffPage {
  private static final int SHOWN = 2_000;
  private static final int DEPTH = 6;
  private static final List<String> FOLDERS = List.of("handoff", "reports");

  /** Kinds of files that are shown in the browser; all others are only taken home. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("md", "text/plain; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("mmd", "text/plain; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"));

  /** Kinds in which no customer's data is. */
  private static final List<String> PICTURES = List.of("svg", "png");

  private static final String BOX =
      "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private static final String INDEX = "index.html";
  static final String FLOWS = "flows";

  private final Frame frame;

  public HandoffPage(Frame frame) {
    this.frame = frame;
  }

  /** A file; {@code path} is relative to the workspace, with slashes. */
  record Paper(String path, String name, String kind, long bytes) {
    boolean picture() {
      return PICTURES.contains(kind);
    }

    /** The folder below that it lies in; blank for none. */
    String within() {
      int slash = name.lastIndexOf('/');
      return slash < 0 ? "" : name.substring(0, slash);
    }

    boolean shown() {
      return KINDS.containsKey(kind);
    }
  }

  /** Papers of one folder, and of the folders in it. */
  record Shelf(String folder, List<Paper> papers) {
    /** Those that lie in the folder itself, the index first. */
    List<Paper> top() {
      return papers.stream()
          .filter(paper -> paper.within().isEmpty())
          .sorted(Comparator.comparing(paper -> !paper.name().equals(INDEX)))
          .toList();
    }

    /** The rest by folder; flow maps are what people look for. */
    Map<String, List<Paper>> inner() {
      Map<String, List<Paper>> inner =
          new TreeMap<>(
              Comparator.comparing((String name) -> !name.equals(FLOWS))
                  .thenComparing(Comparator.naturalOrder()));
      papers.stream()
          .filter(paper -> !paper.within().isEmpty())
          .forEach(
              paper ->
                  inner.computeIfAbsent(paper.within(), first -> new ArrayList<>()).add(paper));
      return inner;
    }
  }

  /** A picture on the page that pans and zooms. */
  record View(Paper paper) {}

  public void routes(JavalinConfig config) {
    config.routes.get("/handoff", this::show);
    config.routes.get("/handoff/view", this::view);
    config.routes.get("/handoff/file/<path>", ctx -> file(ctx, ctx.pathParam("path")));
  }

  private void show(Context ctx) {
    List<Shelf> shelves =
        FOLDERS.stream().map(folder -> new Shelf(folder, papers(folder))).toList();
    frame.show(ctx, "page/handoff", frame.screen(ctx, "handoff"), shelves);
  }

  private List<Paper> papers(String folder) {
    Path root = frame.setup().folder().resolve(folder);
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root, DEPTH)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .limit(SHOWN)
          .map(this::paper)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Paper paper(Path file) {
    String path =
        frame
            .setup()
            .folder()
            .toAbsolutePath()
            .normalize()
            .relativize(file.toAbsolutePath().normalize())
            .toString()
            .replace('\\', '/');
    String name = path.substring(path.indexOf('/') + 1);
    try {
      return new Paper(path, name, kind(name), Files.size(file));
    } catch (IOException gone) {
      return new Paper(path, name, kind(name), 0);
    }
  }

  private static String kind(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Only what is listed: a path that leads elsewhere, or through a link, is no paper. */
  private Paper known(String asked) {
    return FOLDERS.stream()
        .filter(folder -> asked.startsWith(folder + "/"))
        .flatMap(folder -> papers(folder).stream())
        .filter(paper -> paper.path().equals(asked))
        .filter(paper -> inside(paper.path()))
        .findFirst()
        .orElseThrow(() -> new Refused(404, "there is no such paper"));
  }

  private boolean inside(String path) {
    try {
      Path root = frame.setup().folder().toRealPath();
      return root.resolve(path).toRealPath().startsWith(root);
    } catch (IOException | InvalidPathException elsewhere) {
      return false;
    }
  }

  private void view(Context ctx) {
    Paper paper = known(Frame.query(ctx, "path"));
    if (!paper.picture()) {
      throw new Refused(404, "this paper is no picture");
    }
    frame.show(ctx, "page/view", frame.screen(ctx, "handoff"), new View(paper));
  }

  private void file(Context ctx, String path) {
    Paper paper = known(path);
    if (!paper.picture()) {
      frame.decide(ctx, "personal-data-shown", "console", "opened " + paper.path());
    }
    String name = paper.name().replaceAll("[^A-Za-z0-9._-]", "_");
    boolean shown = paper.shown() && !Frame.query(ctx, "take").equals("yes");
    ctx.header("Content-Security-Policy", BOX)
        .header(
            "Content-Disposition",
            (shown ? "inline" : "attachment") + "; filename=\"" + name + "\"")
        .contentType(shown ? KINDS.getOrDefault(paper.kind(), "") : "application/octet-stream");
    try {
      ctx.result(Files.newInputStream(frame.setup().folder().resolve(paper.path())));
    } catch (IOException gone) {
      throw new Refused(404, "there is no such paper");
    }
  }
}

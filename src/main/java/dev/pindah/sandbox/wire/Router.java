package dev.pindah.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Routes by template ({@code /contacts/{id}}): literal segments win over parameters, a trailing
 * slash is the same path, {@code {rest*}} as the last segment takes everything that is left.
 */
public final class Router {

  private final Node root = new Node();
  private final List<String> templates = new ArrayList<>();

  public Router get(String template, Endpoint endpoint) {
    return add("GET", template, endpoint);
  }

  public Router post(String template, Endpoint endpoint) {
    return add("POST", template, endpoint);
  }

  public Router put(String template, Endpoint endpoint) {
    return add("PUT", template, endpoint);
  }

  public Router delete(String template, Endpoint endpoint) {
    return add("DELETE", template, endpoint);
  }

  public Router add(String method, String template, Endpoint endpoint) {
    Node node = root;
    List<String> names = new ArrayList<>();
    for (String segment : segments(template)) {
      if (segment.startsWith("{")) {
        boolean rest = segment.endsWith("*}");
        names.add(segment.substring(1, segment.length() - (rest ? 2 : 1)));
        node = rest ? node.restChild() : node.anyChild();
      } else {
        node = node.literals.computeIfAbsent(segment, _ -> new Node());
      }
    }
    Route before = node.byMethod.put(method, new Route(template, List.copyOf(names), endpoint));
    if (before != null) {
      throw new IllegalArgumentException("two routes for " + method + " " + template);
    }
    templates.add(method + " " + template);
    return this;
  }

  /** Every route as {@code METHOD template}, in the order they were added. */
  public List<String> templates() {
    return List.copyOf(templates);
  }

  /** What the routes say to a method and a path. */
  sealed interface Found {}

  record Hit(String template, Map<String, String> params, Endpoint endpoint) implements Found {}

  record WrongMethod(Set<String> allowed) implements Found {}

  record Nowhere() implements Found {}

  Found find(String method, String path) {
    List<String> segments = segments(path);
    Set<String> allowed = new LinkedHashSet<>();
    Optional<Hit> hit = descend(root, segments, 0, new ArrayList<>(), method, allowed);
    if (hit.isPresent()) {
      return hit.get();
    }
    return allowed.isEmpty() ? new Nowhere() : new WrongMethod(allowed);
  }

  private static Optional<Hit> descend(
      Node node,
      List<String> segments,
      int at,
      List<String> values,
      String method,
      Set<String> allowed) {
    if (at == segments.size()) {
      return node.hit(method, values, allowed);
    }
    Node literal = node.literals.get(segments.get(at));
    if (literal != null) {
      Optional<Hit> hit = descend(literal, segments, at + 1, values, method, allowed);
      if (hit.isPresent()) {
        return hit;
      }
    }
    if (node.any != null) {
      List<String> more = new ArrayList<>(values);
      more.add(segments.get(at));
      Optional<Hit> hit = descend(node.any, segments, at + 1, more, method, allowed);
      if (hit.isPresent()) {
        return hit;
      }
    }
    if (node.rest != null) {
      List<String> more = new ArrayList<>(values);
      more.add(String.join("/", segments.subList(at, segments.size())));
      return node.rest.hit(method, more, allowed);
    }
    return Optional.empty();
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(6);
    int start = 1;
    while (start < path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      segments.add(path.substring(start, end));
      start = end + 1;
    }
    return segments;
  }

  private record Route(String template, List<String> names, Endpoint endpoint) {}

  private static final class Node {
    final Map<String, Node> literals = new LinkedHashMap<>();
    final Map<String, Route> byMethod = new LinkedHashMap<>();
    @Nullable Node any;
    @Nullable Node rest;

    Node anyChild() {
      Node child = any == null ? new Node() : any;
      any = child;
      return child;
    }

    Node restChild() {
      Node child = rest == null ? new Node() : rest;
      rest = child;
      return child;
    }

    Optional<Hit> hit(String method, List<String> values, Set<String> allowed) {
      Route route = byMethod.get(method);
      if (route == null) {
        allowed.addAll(byMethod.keySet());
        return Optional.empty();
      }
      Map<String, String> params = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        params.put(route.names.get(i), decoded(values.get(i)));
      }
      return Optional.of(new Hit(route.template, params, route.endpoint));
    }

    private static String decoded(String segment) {
      if (segment.indexOf('%') < 0) {
        return segment;
      }
      try {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException badEscape) {
        return segment;
      }
    }
  }
}

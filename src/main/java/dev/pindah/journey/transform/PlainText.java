package dev.pindah.journey.transform;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Text that came as HTML, or as plain text that only looks a little like it: notes carry both.
 * Links keep their addresses.
 */
final class PlainText {
  private static final Set<String> INLINE =
      Set.of(
          "a", "b", "big", "code", "del", "em", "font", "i", "img", "ins", "label", "mark", "s",
          "small", "span", "strike", "strong", "sub", "sup", "u");

  private static final Set<String> BLOCKS =
      Set.of(
          "blockquote",
          "body",
          "br",
          "center",
          "dd",
          "div",
          "dl",
          "dt",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "hr",
          "html",
          "li",
          "ol",
          "p",
          "pre",
          "table",
          "tbody",
          "td",
          "th",
          "thead",
          "tr",
          "ul");

  private static final Set<String> SILENT = Set.of("script", "style", "title");

  private static final Pattern MARKUP =
      Pattern.compile(
          "</?("
              + String.join("|", INLINE)
              + "|"
              + String.join("|", BLOCKS)
              + "|"
              + String.join("|", SILENT)
              + ")(\\s[^<>]*)?/?>|&(nbsp|amp|lt|gt|quot|#\\d{1,7}|#x[0-9a-f]{1,6});",
          Pattern.CASE_INSENSITIVE);

  private PlainText() {}

  /** Whether the text has to be taken for HTML. */
  static boolean markup(String text) {
    return MARKUP.matcher(text).find();
  }

  static String of(String text) {
    if (!markup(text)) {
      return text.strip();
    }
    Writer writer = new Writer();
    NodeTraversor.traverse(writer, Jsoup.parseBodyFragment(text).body());
    return writer
        .text
        .toString()
        .replace('\u00a0', ' ')
        .replaceAll("[ \\t]+\\n", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  private static final class Writer implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode words -> words(words);
        case Element element -> open(element);
        default -> {}
      }
    }

    private void words(TextNode words) {
      Element parent = words.parent();
      boolean kept = parent != null && parent.is("pre, pre *");
      String plain = kept ? words.getWholeText() : words.text();
      boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
      text.append(atStart && !kept ? plain.stripLeading() : plain);
    }

    private void open(Element element) {
      String name = element.normalName();
      if (name.equals("br")) {
        text.append('\n');
      } else if (BLOCKS.contains(name)) {
        newLine();
      } else if (!INLINE.contains(name) && !SILENT.contains(name)) {
        // No tag but words between angle brackets.
        text.append('<').append(name).append('>');
      }
      if (name.equals("li")) {
        text.append("- ");
      } else if (name.equals("img") && address(element.attr("src"))) {
        text.append("[image: ").append(element.attr("src")).append(']');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      String name = element.normalName();
      String href = element.attr("href").strip();
      if (name.equals("a") && address(href) && !element.text().contains(href)) {
        text.append(" (").append(href).append(')');
      } else if (name.equals("td") || name.equals("th")) {
        text.append("  ");
      } else if (BLOCKS.contains(name) && !name.equals("br")) {
        newLine();
      }
    }

    private void newLine() {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
    }

    private static boolean address(String text) {
      return text.toLowerCase(Locale.ROOT).matches("(https?|mailto|tel):.+");
    }
  }
}

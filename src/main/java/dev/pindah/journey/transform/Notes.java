package dev.pindah.journey.transform;

import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Link;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Notes of the target. Author and time of a note are those of whoever writes it, so its first line
 * says whose words follow and from when, behind the mark by which we know it again.
 */
final class Notes {
  /** Longest text of a note; the API does not say its own limit. */
  static final int LIMIT = 60_000;

  private static final int LONGEST_HEADLINE = 1_000;

  private Notes() {}

  /** The mark of a source record in a text. */
  static String mark(RecordKey key) {
    return "[qontak:" + key.object().wire() + ":" + key.id() + "]";
  }

  /**
   * The note, and further ones where the text is too long for one.
   *
   * @param headline what stands in the first line behind the mark
   */
  static List<Candidate> of(
      RecordKey key, Step step, String headline, String body, List<Link> links, List<Cell> cells) {
    return of(TargetModule.NOTES, key, step, headline, body, links, cells);
  }

  /** The same under a ticket of the helpdesk. */
  static List<Candidate> onTicket(RecordKey key, String headline, String body, RecordKey ticket) {
    return of(
        TargetModule.DESK_NOTES,
        key,
        Step.PART,
        headline,
        body,
        List.of(new Link(Link.Role.TICKET, ticket)),
        List.of());
  }

  private static List<Candidate> of(
      TargetModule module,
      RecordKey key,
      Step step,
      String headline,
      String body,
      List<Link> links,
      List<Cell> cells) {
    String attribute = module == TargetModule.DESK_NOTES ? "body" : "description";
    String title = Clean.cut(Clean.text(headline), LONGEST_HEADLINE);
    List<String> pieces = pieces(Clean.text(body), LIMIT - title.length() - 2 * mark(key).length());
    List<Candidate> notes = new ArrayList<>();
    for (String piece : pieces) {
      boolean first = notes.isEmpty();
      RecordKey own =
          first ? key : new RecordKey(key.object(), key.id() + "-" + (notes.size() + 1));
      String part = pieces.size() > 1 ? " (" + (notes.size() + 1) + "/" + pieces.size() + ")" : "";
      notes.add(
          new Candidate(
              own,
              first ? step : Step.PART,
              module,
              JsonNodeFactory.instance
                  .objectNode()
                  .put(attribute, mark(own) + " " + title + part + "\n" + piece),
              links,
              RecordState.READY,
              "",
              first ? cells : List.of()));
    }
    return notes;
  }

  /** Pieces that fit, broken at the end of a line where there is one in the last quarter. */
  static List<String> pieces(String text, int limit) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (text.length() - start > limit) {
      int line = text.lastIndexOf('\n', start + limit);
      int end = line > start + limit * 3 / 4 ? line + 1 : start + limit;
      if (Character.isHighSurrogate(text.charAt(end - 1)) && end - 1 > start) {
        end--;
      }
      pieces.add(text.substring(start, end));
      start = end;
    }
    pieces.add(text.substring(start));
    return pieces;
  }
}

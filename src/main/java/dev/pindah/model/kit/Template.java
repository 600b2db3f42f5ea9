package dev.pindah.model.kit;

import java.util.List;
import java.util.Map;

/**
 * A WhatsApp template as the source shows it.
 *
 * @param quality GREEN, YELLOW or RED as the admin's WhatsApp Manager says; blank where nobody said
 * @param shownQuality what the source itself shows, which is no more than "Neutral"
 * @param header blank format for none
 * @param meanings what broadcasts put into a variable, by its number
 * @param broadcasts how many broadcasts used it
 */
public record Template(
    String id,
    String name,
    String language,
    String category,
    String status,
    String quality,
    String shownQuality,
    Header header,
    String body,
    String footer,
    List<Button> buttons,
    Map<String, String> meanings,
    long broadcasts) {
  public Template {
    buttons = List.copyOf(buttons);
    meanings = Map.copyOf(meanings);
  }

  /**
   * What stands above the body.
   *
   * @param format TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION, or blank
   * @param example a link to the sample file, where one could be found
   */
  public record Header(String format, String text, String example) {}

  /** One button; {@code value} is its link or number. */
  public record Button(String type, String text, String value) {}
}

package dev.pindah.sandbox.qontak.seed;

import java.util.List;

/**
 * One field of an object, standard or added by the account.
 *
 * @param id 0 where the API shows none
 * @param local label in Indonesian
 * @param english label in English
 */
public record Field(
    long id,
    String name,
    String local,
    String english,
    String type,
    boolean required,
    boolean additional,
    List<Option> options) {

  public static final String TEXT = "Single-line text";
  public static final String AREA = "Text Area";
  public static final String SELECT = "Dropdown select";
  public static final String MULTIPLE = "Multiple select";
  public static final String NUMBER = "Number";
  public static final String PERCENT = "Percentage";
  public static final String URL = "URL";
  public static final String DATE = "Date";
  public static final String DATE_TIME = "Date time";
  public static final String UPLOAD = "Upload";
  public static final String PHOTO = "Photo";
  public static final String SIGNATURE = "Signature";
  public static final String GPS = "gps";
  public static final String CHECKLIST = "Checklist";

  public Field {
    options = List.copyOf(options);
  }

  static Field standard(String name, String local, String english, String type) {
    return new Field(0, name, local, english, type, false, false, List.of());
  }

  static Field added(long id, String name, String local, String english, String type) {
    return new Field(id, name, local, english, type, false, true, List.of());
  }

  Field mandatory() {
    return new Field(id, name, local, english, type, true, additional, options);
  }

  Field with(List<Option> choices) {
    return new Field(id, name, local, english, type, required, additional, choices);
  }

  Field numbered(long number) {
    return new Field(number, name, local, english, type, required, additional, options);
  }

  /** The label in the language of the account: "id" or "en". */
  public String label(String language) {
    return language.equals("en") ? english : local;
  }

  public boolean isSelect() {
    return type.equals(SELECT) || type.equals(MULTIPLE);
  }
}

package dev.pindah.sandbox;

/** The form by which a file comes to a contact of the CRM. */
public final class FileForm {
  public static final String TYPE = "multipart/form-data; boundary=grenze";

  private static final String PART = "--grenze\r\nContent-Disposition: form-data; name=\"";

  private FileForm() {}

  public static String of(String contact, String name, String bytes) {
    return PART
        + "targetable_type\"\r\n\r\nContact\r\n"
        + PART
        + "targetable_id\"\r\n\r\n"
        + contact
        + "\r\n"
        + PART
        + "file_name\"\r\n\r\n"
        + name
        + "\r\n"
        + PART
        + "file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
        + bytes
        + "\r\n--grenze--\r\n";
  }
}

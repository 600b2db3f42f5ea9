package dev.pindah.sandbox.freshdesk.tickets;

/** What the desk makes of HTML: it wraps it, and keeps a plain text beside it. */
final class Html {

  private Html() {}

  static String stored(String html, boolean wrapped) {
    return wrapped && !html.startsWith("<div>") ? "<div>" + html + "</div>" : html;
  }

  static String text(String html) {
    return html.replaceAll("(?i)<br\\s*/?>|</p>|</div>|</li>", " ")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }
}

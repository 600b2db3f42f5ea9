package dev.pindah.console;

import java.util.List;

/** What customers may have written, so that a page that forgets to escape it runs it. */
final class Hostile {
  static final List<String> TEXTS =
      List.of(
          "<script>window.pwned=1</script>",
          "\"><img src=x onerror=window.pwned=1>",
          "'><svg onload=window.pwned=1>",
          "</title><script>window.pwned=1</script>",
          "</textarea><script>window.pwned=1</script>",
          "\" autofocus onfocus=\"window.pwned=1",
          "' onmouseover='window.pwned=1",
          "javascript:window.pwned=1",
          "${window.pwned=1} {{constructor.constructor('window.pwned=1')()}}",
          "<a href=\"javascript:window.pwned=1\">x</a>",
          "<iframe srcdoc=\"<script>parent.pwned=1</script>\"></iframe>",
          "<style>*{background:url(//evil.test)}</style>",
          "-->\u2028<script>window.pwned=1</script>",
          "%3Cscript%3Ewindow.pwned=1%3C/script%3E",
          "&lt;script&gt;window.pwned=1&lt;/script&gt;",
          "=cmd|' /C calc'!A0");

  /** All of it in one value. */
  static final String ALL = String.join(" ", TEXTS);

  private Hostile() {}

  static String text(int number) {
    return TEXTS.get(Math.floorMod(number, TEXTS.size()));
  }
}

package dev.pindah.sandbox.freshsales.auth;

import java.util.regex.Pattern;

/** Which paths each edition serves (facts, sections 1.1 and 2.2). */
final class Editions {

  private static final Pattern NOT_IN_THE_SUITE =
      Pattern.compile(".*/(leads|settings/leads|filtered_search/lead)(/.*)?");
  private static final Pattern NOT_IN_CLASSIC =
      Pattern.compile(".*/(selector|settings)/lifecycle_stages");

  private Editions() {}

  static boolean serves(boolean classic, String path) {
    boolean suitePath = path.startsWith("/crm/sales/");
    return classic
        ? !suitePath && !NOT_IN_CLASSIC.matcher(path).matches()
        : suitePath && !NOT_IN_THE_SUITE.matcher(path).matches();
  }
}

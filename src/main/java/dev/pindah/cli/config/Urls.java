package dev.pindah.cli.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses of accounts as people write them. */
final class Urls {
  private static final String SUITE = ".myfreshworks.com";

  private Urls() {}

  /** Scheme, host and port; plain http only on this machine. */
  static URI base(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException broken) {
      throw new IllegalArgumentException("'" + text + "' is no URL", broken);
    }
    if (uri.getHost() == null || uri.getScheme() == null) {
      throw new IllegalArgumentException(
          "'" + text + "' is no URL; it should look like https://host");
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && loopback(uri.getHost()))) {
      throw new IllegalArgumentException(
          "'" + text + "' must begin with https:// (http only for this machine)");
    }
    if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException("credentials do not belong into a URL");
    }
    return URI.create(scheme + "://" + uri.getRawAuthority());
  }

  /** The same with a path, for services that stand below one. */
  static URI service(String text) {
    URI base = base(text);
    String path = URI.create(text.strip()).getRawPath();
    return URI.create(base + path.replaceFirst("/+$", ""));
  }

  /** An alias, a host, or a URL with or without the suite's path. */
  static URI freshsales(String text) {
    String address = text.strip();
    if (address.contains("://")) {
      return base(address);
    }
    String host = address.replaceFirst("/.*", "");
    if (host.isEmpty() || !host.matches("[A-Za-z0-9.-]+(:\\d+)?")) {
      throw new IllegalArgumentException("'" + text + "' is no account alias, host or URL");
    }
    if (loopback(host.replaceFirst(":.*", ""))) {
      return base("http://" + host);
    }
    return base("https://" + (host.contains(".") ? host : host + SUITE));
  }

  static boolean loopback(String host) {
    return host != null
        && (host.equals("localhost")
            || host.equals("[::1]")
            || host.matches("127(\\.\\d{1,3}){3}"));
  }

  /** A name or address, with a port or without. */
  static boolean isHost(String text) {
    return text.matches(
        "([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*"
            + "(:\\d{1,5})?");
  }

  /** A path prefix: begins with a slash and does not end with one. */
  static String prefix(String text) {
    if (!text.matches("/[A-Za-z0-9._/-]*")) {
      throw new IllegalArgumentException("a path such as /qontak/crm is expected here");
    }
    return text.replaceFirst("/+$", "");
  }
}

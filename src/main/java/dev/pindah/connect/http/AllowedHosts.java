package dev.pindah.connect.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Where files may be fetched from. Links come out of customer data, so they could name anything
 * that this machine reaches: only listed places are called, and a listed name that leads into a
 * private network is not, unless the list itself gives such an address.
 */
public final class AllowedHosts implements DnsResolver {
  private final URI own;
  private final Set<String> places = new HashSet<>();
  private final Set<String> privately = new HashSet<>();

  /**
   * Places.
   *
   * @param own scheme, host and port of the account itself
   * @param hosts further hosts, with a port where it is not that of https
   */
  public AllowedHosts(URI own, List<String> hosts) {
    this.own = own;
    add(own.getScheme(), own.getHost(), port(own));
    for (String entry : hosts) {
      URI uri = URI.create("https://" + entry);
      add("https", uri.getHost(), port(uri));
      if (literallyPrivate(uri.getHost())) {
        add("http", uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
      }
    }
  }

  private void add(String scheme, String host, int port) {
    places.add(place(scheme, host, port));
    if (literallyPrivate(host)) {
      privately.add(bare(host));
    }
  }

  private static String place(String scheme, String host, int port) {
    return (scheme + "://" + host + ":" + port).toLowerCase(Locale.ROOT);
  }

  private static int port(URI uri) {
    return uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
  }

  /** Whether the link leads to the account itself, where its credentials may be shown. */
  boolean own(URI link) {
    return known(link)
        && place(link.getScheme(), link.getHost(), port(link))
            .equals(place(own.getScheme(), own.getHost(), port(own)));
  }

  /** Whether the link leads to a listed place. */
  public boolean known(URI link) {
    return refusal(link).isEmpty();
  }

  /** Why the link is not followed, with the remedy; empty when it may be. */
  Optional<String> refusal(URI link) {
    String scheme = link.getScheme() == null ? "" : link.getScheme().toLowerCase(Locale.ROOT);
    if (link.getHost() == null || !Set.of("http", "https").contains(scheme)) {
      return Optional.of("it is no link to a web server");
    }
    if (link.getUserInfo() != null) {
      return Optional.of("the link carries a user name");
    }
    return places.contains(place(scheme, link.getHost(), port(link)))
        ? Optional.empty()
        : Optional.of(
            link.getHost().toLowerCase(Locale.ROOT)
                + " is not a known place of files; if you trust it, add it to media-hosts");
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    if (!privately.contains(bare(host))) {
      for (InetAddress address : addresses) {
        if (internal(address)) {
          throw new PrivateAddress(host);
        }
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** A public name that leads into a private network. */
  static final class PrivateAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    PrivateAddress(String host) {
      super(host + " leads into a private network");
    }
  }

  private static boolean literallyPrivate(String host) {
    String bare = bare(host);
    if (bare.equals("localhost")) {
      return true;
    }
    if (!bare.matches("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*")) {
      return false;
    }
    try {
      return internal(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static String bare(String host) {
    return host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
  }

  /** Loopback, link-local, site-local, shared (100.64/10), unique-local and unusable addresses. */
  static boolean internal(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
    boolean zero = bytes.length == 4 && bytes[0] == 0;
    boolean unique = address instanceof Inet6Address && (bytes[0] & 0xFE) == 0xFC;
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || shared
        || zero
        || unique;
  }
}

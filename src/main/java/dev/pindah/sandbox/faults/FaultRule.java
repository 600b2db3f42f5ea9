package dev.pindah.sandbox.faults;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Which requests a fault strikes. All conditions must hold: product, method and path (with {@code
 * *} for anything; a pattern with {@code ?} is held against path and query), then among the
 * requests that match so: after the first {@code after}, within the first {@code first} of those,
 * every {@code every}-th, by {@code rate}, and at most {@code times} in all. Counts are exact; a
 * rate depends only on seed and count.
 */
final class FaultRule {

  /**
   * The conditions as written; 0 for a count, 1 for a rate, "" for a pattern mean "no condition".
   */
  record When(
      String product,
      String method,
      String path,
      long after,
      long first,
      long every,
      double rate,
      long times) {}

  private final String name;
  private final When when;
  private final Fault fault;
  private final long seed;
  private final Pattern path;
  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong struck = new AtomicLong();

  FaultRule(String name, When when, Fault fault, long seed) {
    this.name = name;
    this.when = when;
    this.fault = fault;
    this.seed = seed;
    this.path = glob(when.path());
  }

  String name() {
    return name;
  }

  Fault fault() {
    return fault;
  }

  long seen() {
    return seen.get();
  }

  long struck() {
    return struck.get();
  }

  boolean strikes(String product, String method, String requestTarget) {
    if (!matches(product, method, requestTarget)) {
      return false;
    }
    long number = seen.incrementAndGet() - when.after();
    boolean due =
        number > 0
            && (when.first() == 0 || number <= when.first())
            && (when.every() == 0 || number % when.every() == 0)
            && chance(number) < when.rate();
    if (!due) {
      return false;
    }
    if (when.times() > 0 && struck.get() >= when.times()) {
      return false;
    }
    return struck.incrementAndGet() <= when.times() || when.times() == 0;
  }

  private boolean matches(String product, String method, String requestTarget) {
    if (!when.product().isEmpty() && !when.product().equals(product)) {
      return false;
    }
    if (!when.method().isEmpty() && !when.method().equals(method.toUpperCase(Locale.ROOT))) {
      return false;
    }
    int query = requestTarget.indexOf('?');
    boolean whole = query < 0 || when.path().indexOf('?') >= 0;
    return path.matcher(whole ? requestTarget : requestTarget.substring(0, query)).matches();
  }

  private double chance(long number) {
    long mixed = seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return (mixed >>> 11) * 0x1.0p-53;
  }

  private static Pattern glob(String pattern) {
    if (pattern.isEmpty()) {
      return Pattern.compile(".*", Pattern.DOTALL);
    }
    StringBuilder regex = new StringBuilder();
    for (String literal : pattern.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}

package dev.pindah.journey.transform;

/** Text as every system takes it: no control characters, no halves of characters. */
final class Clean {
  private static final char UNKNOWN = '\ufffd';

  private Clean() {}

  /** Line ends and tabs stay; other control characters go, half a character becomes a sign. */
  static String text(String text) {
    int first = firstOdd(text);
    if (first < 0) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
    for (int at = first; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (Character.isSurrogate(sign)) {
        if (paired(text, at)) {
          clean.append(sign).append(text.charAt(++at));
        } else {
          clean.append(UNKNOWN);
        }
      } else if (!control(sign)) {
        clean.append(sign);
      }
    }
    return clean.toString();
  }

  private static int firstOdd(String text) {
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (control(sign)) {
        return at;
      }
      if (Character.isSurrogate(sign)) {
        if (!paired(text, at)) {
          return at;
        }
        at++;
      }
    }
    return -1;
  }

  private static boolean paired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }

  private static boolean control(char sign) {
    return (sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t')
        || (sign >= '\u007f' && sign <= '\u009f')
        || sign == '\ufffe'
        || sign == '\uffff';
  }

  /** The beginning, of at most so many characters, and never half of one. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end);
  }
}

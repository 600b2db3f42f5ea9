package dev.pindah.model.row;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Indonesian phone numbers in all their spellings to E.164. */
public final class Phones {
  private static final String REGION = "ID";
  private static final int INDONESIA = 62;

  /** A number with all its separators and an extension; anything longer is a text. */
  private static final int LONGEST = 60;

  private static final Pattern MASKED = Pattern.compile("[*xX]");

  private Phones() {}

  /**
   * A number that was understood.
   *
   * @param e164 for instance {@code +6281234567001}
   * @param landline whether it surely is no mobile
   */
  public record Parsed(String e164, boolean landline) {}

  /** Empty for masked numbers, junk and everything that no network could have given out. */
  public static Optional<Parsed> parse(String text) {
    if (text.length() > LONGEST || MASKED.matcher(text).find()) {
      return Optional.empty();
    }
    String digits = text.replaceAll("[^0-9+]", "");
    // 62812… is the international form with the plus forgotten, never a national number.
    String spelling = digits.startsWith("62") ? "+" + digits : digits;
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(spelling, REGION);
      // Possible and not only valid: invented and very new number ranges are still numbers.
      if (!numbers.isPossibleNumber(number)) {
        return Optional.empty();
      }
      // Indonesian mobiles begin with 8 after the country code.
      boolean landline =
          number.getCountryCode() == INDONESIA
              && !Long.toString(number.getNationalNumber()).startsWith("8");
      return Optional.of(new Parsed(numbers.format(number, PhoneNumberFormat.E164), landline));
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }
}

package dev.pindah.report.sheet;

import dev.pindah.report.Listing;
import dev.pindah.report.Listing.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;

/** A list as a workbook, one sheet for each part. */
public final class ListingSheets {
  private ListingSheets() {}

  public static void write(Path file, Listing listing) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Pindah", "1.0")) {
      Set<String> names = new HashSet<>();
      for (Part part : listing.parts()) {
        Sheet sheet = new Sheet(book, unlike(names, part.heading()), part.heads());
        for (List<String> cells : part.rows()) {
          sheet.row(cells.stream().map(ListingSheets::cell).toArray());
        }
        sheet.finish();
      }
      if (listing.parts().isEmpty()) {
        new Sheet(book, listing.title(), List.of("nothing")).finish();
      }
    }
  }

  /** Counts are numbers; a code with leading zeros stays a text. */
  private static Object cell(String text) {
    return text.matches("0|[1-9]\\d{0,8}") ? Sheet.number(text) : text;
  }

  /** No two sheets of a workbook may have one name, whatever its case. */
  private static String unlike(Set<String> names, String heading) {
    String name = Sheet.name(heading);
    for (int number = 2; !names.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = Sheet.name(number + " " + heading);
    }
    return name;
  }
}

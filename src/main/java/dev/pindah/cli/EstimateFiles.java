package dev.pindah.cli;

import dev.pindah.journey.discover.estimate.Pricing;
import dev.pindah.model.offer.Estimate;
import dev.pindah.report.TextFile;
import dev.pindah.report.Words;
import dev.pindah.report.audit.EstimatePage;
import dev.pindah.report.audit.QuotePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what estimate is asked for. */
final class EstimateFiles {
  private EstimateFiles() {}

  static List<Path> write(
      Estimate estimate, @Nullable Path report, List<Path> quotes, Words words) {
    List<Path> written = new ArrayList<>();
    if (report != null) {
      written.add(text(report, EstimatePage.page(estimate, words)));
    }
    for (Path quote : quotes) {
      boolean pdf = quote.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
      if (pdf) {
        written.add(pdf(quote, estimate, words));
      } else {
        written.add(text(quote, QuotePage.page(estimate, words)));
      }
    }
    return written;
  }

  static Path pairSheet(Path file, Pricing pricing, Words words) {
    return text(file, PairSheetFile.page(pricing, words));
  }

  private static Path pdf(Path file, Estimate estimate, Words words) {
    try {
      folder(file);
      QuotePage.pdf(file, estimate, words);
      return file;
    } catch (IOException unwritable) {
      throw unwritable(file, unwritable);
    }
  }

  private static Path text(Path file, String text) {
    try {
      folder(file);
      TextFile.write(file, text);
      return file;
    } catch (IOException unwritable) {
      throw unwritable(file, unwritable);
    }
  }

  private static void folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  private static UsageException unwritable(Path file, IOException why) {
    return new UsageException(file + " cannot be written; check rights and room", why);
  }
}

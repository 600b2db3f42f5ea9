package dev.pindah.journey.handoff.flow;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One exported table as rows, whatever of the three forms it has. Names of columns lose their case,
 * blanks and dashes: {@code Path Id}, {@code path-id} and {@code path_id} are the same.
 */
final class TableText {
  private TableText() {}

  /** The file is not what its ending says. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  static List<Map<String, String>> rows(String file, String text) throws Unreadable {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return json(text);
    }
    return name.endsWith(".xml") ? xml(text) : csv(text);
  }

  static String column(String name) {
    return name.strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_|_$", "");
  }

  private static List<Map<String, String>> csv(String text) throws Unreadable {
    char separator =
        text.lines().findFirst().orElse("").chars().filter(letter -> letter == ';').count()
                > text.lines()
                    .findFirst()
                    .orElse("")
                    .chars()
                    .filter(letter -> letter == ',')
                    .count()
            ? ';'
            : ',';
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      List<String> heads = List.of();
      for (CsvRecord record : records) {
        if (heads.isEmpty()) {
          heads = record.getFields().stream().map(TableText::column).toList();
          continue;
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < Math.min(heads.size(), record.getFieldCount()); column++) {
          row.putIfAbsent(heads.get(column), record.getField(column).strip());
        }
        rows.add(row);
      }
    } catch (CsvParseException | IOException broken) {
      throw new Unreadable("this is not CSV: " + broken.getMessage(), broken);
    }
    return rows;
  }

  private static List<Map<String, String>> json(String text) {
    JsonNode root = JsonMapper.shared().readTree(text);
    JsonNode list = root;
    // One object around the list, named after the table.
    if (root.isObject()) {
      list = root.valueStream().filter(JsonNode::isArray).findFirst().orElse(root.path("none"));
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode item : list) {
      JsonNode row = item;
      if (item.size() == 1 && item.valueStream().allMatch(JsonNode::isObject)) {
        row = item.valueStream().findFirst().orElse(item);
      }
      Map<String, String> cells = new LinkedHashMap<>();
      for (var member : row.properties()) {
        JsonNode value = member.getValue();
        cells.putIfAbsent(
            column(member.getKey()),
            value.isNull() ? "" : value.isValueNode() ? value.asString("") : value.toString());
      }
      rows.add(cells);
    }
    return rows;
  }

  /** Nothing outside of the file is ever fetched: a document type makes it unreadable. */
  private static List<Map<String, String>> xml(String text) throws Unreadable {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      Element root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
      List<Map<String, String>> rows = new ArrayList<>();
      for (Element item : elements(root)) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Element cell : elements(item)) {
          row.putIfAbsent(column(cell.getTagName()), cell.getTextContent().strip());
        }
        rows.add(row);
      }
      return rows;
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new Unreadable("this is not XML that can be read safely", broken);
    }
  }

  private static List<Element> elements(Element parent) {
    List<Element> elements = new ArrayList<>();
    NodeList children = parent.getChildNodes();
    for (int number = 0; number < children.getLength(); number++) {
      Node child = children.item(number);
      if (child instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** The default one prints to standard error. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException problem) {}

    @Override
    public void error(SAXParseException problem) throws SAXException {
      throw problem;
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
      throw problem;
    }
  }
}

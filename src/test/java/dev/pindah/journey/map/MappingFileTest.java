package dev.pindah.journey.map;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.pindah.journey.map.Propose.Proposed;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.PipelineRule.StageRule;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.mapping.ValueRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mapping file: proposed, written, read again, checked and changed in place. */
class MappingFileTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/pindah/journey/map/golden");

  private final Proposed proposed = Propose.propose("contoh", Accounts.view());

  @Test
  void whatIsProposedReadsLikeTheGoldenFile() throws IOException {
    String written = MappingWriter.write(proposed.mapping());

    assertThat(written).isEqualTo(Files.readString(GOLDEN.resolve("proposed.yaml")));
    Problems problems = new Problems();
    assertThat(MappingReader.read(written, problems).map(MappingWriter::write)).contains(written);
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void everyCuratedRowSaysWhereBothFieldsAreFrom() throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                Path.of("src/main/resources/dev/pindah/journey/map/standard-fields.csv"))) {
      assertThat(rows.stream())
          .isNotEmpty()
          .allSatisfy(
              row ->
                  assertThat(row.getField("evidence"))
                      .as(row.getField("object") + "." + row.getField("source"))
                      .matches(
                          row.getField("target").equals("-")
                              ? "qontak [\\d.]+ [^>]+"
                              : "qontak [\\d.]+ [^>]+ > fresh(sales|desk) [\\d.]+ .+"));
    }
  }

  @Test
  void customFieldsFindTheirPartnersWithReasonsAndOptions() {
    FieldRule birth = rule("tgl_lhr_3");
    FieldRule pay = rule("cara_bayar");

    assertThat(birth.target()).isEqualTo("cf_birth");
    assertThat(birth.reason()).contains("the labels say the same", "both hold dates");
    assertThat(pay.target()).isEqualTo("cf_pay");
    assertThat(pay.values())
        .extracting(value -> value.from() + ">" + value.to())
        .contains("Tunai>Cash", "Kredit>Credit", "Barter>Barter");
    assertThat(rule("shio").decision()).isEqualTo(Decision.CREATE);
    assertThat(proposed.proposals())
        .filteredOn(proposal -> proposal.object().equals("contact"))
        .allSatisfy(proposal -> assertThat(proposal.candidates()).isNotEmpty());
  }

  @Test
  void aPersonSeesWhatIsLost() {
    ProposalFacts pay =
        ProposalFacts.of(Accounts.view(), "contact", TargetModule.CONTACTS, rule("cara_bayar"));
    ProposalFacts note =
        ProposalFacts.of(Accounts.view(), "contact", TargetModule.CONTACTS, rule("catatan"));

    assertThat(pay.records()).as("92 of 100 looked at, 200 in all").isEqualTo(184);
    assertThat(pay.targetSamples()).containsExactly("Cash", "Credit");
    assertThat(pay.lost()).singleElement().asString().contains("Barter");
    assertThat(note.lost()).singleElement().asString().contains("10000").contains("12000");
  }

  @Test
  void allProblemsAreToldTogetherWithTheirLines() throws IOException {
    String text = Files.readString(GOLDEN.resolve("broken.yaml"));
    Problems problems = new Problems();

    MappingReader.lenient(text, problems)
        .ifPresent(file -> CheckMapping.check(Accounts.view(), file, problems));

    assertThat(problems.list().stream().map(Object::toString).sorted().toList())
        .containsExactlyElementsOf(Files.readAllLines(GOLDEN.resolve("broken.txt")));
  }

  @Test
  void aChangedRuleLeavesTheRestOfTheFileAlone() {
    String text =
        MappingWriter.write(proposed.mapping())
            .replace("      - source: email\n", "      # ours\n      - source: email\n");
    Mapping changed =
        new EditMapping(Accounts.view(), proposed.proposals())
            .set(proposed.mapping(), "contact.shio=drop", new Problems());

    String patched =
        PatchMapping.patch(text, MappingReader.locate(text, new Problems()).orElseThrow(), changed);

    assertThat(patched).contains("      # ours\n      - source: email\n");
    assertThat(MappingReader.read(patched, new Problems()).map(MappingWriter::write))
        .contains(MappingWriter.write(changed));
  }

  @Test
  void aNameThatIsNotKnownIsMetWithTheNearest() {
    String text =
        MappingWriter.write(proposed.mapping())
            .replace("- source: cara_bayar\n", "- source: \"cara_bayar#7\"\n");
    Mapping mapping = MappingReader.read(text, new Problems()).orElseThrow();
    Problems problems = new Problems();
    EditMapping editing = new EditMapping(Accounts.view(), proposed.proposals());
    editing.set(mapping, "contact.cara_bayar=drop", problems);
    editing.set(mapping, "contact.shioo=drop", problems);
    editing.set(mapping, "contct.shio=drop", problems);
    assertThat(problems.list())
        .extracting(Problems.Problem::remedy)
        .containsExactly(
            "the name occurs more than once; say which: cara_bayar#7",
            "did you mean 'shio'?",
            "did you mean 'contact'?");
  }

  @Test
  void changedRoutesAndRuleLeaveTheRestOfTheFileAlone() {
    PipelineRule pipeline =
        new PipelineRule(
            "5",
            "Sales",
            "Sales",
            List.of(new StageRule("51", "Baru", "New"), new StageRule("52", "Menang", "Won")));
    Mapping before =
        new Mapping(
            "contoh",
            proposed.mapping().leadRule(),
            proposed.mapping().objects(),
            List.of(pipeline),
            List.of(
                new OwnerRule("7", "Sari", "sari@contoh.test", "Sales", "placeholder"),
                new OwnerRule("8", "Budi", "budi@contoh.test", "", "budi@acme.test")));
    String text =
        MappingWriter.write(before)
            .replace("pipelines:", "# the sales team said so\npipelines:")
            .replace("  qualified-statuses:", "  # from the handbook\n  qualified-statuses:");
    StageRule stage = pipeline.stages().getFirst();
    List<StageRule> stages = new ArrayList<>(pipeline.stages());
    stages.set(0, new StageRule(stage.id(), stage.from(), "Prospek: hangat"));
    List<OwnerRule> owners = new ArrayList<>(before.owners());
    owners.set(0, owners.getFirst().handedTo("someone@acme.test"));
    Mapping changed =
        before
            .with(before.leadRule().changed("deal_count > 1", List.of("Customer")))
            .with(pipeline.routed("Penjualan", stages))
            .withOwners(owners);

    String patched =
        PatchMapping.patch(text, MappingReader.locate(text, new Problems()).orElseThrow(), changed);

    assertThat(patched).contains("# the sales team said so\n").contains("# from the handbook\n");
    assertThat(MappingReader.read(patched, new Problems()).map(MappingWriter::write))
        .contains(MappingWriter.write(changed));
  }

  @Test
  void anotherValueMapLeavesTheRestOfItsObject() throws IOException {
    Mapping mapping =
        MappingReader.read(Files.readString(GOLDEN.resolve("recipes.yaml")), new Problems())
            .orElseThrow();
    ObjectMapping contact = mapping.object(ObjectName.CONTACT).orElseThrow();
    FieldRule rule =
        contact.fields().stream().filter(f -> f.recipe().isPresent()).findFirst().orElseThrow();

    ObjectMapping changed =
        mapping
            .with(ObjectName.CONTACT, rule.withValues(List.of(new ValueRule("a", "b"))))
            .object(ObjectName.CONTACT)
            .orElseThrow();

    assertThat(changed.constants()).isEqualTo(contact.constants()).isNotEmpty();
    FieldRule now = changed.field(rule.source()).orElseThrow();
    assertThat(now.values()).containsExactly(new ValueRule("a", "b"));
    assertThat(now.withValues(rule.values())).isEqualTo(rule);
  }

  @Test
  void everyFormOfTransformSurvivesTheFile() throws IOException {
    Problems problems = new Problems();
    Optional<Mapping> mapping =
        MappingReader.read(Files.readString(GOLDEN.resolve("recipes.yaml")), problems);

    assertThat(problems.list()).isEmpty();
    assertThat(MappingReader.read(MappingWriter.write(mapping.orElseThrow()), problems))
        .isEqualTo(mapping);
    assertThat(
            mapping.get().object(ObjectName.CONTACT).orElseThrow().fields().stream()
                .map(FieldRule::transform))
        .contains(
            Transform.SPLIT,
            Transform.JOIN,
            Transform.CONSTANT,
            Transform.LOOKUP,
            Transform.EXPRESSION,
            Transform.HTML_TEXT);
  }

  @Test
  void theDiffNamesWhatChanged() {
    Mapping changed =
        new EditMapping(Accounts.view(), proposed.proposals())
            .set(proposed.mapping(), "contact.shio=document", new Problems());

    assertThat(MappingDiff.changes(proposed.mapping(), changed))
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.line()).startsWith("~ contact.shio: create Shio (dropdown)"));
  }

  @Test
  void adviceIsTakenOnUncertainFieldsOnlyAndLeavesThemToAPerson() {
    List<Proposal> uncertain = Rerank.uncertain(proposed);
    Proposed advised =
        new Rerank(Accounts.view())
            .apply(proposed, Map.of("contact.tgl_lhr_3", "cf_visit", "contact.city", "cf_visit"));

    assertThat(advised.mapping()).isEqualTo(proposed.mapping());
    assertThat(uncertain).allMatch(proposal -> !proposal.rule().source().equals("tgl_lhr_3"));
  }

  @Test
  void adviceMovesAnUncertainCandidateUp() {
    FieldRule shio = rule("shio");
    List<Proposal.Option> candidates =
        List.of(
            new Proposal.Option("contacts", "cf_visit", "Visit Date", 0.6),
            new Proposal.Option("contacts", "cf_pay", "Payment Method", 0.2));
    Proposed uncertain =
        new Proposed(
            proposed.mapping(),
            List.of(new Proposal("contact", shio.decided(Decision.REVIEW, ""), candidates)));

    Proposed advised =
        new Rerank(Accounts.view()).apply(uncertain, Map.of("contact.shio", "cf_pay"));

    Proposal proposal = advised.proposals().getFirst();
    assertThat(proposal.candidates())
        .extracting(option -> option.field() + " " + option.confidence())
        .containsExactly("cf_pay 0.6", "cf_visit 0.2");
    assertThat(proposal.rule().decision()).isEqualTo(Decision.REVIEW);
    assertThat(proposal.rule().values()).isNotEmpty();
    assertThat(
            new EditMapping(Accounts.view(), List.of())
                .set(advised.mapping(), "contact.shio=accept", new Problems())
                .object(ObjectName.CONTACT)
                .flatMap(object -> object.field("shio"))
                .map(FieldRule::target))
        .contains("cf_pay");
  }

  @Test
  void theSchemaForEditorsKnowsTheSameWords() {
    JsonNode field =
        JsonMapper.shared()
            .readTree(MappingSchema.text())
            .at("/properties/objects/additionalProperties/properties/fields/items/properties");

    assertThat(words(field.at("/transform/enum")))
        .containsExactlyInAnyOrderElementsOf(
            java.util.stream.Stream.of(Transform.values()).map(Transform::wire).toList());
    assertThat(words(field.at("/decision/enum")))
        .containsExactlyInAnyOrderElementsOf(
            java.util.stream.Stream.of(Decision.values()).map(Decision::wire).toList());
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private FieldRule rule(String source) {
    return proposed
        .mapping()
        .object(ObjectName.CONTACT)
        .flatMap(object -> object.field(source))
        .orElseThrow();
  }
}

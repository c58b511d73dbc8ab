package io.lidc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.report.chart.Numerals;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page and its files, over the sample. */
class ReportPageTest {
    @TempDir
    private static Path folder;

    private static HikariDataSource dataSource;
    private static Path directory;
    private static String html;
    private static Document page;

    @BeforeAll
    static void write() throws Exception {
        dataSource = TestDatabase.SQLITE.open(folder);
        Ingested.sample(folder, dataSource);
        directory = folder.resolve("report");
        html = Files.readString(new ReportWriter(dataSource, directory.toString()).write());
        page = parse(html);
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @Test
    void refersToNothingBesideItsOwnFolder() {
        List<String> references = new ArrayList<>();
        for (String attribute : List.of("src", "href", "srcset", "data", "action", "xlink:href")) {
            elements("*").stream()
                    .map(element -> element.getAttribute(attribute))
                    .filter(value -> !value.isEmpty())
                    .forEach(references::add);
        }

        assertThat(references)
                .isNotEmpty()
                .allMatch(value -> value.matches("#[a-z]+|[a-z_]+\\.csv|plots/[a-z_]+\\.(svg|png)"));
    }

    @Test
    void loadsNothingByItsStyle() {
        assertThat(elements("style").get(0).getTextContent()).doesNotContain("url(", "@import");
    }

    @Test
    void refersToFilesThatAreThere() {
        assertThat(elements("a").stream().map(link -> link.getAttribute("href")).filter(href -> !href.startsWith("#")))
                .allMatch(href -> Files.isRegularFile(directory.resolve(href)));
    }

    @Test
    void allowsItsOwnStyleAndScriptAndNothingElse() throws Exception {
        String policy = elements("meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(meta -> meta.getAttribute("content"))
                .findFirst()
                .orElseThrow();

        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src '" + digest("style") + "'; script-src '" + digest("script")
                        + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void hasNoStyleOrHandlerThatThePolicyForbids() {
        assertThat(elements("*")).noneMatch(element -> {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String name = element.getAttributes().item(i).getNodeName();
                if (name.equals("style") || name.startsWith("on")) {
                    return true;
                }
            }
            return false;
        });
    }

    @Test
    void drawsEachPlotInThePageAsInItsFile() throws Exception {
        List<String> inPage = elements("figure").stream()
                .filter(figure -> figure.getElementsByTagName("svg").getLength() == 1)
                .map(figure -> figure.getAttribute("id"))
                .sorted()
                .toList();

        assertThat(plots(".svg")).hasSizeGreaterThan(12).isEqualTo(inPage);
        assertThat(plots(".png")).isEqualTo(inPage);
    }

    @Test
    void writesPlotsThatOtherProgramsRead() throws Exception {
        for (String id : plots(".svg")) {
            assertThat(parse(Files.readString(directory.resolve("plots/" + id + ".svg")))
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("svg");
            assertThat(ImageIO.read(directory.resolve("plots/" + id + ".png").toFile())
                            .getWidth())
                    .isEqualTo(912);
        }
    }

    @Test
    void showsInTheTablesWhatTheFilesHold() throws IOException {
        for (Element figure : elements("figure")) {
            NodeList tables = figure.getElementsByTagName("tbody");
            if (tables.getLength() == 1) {
                Path csv = directory.resolve(figure.getAttribute("id") + ".csv");
                assertThat(cells((Element) tables.item(0))).isEqualTo(shown(csv));
            }
        }
    }

    @Test
    void givesEachFigureItsSql() {
        assertThat(elements("figure"))
                .allMatch(figure -> figure.getElementsByTagName("pre").getLength() == 1
                        && figure.getElementsByTagName("pre")
                                .item(0)
                                .getTextContent()
                                .startsWith("select"));
    }

    @Test
    void drawsNothingOfDatesThatAreAllOfOneYear() {
        assertThat(directory.resolve("plots/study_year.svg")).doesNotExist();
        assertThat(html).contains("All 6 studies: 2020.");
    }

    @Test
    void namesNoPatient() throws Exception {
        List<String> names = new ArrayList<>(Rows.of(dataSource, "select patient_id from patient"));
        names.addAll(Rows.of(dataSource, "select patient_name from patient"));
        names.addAll(Rows.of(dataSource, "select patient_birth_date from patient"));
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(names).noneMatch(content::contains);
            }
        }
    }

    private static String digest(String element) throws Exception {
        byte[] bytes = elements(element).get(0).getTextContent().getBytes(StandardCharsets.UTF_8);
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static List<String> cells(Element body) {
        NodeList cells = body.getElementsByTagName("td");
        return IntStream.range(0, cells.getLength())
                .mapToObj(i -> cells.item(i).getTextContent())
                .toList();
    }

    /** Numbers as the page shows them. */
    private static List<String> shown(Path csv) throws IOException {
        Pattern number = Pattern.compile("-?\\d+(\\.\\d+)?");
        return CsvRows.of(csv).stream()
                .flatMap(row -> Stream.of(row.split("\\|", -1)))
                .map(cell -> number.matcher(cell).matches() && !cell.startsWith("2.25.")
                        ? Numerals.of(Double.parseDouble(cell))
                        : cell)
                .toList();
    }

    private static List<String> plots(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("plots"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.replace(suffix, ""))
                    .sorted()
                    .toList();
        }
    }

    private static List<Element> elements(String name) {
        NodeList nodes = page.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    static Document parse(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}

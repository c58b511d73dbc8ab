package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in a folder ends as an outcome, and the run goes on. */
class HostileInputIT {
    @TempDir
    private Path folder;

    private Home home;
    private Path tree;

    @BeforeEach
    void begin() throws IOException {
        home = Home.in(folder).set(IngestKeys.FAILURE_THRESHOLD, "1");
        tree = Files.createDirectory(folder.resolve("tree"));
    }

    @Test
    void aFileOfZeroBytesFails() throws Exception {
        Files.createFile(tree.resolve("a.dcm"));

        assertThat(outcomes()).containsExactly("FAILED|EMPTY|0");
    }

    @Test
    void textIsNotDicom() throws Exception {
        Files.writeString(tree.resolve("a.dcm"), "This is a text about computed tomography.\n".repeat(50));

        assertThat(outcomes()).containsExactly("NOT_DICOM|null|null");
    }

    @Test
    void aLinkToAFolderThatHoldsItFails() throws Exception {
        Files.createSymbolicLink(tree.resolve("loop"), tree);

        assertThat(outcomes()).containsExactly("FAILED|LINK_LOOP|null");
    }

    @Test
    void aFileWithoutReadPermissionFails() throws Exception {
        Path file = Files.writeString(tree.resolve("a.dcm"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");

        assertThat(outcomes()).containsExactly("FAILED|ACCESS_DENIED|null");
    }

    @Test
    void aFolderNamedLikeAFileIsEntered() throws Exception {
        Files.createDirectory(tree.resolve("x.dcm"));
        Files.write(tree.resolve("x.dcm/y"), instance());

        assertThat(stored()).containsExactly("y");
    }

    @Test
    void aPathWithSpacesAndNonLatinLettersIsStored() throws Exception {
        Files.createDirectory(tree.resolve("肺 スキャン"));
        Files.write(tree.resolve("肺 スキャン/срез 1.dcm"), instance());

        assertThat(stored()).containsExactly("%D1%81%D1%80%D0%B5%D0%B7%201.dcm");
    }

    @Test
    void aHeaderCutAtEveryByteHasAnOutcomeEachTime() throws Exception {
        byte[] whole = instance();
        for (int length = 1; length < 1500; length++) {
            Files.write(tree.resolve(String.format("%05d", length)), Arrays.copyOf(whole, length));
        }

        assertThat(ingest().out()).containsPattern("discovered +1,499  balanced");
    }

    @Test
    void aLengthOfFourGigabytesFails() throws Exception {
        ByteArrayOutputStream bytes = part10();
        bytes.write(new byte[] {0x08, 0, 0x05, 0, 'U', 'N', 0, 0, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
        Files.write(tree.resolve("a.dcm"), bytes.toByteArray());

        assertThat(outcomes()).hasSize(1).first().asString().startsWith("FAILED|TRUNCATED|");
    }

    @Test
    void sequencesNestedAHundredThousandDeepFail() throws Exception {
        ByteArrayOutputStream bytes = part10();
        for (int depth = 0; depth < 100_000; depth++) {
            bytes.write(new byte[] {0x08, 0, 0x40, 0x11, 'S', 'Q', 0, 0, -1, -1, -1, -1});
            bytes.write(new byte[] {-2, -1, 0, (byte) 0xE0, -1, -1, -1, -1});
        }
        Files.write(tree.resolve("a.dcm"), bytes.toByteArray());

        assertThat(outcomes()).hasSize(1).first().asString().startsWith("FAILED|TOO_DEEP|");
    }

    private static ByteArrayOutputStream part10() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[128]);
        bytes.write("DICM".getBytes(StandardCharsets.US_ASCII));
        byte[] transferSyntax = "1.2.840.10008.1.2.1\0".getBytes(StandardCharsets.US_ASCII);
        bytes.write(new byte[] {2, 0, 0, 0, 'U', 'L', 4, 0, (byte) (transferSyntax.length + 8), 0, 0, 0});
        bytes.write(new byte[] {2, 0, 0x10, 0, 'U', 'I', (byte) transferSyntax.length, 0});
        bytes.write(transferSyntax);
        return bytes;
    }

    private byte[] instance() throws IOException {
        Path sample = Home.sample(folder);
        try (var files = Files.walk(sample.resolve("SAMPLE-0001"))) {
            return Files.readAllBytes(
                    files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow());
        }
    }

    private Home.Result ingest() {
        return home.run("ingest", tree, "--out", folder.resolve("out"));
    }

    private List<String> outcomes() throws SQLException {
        ingest();
        return rows("select outcome, error_code, error_offset from set_aside");
    }

    private List<String> stored() throws SQLException {
        ingest();
        return rows("select source_uri from instance").stream()
                .map(uri -> uri.substring(uri.lastIndexOf('/') + 1))
                .toList();
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of("jdbc:sqlite:" + folder.resolve("out/lidc.db"), query);
    }
}

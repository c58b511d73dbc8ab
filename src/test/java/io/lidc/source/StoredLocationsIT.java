package io.lidc.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Tag;
import io.lidc.dicom.part10.Part10Reader;
import io.lidc.model.Location;
import io.lidc.source.archive.TestArchive;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import io.lidc.testing.LocalSources;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the database holds as a location, of the sample and of archives of every kind, leads to its object again. */
class StoredLocationsIT {
    @TempDir
    private static Path folder;

    private static final LocalSources LOCAL = LocalSources.create();
    private static Home home;
    private static int number;

    @BeforeAll
    static void ingest() throws Exception {
        home = Home.in(folder);
        Home.sample(folder);
        Path archives = Files.createDirectory(folder.resolve("archives"));
        for (String kind : List.of("zip", "tar", "tar.gz")) {
            TestArchive.ofFolder(objects(), archives.resolve("plain." + kind));
            for (String inner : List.of("zip", "tar", "tgz")) {
                Path outer = objects();
                TestArchive.ofFolder(objects(), outer.resolve("in ner." + inner));
                Files.writeString(outer.resolve("broken." + inner), "no archive");
                TestArchive.ofFolder(outer, archives.resolve("of " + inner + "." + kind));
            }
        }
        Files.writeString(archives.resolve("broken.zip"), "no archive");
        home.run("ingest", folder.resolve("sample"), archives, "--out", folder.resolve("out"));
    }

    /** A folder with an instance, one cut off, and a text. */
    private static Path objects() throws IOException {
        Path objects = Files.createTempDirectory(folder, "objects");
        byte[] instance = DicomFile.instance(++number, "CT").bytes();
        Files.write(objects.resolve("ä b!+#1.dcm"), instance);
        Files.write(objects.resolve("cut.dcm"), Arrays.copyOf(instance, instance.length - 3));
        Files.writeString(objects.resolve("read me"), "no image");
        return objects;
    }

    private record Row(Location location, String sopInstanceUid, String errorCode) {}

    @Test
    void everyLocationCanBeIngestedAndIsKnown() throws SQLException {
        List<Row> rows = rows();
        Home.Result result = ingestAgain(rows);

        assertThat(result.out())
                .containsPattern("UNCHANGED +" + number(rows) + "\\b")
                .containsPattern("discovered +" + number(rows) + "  balanced");
    }

    @Test
    void everyFailureEndsWithTheSameCodeAgain() throws SQLException {
        List<Row> failures =
                rows().stream().filter(row -> row.errorCode != null).toList();
        Home.Result result = ingestAgain(failures, "--retry-failed");

        assertThat(result.out()).containsPattern("FAILED +" + number(failures) + "\\n");
        assertThat(rows().stream().filter(row -> row.errorCode != null)).containsExactlyElementsOf(failures);
    }

    @Test
    void everyInstanceIsOpenedByItsLocation() throws SQLException {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> opened = new TreeMap<>();
        for (Row row : rows()) {
            if (row.sopInstanceUid != null) {
                expected.put(row.location.uri(), row.sopInstanceUid);
                opened.put(row.location.uri(), sopInstanceUid(ObjectReference.at(row.location)));
            }
        }

        assertThat(opened).hasSizeGreaterThan(170).isEqualTo(expected);
    }

    @Test
    void everyInstanceIsOpenedByItsReferenceFromAnotherProcess() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        rows().stream()
                .filter(row -> row.sopInstanceUid != null)
                .forEach(row -> expected.put(row.location.uri(), row.sopInstanceUid));
        Map<String, String> opened = new TreeMap<>();
        int hints = 0;
        for (ObjectReference listed : listed()) {
            ObjectReference arrived = ReferenceJson.read(ReferenceJson.write(listed));
            hints += arrived.hint() == null ? 0 : 1;
            if (expected.containsKey(arrived.location().uri())) {
                opened.put(arrived.location().uri(), sopInstanceUid(arrived));
            }
        }

        assertThat(hints).isGreaterThan(20);
        assertThat(opened).isEqualTo(expected);
    }

    private static List<ObjectReference> listed() throws IOException {
        List<ObjectReference> listed = new ArrayList<>();
        for (String tree : List.of("sample", "archives")) {
            LOCAL.sources()
                    .list(folder.resolve(tree).toString(), SourceOptions.DEFAULT)
                    .list()
                    .forEachRemaining(listed::add);
        }
        return listed;
    }

    private static String sopInstanceUid(ObjectReference object) {
        try (ByteSource source = LOCAL.sources().open(object)) {
            return new Part10Reader().read(source).text(Tag.SOP_INSTANCE_UID);
        } catch (IOException | DicomException e) {
            return e.toString();
        }
    }

    private static Home.Result ingestAgain(List<Row> rows, String... options) {
        List<Object> arguments = new ArrayList<>(List.of("ingest"));
        rows.forEach(row -> arguments.add(row.location.uri()));
        arguments.addAll(List.of("--out", folder.resolve("out")));
        arguments.addAll(List.of(options));
        return home.run(arguments.toArray());
    }

    private static String number(List<Row> rows) {
        assertThat(rows).isNotEmpty();
        return String.format("%,d", rows.size());
    }

    private static List<Row> rows() throws SQLException {
        String database = "jdbc:sqlite:" + folder.resolve("out/lidc.db");
        List<Row> rows = new ArrayList<>();
        for (String table :
                List.of("sop_instance_uid, null from instance", "sop_instance_uid, error_code from set_aside")) {
            for (String line : Rows.of(database, "select source_uri, size, version, " + table + " order by 1")) {
                String[] columns = line.split("\\|");
                rows.add(new Row(
                        new Location(columns[0], Long.parseLong(columns[1]), columns[2]),
                        columns[3].equals("null") ? null : columns[3],
                        columns[4].equals("null") ? null : columns[4]));
            }
        }
        return rows;
    }
}

package io.lidc.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lidc.testing.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image, unpacked and started by its own entry point with its own runtime, as its own user where the test may become another one.
 * What stands in it as an absolute path is moved along; the C library is this machine's.
 */
class ImageRunIT {
    private static final String USER = "10001";

    @TempDir
    private static Path folder;

    private static ImageTar image;
    private static Path root;
    private static Path outputs;

    private record Ended(int exitCode, String output) {}

    @BeforeAll
    static void unpack() throws IOException {
        image = ImageTar.built();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        root = Files.createDirectory(folder.resolve("image"));
        for (Map.Entry<String, ImageFile> file : image.files().entrySet()) {
            write(file.getValue(), inside(file.getKey()));
        }
        Path options = inside("/opt/lidc/java-options");
        Files.writeString(options, moved(Files.readString(options)));
        outputs = Files.createDirectory(folder.resolve("outputs"));
        Files.setPosixFilePermissions(outputs, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void tellsItsVersion() throws Exception {
        assertThat(run("--version").output())
                .isEqualTo("lidc "
                        + image.container("Labels")
                                .get("org.opencontainers.image.version")
                                .asText()
                        + "\n");
    }

    @Test
    void takesItsClassesFromTheStartUpArchive() throws Exception {
        Ended ended = run(List.of("-Xlog:class+load"), "--version");

        assertThat(ended.output()).containsPattern("io\\.lidc\\.App source: shared objects file \\(top\\)");
    }

    @Test
    void ingestsAndReports() throws Exception {
        Ended ended = run("demo", "--out", outputs.resolve("demo").toString());

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("balanced").containsOnlyOnce("as SVG only");
        assertThat(outputs.resolve("demo/report/index.html")).exists();
    }

    private static Ended run(String... arguments) throws Exception {
        return run(List.of(), arguments);
    }

    private static Ended run(List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(asItsUser());
        for (JsonNode word : image.container("Entrypoint")) {
            command.add(moved(word.asText()));
        }
        command.addAll(command.indexOf("-jar"), options);
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(folder, "log", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(inside(image.container("WorkingDir").asText()).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        for (JsonNode variable : image.container("Env")) {
            String[] assignment = variable.asText().split("=", 2);
            builder.environment().put(assignment[0], assignment[1]);
        }
        Process process = builder.start();
        return new Ended(process.waitFor(), Files.readString(log, StandardCharsets.UTF_8));
    }

    /** Only root may become another user. */
    private static List<String> asItsUser() {
        return System.getProperty("user.name").equals("root")
                ? List.of(Installed.required("setpriv").toString(), "--reuid", USER, "--regid", USER, "--clear-groups")
                : List.of();
    }

    private static Path inside(String path) {
        return root.resolve(path.substring(1));
    }

    private static String moved(String text) {
        return text.replace("/opt/", root + "/opt/");
    }

    private static void write(ImageFile file, Path path) throws IOException {
        if (file.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        Files.write(path, file.content());
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(file.isProgram() ? "rwxr-xr-x" : "rw-r--r--"));
        Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(file.seconds())));
    }
}

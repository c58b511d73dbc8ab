package io.lidc.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in target/image.tar, and how a container of it starts. */
class ImageIT {
    private static ImageTar image;

    @BeforeAll
    static void read() throws IOException {
        image = ImageTar.built();
    }

    @Test
    void runsAsAUserWithoutPrivileges() {
        assertThat(image.container("User").asText()).isEqualTo("10001:10001");
    }

    @Test
    void takesTheCommandLineOfTheProgram() {
        assertThat(texts(image.container("Entrypoint")))
                .containsExactly(
                        "/opt/java/bin/java", "@/opt/lidc/java-options", "-jar", "/opt/lidc/lidc-pipeline.jar");
        assertThat(texts(image.container("Cmd"))).containsExactly("--help");
    }

    @Test
    void worksWhereItsFilesAre() {
        assertThat(image.container("WorkingDir").asText()).isEqualTo("/opt/lidc");
    }

    @Test
    void leavesItsHealthToProbes() {
        assertThat(image.container("Healthcheck").isMissingNode()).isTrue();
    }

    @Test
    void isLabelledWithoutTheNameOfAHost() {
        JsonNode labels = image.container("Labels");

        assertThat(labels.path("org.opencontainers.image.version").asText()).isNotEmpty();
        assertThat(texts(labels)).noneMatch(label -> label.matches(".*(://|@).*"));
    }

    @Test
    void holdsNoProgramButJavaAndWhatLooksIntoIt() {
        assertThat(image.files().entrySet().stream()
                        .filter(file -> file.getValue().isProgram())
                        .map(Map.Entry::getKey)
                        .filter(path -> !path.matches("/lib(64)?/(.*/)?ld-[^/]*")))
                .containsExactly("/opt/java/bin/java", "/opt/java/bin/jcmd", "/opt/java/lib/jspawnhelper");
    }

    @Test
    void holdsNoCompiler() {
        assertThat(modules()).contains("java.base", "jdk.charsets").doesNotContain("jdk.compiler", "jdk.jlink");
    }

    @Test
    void holdsTheRoutesAndSettingsThatAreShippedWhereConfigMapsAreMounted() throws IOException {
        for (String folder : new String[] {"routes", "config"}) {
            for (String path : shipped(folder)) {
                assertThat(image.files().get("/opt/lidc/" + path))
                        .as(path)
                        .isNotNull()
                        .satisfies(file -> assertThat(new String(file.content(), UTF_8))
                                .isEqualTo(Files.readString(Path.of(path))));
            }
        }
    }

    @Test
    void holdsTheLibrariesThatTheProgramNamesAndNoOther() throws IOException {
        try (JarFile jar = new JarFile("target/lidc-pipeline.jar")) {
            String[] named =
                    jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ");
            assertThat(image.files().keySet().stream()
                            .filter(path -> path.startsWith("/opt/lidc/lib/"))
                            .map(path -> path.substring("/opt/lidc/".length())))
                    .containsExactlyInAnyOrder(named);
        }
    }

    @Test
    void belongsToRoot() {
        assertThat(image.files().values()).allMatch(file -> file.owner() == 0);
    }

    @Test
    void letsTheProgramWriteIntoItsOutputsAndTmpOnly() {
        assertThat(image.files().entrySet().stream()
                        .filter(file -> file.getValue().isWritableByOthers())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("/opt/lidc/outputs", "/tmp");
    }

    @Test
    void isMadeByTheDockerfileTheSameWay() throws IOException {
        String dockerfile = Files.readString(Path.of("Dockerfile"));

        assertThat(dockerfile)
                .contains("\nUSER " + image.container("User").asText() + "\n")
                .contains("\nWORKDIR " + image.container("WorkingDir").asText() + "\n")
                .contains("\nENV " + texts(image.container("Env")).findFirst().orElseThrow() + "\n")
                .contains("\nENTRYPOINT " + json(image.container("Entrypoint")) + "\n")
                .contains("\nCMD " + json(image.container("Cmd")) + "\n")
                .doesNotContain("\nHEALTHCHECK");
    }

    private static Stream<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText);
    }

    private static String json(JsonNode values) {
        return values.toString().replace(",", ", ");
    }

    /** As the file release of the runtime lists them. */
    private static TreeSet<String> modules() {
        String release = new String(image.files().get("/opt/java/release").content(), UTF_8);
        String list = release.replaceFirst("(?s).*MODULES=\"([^\"]*)\".*", "$1");
        return new TreeSet<>(Arrays.asList(list.split(" ")));
    }

    private static Iterable<String> shipped(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(path -> path.matches(
                            "routes/.*\\.camel\\.yaml|config/[^/]*\\.(xml|properties)|config/attributes\\.yaml"))
                    .toList();
        }
    }
}

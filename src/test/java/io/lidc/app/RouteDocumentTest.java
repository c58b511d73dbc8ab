package io.lidc.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.ingest.component.SourceEndpoint;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.spi.UriParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/routes.md tells what there is. */
class RouteDocumentTest {
    private static final String SERVICES = "META-INF/services/org/apache/camel/";

    @ParameterizedTest
    @ValueSource(strings = {"component", "language", "dataformat"})
    void listsWhatIsBundled(String kind) throws IOException {
        Matcher line =
                Pattern.compile("(?s)<!-- " + kind + " -->\n(.*?)<!-- end -->").matcher(document());
        assertThat(line.find()).isTrue();
        Set<String> listed = Pattern.compile("`([^`]+)`")
                .matcher(line.group(1))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(bundled(kind));
    }

    @Test
    void listsEveryOptionOfTheComponent() throws IOException {
        String document = document();

        assertThat(Arrays.stream(SourceEndpoint.class.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(UriParam.class))
                        .map(Field::getName))
                .allSatisfy(option -> assertThat(document).contains("| `" + option + "` |"));
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/routes.md"));
    }

    private static Set<String> bundled(String kind) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                try (JarFile jar = new JarFile(entry)) {
                    jar.stream()
                            .map(file -> file.getName())
                            .filter(name -> name.startsWith(SERVICES + kind + "/") && !name.endsWith("/"))
                            .map(name -> name.substring(name.lastIndexOf('/') + 1))
                            .forEach(names::add);
                }
            }
        }
        return names;
    }
}

package io.lidc.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.download.DownloadKeys;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.source.FolderKeys;
import io.lidc.source.InboxKeys;
import io.lidc.source.s3.S3Keys;
import io.lidc.source.s3.SqsKeys;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.stow.PushKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written about the keys is what the keys say. */
class ConfigurationDocumentTest {
    private static final String REWRITE = "mvn -B -q test -Dtest=ConfigurationDocumentTest -Dconfiguration.write=true";

    private static final List<Key<?>> MOST_USED = List.of(
            DatabaseKeys.URL,
            PrivacyKeys.PATIENT,
            IngestKeys.CHUNK_SIZE,
            IngestKeys.READERS,
            IngestKeys.FAILURE_THRESHOLD,
            DeadLetterKeys.DIRECTORY,
            DeadLetterKeys.COPY,
            FolderKeys.ENABLED,
            InboxKeys.ENABLED,
            S3Keys.ENABLED,
            SqsKeys.ENABLED,
            DownloadKeys.ENABLED,
            PushKeys.ENABLED);

    private enum Document {
        PROPERTIES("config/application.properties", "", "# --- Wiring: ") {
            @Override
            String generated() {
                return ConfigurationDocument.properties(Configuration.GROUPS);
            }
        },
        REFERENCE("docs/configuration.md", "<!-- all settings -->\n", "<!-- end of all settings -->") {
            @Override
            String generated() {
                return ConfigurationDocument.reference(Configuration.GROUPS);
            }
        },
        README("README.md", "<!-- most used settings -->\n", "<!-- end of most used settings -->") {
            @Override
            String generated() {
                return ConfigurationDocument.summary(MOST_USED);
            }
        };

        private final Path file;
        private final String start;
        private final String end;

        Document(String file, String start, String end) {
            this.file = Path.of(file);
            this.start = start;
            this.end = end;
        }

        abstract String generated();

        /** The file with its generated part anew. */
        String rewritten(String text) {
            assertThat(text).contains(start).contains(end);
            String before = text.substring(0, text.indexOf(start) + start.length());
            return before + generated() + text.substring(text.indexOf(end));
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsWhatTheKeysSay(Document document) throws IOException {
        String rewritten = document.rewritten(Files.readString(document.file));
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(document.file, rewritten);
        }

        assertThat(Files.readString(document.file))
                .as("%s; this rewrites it, settings of your own included: %s", document.file, REWRITE)
                .isEqualTo(rewritten);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void hasSentencesForMeanings(Key<?> key) {
        assertThat(key.meaning()).matches("[A-Z].*\\.");
    }

    @Test
    void knowsEachNameOnce() {
        assertThat(keys().map(Key::name)).doesNotHaveDuplicates();
    }

    private static Stream<Key<?>> keys() {
        return Configuration.GROUPS.stream().map(KeyGroup::keys).flatMap(List::stream);
    }
}

package io.lidc.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.source.ObjectReference;
import io.lidc.source.ReferenceJson;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

/** Objects that a discoverer cannot open, on their way to a worker. */
class PublisherTest {
    private static final String ARCHIVE = "file:///archive/cut-off.zip";

    @Test
    void tellsWhyAnObjectIsUnavailable() {
        assertThat(reasonOf(passedOn(new SourceException(SourceError.ARCHIVE_BROKEN, "the archive is cut off"))))
                .isInstanceOfSatisfying(SourceException.class, reason -> {
                    assertThat(reason.code()).isEqualTo("ARCHIVE_BROKEN");
                    assertThat(reason).hasMessage("the archive is cut off");
                });
    }

    @Test
    void tellsInWordsWithoutAPathWhatTheSystemSays() {
        assertThat(reasonOf(passedOn(new AccessDeniedException("/home/somebody/cut-off.zip"))))
                .isInstanceOfSatisfying(SourceException.class, reason -> {
                    assertThat(reason.code()).isEqualTo("ACCESS_DENIED");
                    assertThat(reason.getMessage()).doesNotContain("somebody");
                });
    }

    @Test
    void takesNoCodeThatIsNone() {
        assertThatThrownBy(() -> ReferenceJson.read(
                        "{\"location\":\"file:///x\",\"size\":1,\"version\":\"\",\"error\":\"x y\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ObjectReference passedOn(IOException reason) {
        return ReferenceJson.read(ReferenceJson.write(Publisher.told(ObjectReference.unavailable(ARCHIVE, reason))));
    }

    private static IOException reasonOf(ObjectReference object) {
        return ((ObjectReference.Unavailable) object.content()).reason();
    }
}

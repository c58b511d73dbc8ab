package io.lidc.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Unavailable;
import io.lidc.source.ReferenceJson;
import io.lidc.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceRecordTest {

    @Test
    void isTheReferenceThatWasPublished() {
        ObjectReference published = ObjectReference.at(new Location("file:///a/b.dcm", 1_000, "v1"), "hint");

        assertThat(record(ReferenceJson.write(published)).reference()).isEqualTo(published);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "poison",
                "null",
                "[]",
                "{}",
                "{\"location\": 1, \"size\": 1, \"version\": \"\"}",
                "{\"location\": \"file:///a\", \"version\": \"\"}",
                "{\"location\": \"file:///a\\u0000b\", \"size\": 1, \"version\": \"\"}",
                "{\"location\": \"file:///\\ud800\", \"size\": 1, \"version\": \"\"}",
                "{\"location\": \"file:///a\", \"size\": 1, \"version\": \"\\u0000\"}"
            })
    void isAnUnavailableObjectWhereItIsNoReference(String value) {
        assertThat(code(record(value))).isEqualTo("BAD_REFERENCE");
    }

    @Test
    void isAnUnavailableObjectWhereTheLocationIsLongerThanAny() {
        String location = "file:///" + "a".repeat(20_000);

        assertThat(code(record(ReferenceJson.write(ObjectReference.at(new Location(location, 1, ""))))))
                .isEqualTo("BAD_REFERENCE");
    }

    @Test
    void namesTheRecordThatIsNoReference() {
        assertThat(record("poison").reference().location()).isEqualTo(new Location("kafka:objects/3/42", 6, "42"));
    }

    private static ReferenceRecord record(String value) {
        return new ReferenceRecord("objects", 3, 42, value);
    }

    private static String code(ReferenceRecord record) {
        Unavailable content = (Unavailable) record.reference().content();
        return ((SourceException) content.reason()).code();
    }
}

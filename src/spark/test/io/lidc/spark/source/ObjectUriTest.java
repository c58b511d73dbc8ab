package io.lidc.spark.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectUriTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://bucket/a b/c.dcm",
                "s3://bucket/100%25.dcm",
                "s3://bucket/a#b?c.dcm",
                "s3://bucket/Übersicht/ä.dcm",
                "hdfs://namenode:8020/a b/c:d.dcm",
                "gs://bucket/a+b.dcm"
            })
    void aPathStandsForTheLocationThatItIsMadeFrom(String location) {
        assertThat(ObjectUri.of(ObjectUri.path(location))).isEqualTo(location);
    }

    @Test
    void hadoopReadsS3ByItsOwnScheme() {
        assertThat(ObjectUri.path("s3://bucket/a.dcm").toUri().getScheme()).isEqualTo("s3a");
    }

    @Test
    void theNameOfALocalFileIsWhatTheFileSystemHas() {
        assertThat(ObjectUri.name("file:///data/a%20%C3%A4.dcm")).isEqualTo("a ä.dcm".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theNameOfAnObjectIsTakenAsItIs() {
        assertThat(ObjectUri.name("s3://bucket/a%20b.dcm")).isEqualTo("a%20b.dcm".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theNameOfAFolderIsThatBeforeItsSlash() {
        assertThat(ObjectUri.name("s3://bucket/series/")).isEqualTo("series".getBytes(StandardCharsets.UTF_8));
    }
}

package io.lidc.source.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.dicom.ByteSource;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceException;
import io.lidc.source.SourceOptions;
import io.lidc.source.Sources;
import io.lidc.source.s3.FaultyProxy.Fault;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class S3SourceTest {
    private static final int FIRST_READ = 1024;

    @TempDir
    private Path folder;

    private S3Server server;
    private FaultyProxy proxy;
    private Sources sources;

    @BeforeEach
    void startTheServer() throws Exception {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        Files.createDirectories(folder.resolve("bucket"));
        server = new S3Server(folder);
    }

    @AfterEach
    void stopTheServer() throws Exception {
        if (proxy != null) {
            proxy.close();
        }
        server.close();
    }

    @Test
    void listsTheObjectsWhoseKeysBeginWithThePrefix() throws IOException {
        write("a/1", 10);
        write("a/2", 10);
        write("b/3", 10);

        assertThat(list("s3://bucket/a/"))
                .extracting(Object::toString)
                .containsExactly("s3://bucket/a/1", "s3://bucket/a/2");
    }

    @Test
    void listsMoreThanAPage() throws IOException {
        for (int i = 0; i < 1001; i++) {
            Files.write(folder.resolve("bucket").resolve(String.format("%04d", i)), new byte[1]);
        }

        assertThat(list("s3://bucket")).hasSize(1001);
    }

    @Test
    void givesSizeAndEtagOfTheListing() throws IOException {
        write("1", 10);

        assertThat(list("s3://bucket").get(0).location().size()).isEqualTo(10);
        assertThat(list("s3://bucket").get(0).location().version()).isNotEmpty().doesNotContain("\"");
    }

    @Test
    void listsAnObjectWhoseKeyHasSpacesAndOtherLetters() throws IOException {
        byte[] bytes = write("ä b+c%20/1", 10);

        assertThat(read(list("s3://bucket").get(0), 0, 10)).isEqualTo(bytes);
    }

    @Test
    void readsAnyPartOfAnObject() throws IOException {
        byte[] bytes = write("1", 100_000);

        assertThat(read(list("s3://bucket").get(0), 50_000, 10))
                .isEqualTo(java.util.Arrays.copyOfRange(bytes, 50_000, 50_010));
    }

    @Test
    void asksOnceForWhatLiesInTheFirstRange() throws IOException {
        write("1", 100_000);
        Source source = source(endpoint(request -> Fault.NONE), "s3://bucket");
        try (ByteSource object = sources.open(source.list().next())) {
            object.read(0, new byte[100], 0, 100);
            object.read(100, new byte[100], 0, 100);
        }

        assertThat(source.traffic().requests()).isEqualTo(2);
        assertThat(source.traffic().bytes()).isEqualTo(FIRST_READ);
    }

    @Test
    void asksNothingOfAnEmptyObject() throws IOException {
        write("1", 0);
        ObjectReference object = list("s3://bucket").get(0);

        try (ByteSource source = sources.open(object)) {
            assertThat(source.read(0, new byte[1], 0, 1)).isEqualTo(-1);
        }
    }

    @Test
    void triesAgainWhenThrottled() throws IOException {
        byte[] bytes = write("1", 100);
        Source source = source(endpoint(request -> request % 2 == 0 ? Fault.THROTTLE : Fault.NONE), "s3://bucket");

        assertThat(read(source.list().next(), 0, 100)).isEqualTo(bytes);
    }

    @Test
    void triesAgainWhenTheAnswerBreaksOff() throws IOException {
        byte[] bytes = write("1", 1000);
        Source source = source(endpoint(request -> request % 2 == 0 ? Fault.CUT : Fault.NONE), "s3://bucket");

        assertThat(read(source.list().next(), 0, 1000)).isEqualTo(bytes);
    }

    @Test
    void triesAgainWhenNoAnswerComes() throws IOException {
        byte[] bytes = write("1", 100);
        Source source = source(endpoint(request -> request == 1 ? Fault.SILENCE : Fault.NONE), "s3://bucket");

        assertThat(read(source.list().next(), 0, 100)).isEqualTo(bytes);
    }

    @Test
    void countsRepeatedRequests() throws IOException {
        write("1", 100);
        Source source = source(endpoint(request -> request % 2 == 0 ? Fault.THROTTLE : Fault.NONE), "s3://bucket");
        read(source.list().next(), 0, 100);

        assertThat(source.traffic().requests()).isEqualTo(4);
    }

    @Test
    void givesUpAfterAsManyAttemptsAsAreAllowed() throws IOException {
        write("1", 100);
        Source source = source(endpoint(request -> request == 0 ? Fault.NONE : Fault.THROTTLE), "s3://bucket");
        ObjectReference object = source.list().next();

        assertThatThrownBy(() -> read(object, 0, 100))
                .asInstanceOf(InstanceOfAssertFactories.type(SourceException.class))
                .returns("THROTTLED", SourceException::code);
        assertThat(source.traffic().requests()).isEqualTo(1 + 3);
    }

    @Test
    void listsABucketThatCannotBeListedAsUnavailable() throws IOException {
        ObjectReference failed = list("s3://no-such-bucket").get(0);

        assertThatThrownBy(() -> sources.open(failed))
                .asInstanceOf(InstanceOfAssertFactories.type(SourceException.class))
                .returns("GONE", SourceException::code);
    }

    @Test
    void refusesToReadAnObjectThatChangedAfterItWasListed() throws IOException {
        write("1", 100);
        ObjectReference object = list("s3://bucket").get(0);
        write("1", 101);

        assertThatThrownBy(() -> read(object, 0, 100))
                .asInstanceOf(InstanceOfAssertFactories.type(SourceException.class))
                .returns("CHANGED", SourceException::code);
    }

    @Test
    void refusesASourceWithoutABucket() {
        assertThatThrownBy(() -> source(server.endpoint(), "s3:///x")).isInstanceOf(FileNotFoundException.class);
    }

    private URI endpoint(IntFunction<Fault> faults) throws IOException {
        proxy = new FaultyProxy(server.port(), faults);
        return proxy.endpoint();
    }

    private Source source(URI endpoint, String name) throws IOException {
        S3Provider buckets = new S3Provider(new Aws(settings(endpoint), endpoint));
        sources = new Sources(() -> List.of(buckets), source -> source);
        return sources.list(name, SourceOptions.DEFAULT);
    }

    private static S3Settings settings(URI endpoint) {
        return new S3Settings(endpoint, "us-east-1", true, 16, FIRST_READ, 3, Duration.ofSeconds(2));
    }

    private List<ObjectReference> list(String name) throws IOException {
        List<ObjectReference> objects = new ArrayList<>();
        source(server.endpoint(), name).list().forEachRemaining(objects::add);
        return objects;
    }

    private byte[] write(String key, int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        try (S3Client client = AwsClients.s3(settings(server.endpoint()))) {
            client.putObject(request -> request.bucket("bucket").key(key), RequestBody.fromBytes(bytes));
        }
        return bytes;
    }

    private byte[] read(ObjectReference object, long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        try (ByteSource source = sources.open(object)) {
            int count = source.read(position, bytes, 0, length);
            return java.util.Arrays.copyOf(bytes, count);
        }
    }
}

package io.lidc.metadata;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Header;
import io.lidc.dicom.Tag;
import io.lidc.dicom.part10.Part10Reader;
import io.lidc.model.Metadata;
import io.lidc.sample.SampleTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to map the header of a CT slice of the sample, which was read before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
public class MappingBenchmark {
    /** The mode of de-identification. */
    @Param({"keep", "pseudonymise", "drop"})
    public String mode;

    /** What {@code extra} holds: nothing or all attributes. */
    @Param({"[]", "['*']"})
    public String extra;

    private Header header;
    private HeaderMapping mapping;

    /** Writes the sample, and reads the first CT slice. */
    @Setup
    public void read() throws IOException, DicomException {
        Path folder = Files.createTempDirectory("sample");
        Path attributes = Files.writeString(folder.resolve("attributes.yaml"), "attributes: " + extra);
        mapping = new HeaderMapping(
                ExtraAttributes.load(attributes.toString()),
                switch (mode) {
                    case "pseudonymise" -> Deidentification.pseudonymise("a key for this benchmark");
                    case "drop" -> Deidentification.drop();
                    default -> Deidentification.keep();
                });
        header = firstSlice(SampleTree.write(folder.resolve("tree")).directory());
    }

    private static Header firstSlice(Path tree) throws IOException, DicomException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(tree)) {
            files = walk.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            ByteSource bytes = new BytesSource(Files.readAllBytes(file));
            try {
                Header read = new Part10Reader().read(bytes);
                if ("CT".equals(read.text(Tag.MODALITY)) && read.text(Tag.SLICE_THICKNESS) != null) {
                    return read;
                }
            } catch (DicomException e) {
                // Some files of the sample are broken on purpose.
                continue;
            }
        }
        throw new IllegalStateException("no CT slice in the sample");
    }

    /** Maps it. */
    @Benchmark
    public Metadata map() {
        return mapping.map(header);
    }
}

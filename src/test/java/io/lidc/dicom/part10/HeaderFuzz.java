package io.lidc.dicom.part10;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.management.ThreadMXBean;
import io.lidc.dicom.ByteSource;
import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DataSet;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Element;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Header;
import io.lidc.dicom.Limits;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import io.lidc.json.DicomJson;
import io.lidc.metadata.Deidentification;
import io.lidc.metadata.ExtraAttributes;
import io.lidc.metadata.HeaderMapping;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads damaged headers, decodes every value, maps each to metadata with all attributes and writes it as JSON. Each must
 * end as a header or as a typed error with an offset; anything else is thrown, with the number that reproduces it.
 */
final class HeaderFuzz {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final int SEED_BYTES = 16 << 10;
    private static final long TOO_SLOW = 50_000_000;
    private static final long SUSPICIOUS = 5_000_000;

    private final Part10Reader reader = new Part10Reader();
    private final HeaderMapping mapping = new HeaderMapping(allAttributes(), Deidentification.keep());
    private final JsonFactory json = new JsonFactory();
    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<ErrorCode, Integer> errors = new EnumMap<>(ErrorCode.class);
    private int headers;
    private int read;
    private int elements;
    private int instances;
    private long slowest;
    private long maxAllocated;

    /**
     * What came of a run.
     *
     * @param read headers that were read; the others ended with the errors counted by their codes
     * @param elements data elements that were decoded
     * @param instances headers that were mapped to metadata; the others have no SOP Instance UID
     * @param slowestNanos longest time to read and decode one header
     * @param maxAllocated maximum number of bytes allocated to read and decode one header
     */
    record Figures(
            int headers,
            int read,
            Map<ErrorCode, Integer> errors,
            int elements,
            int instances,
            long slowestNanos,
            long maxAllocated) {}

    /** Runs as many headers as the argument says, 1,000,000 by default. */
    public static void main(String[] args) throws IOException {
        int count = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        List<byte[]> seeds = seeds();
        long start = System.nanoTime();
        Figures figures = new HeaderFuzz().run(seeds, 42, count);
        System.out.printf(
                "%,d headers from %d seeds in %d s: %,d read (%,d elements, %,d instances), errors %s%n"
                        + "slowest %.1f ms, at most %.2f MB allocated for one, heap limit %d MB%n",
                figures.headers(),
                seeds.size(),
                (System.nanoTime() - start) / 1_000_000_000,
                figures.read(),
                figures.elements(),
                figures.instances(),
                figures.errors(),
                figures.slowestNanos() / 1e6,
                figures.maxAllocated() / 1e6,
                Runtime.getRuntime().maxMemory() >> 20);
        if (figures.slowestNanos() > TOO_SLOW || figures.maxAllocated() > 16_000_000) {
            throw new IllegalStateException("a header took more than 50 ms or 16 MB");
        }
    }

    /** Headers of every encoding, and the first 16 KB of the corpus files where they are. */
    static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        List<Written> elements = new ArrayList<>(CtHeader.elements());
        Written inner = Written.sequence(0x00091010, List.of(List.of(Written.us(Tag.ROWS, 1)), List.of()));
        elements.add(Written.sequence(0x00880200, List.of(List.of(inner, Written.us(Tag.COLUMNS, 2)))));
        for (Encoding encoding : Encoding.values()) {
            for (boolean undefined : new boolean[] {true, false}) {
                DicomWriter writer = new DicomWriter(encoding, undefined);
                seeds.add(
                        DicomWriter.join(writer.file(elements), writer.header(Tag.PIXEL_DATA, Vr.OW, 8), new byte[8]));
                seeds.add(writer.dataSet(elements));
            }
        }
        seeds.add(DicomWriter.PLAIN.file(List.of(
                Written.text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO 2022 IR 13\\ISO 2022 IR 87"),
                Written.text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3"),
                Written.text(
                        Tag.PATIENT_NAME, Vr.PN, "\u00D4\u00CF^\u00C0=\u001B$B;3ED\u001B(J^\u001B$BB@O:\u001B(J"))));
        byte[] dataSet = DicomWriter.PLAIN.dataSet(elements);
        seeds.add(DicomWriter.file(DicomWriter.DEFLATED, DicomWriter.deflate(dataSet, true)));
        seeds.add(DicomWriter.file(DicomWriter.DEFLATED, DicomWriter.deflate(dataSet, false)));
        if (Files.exists(CORPUS)) {
            try (Stream<Path> files = Files.walk(CORPUS)) {
                files.filter(Files::isRegularFile)
                        .sorted()
                        .map(HeaderFuzz::head)
                        .forEach(seeds::add);
            }
        }
        return seeds;
    }

    private static byte[] head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(SEED_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Figures run(List<byte[]> seeds, long seed, int count) {
        Mutations mutations = new Mutations(seeds, seed);
        for (headers = 0; headers < count; headers++) {
            byte[] bytes = mutations.next();
            try {
                measure(bytes);
                convert(bytes);
            } catch (IOException | RuntimeException | Error e) {
                throw new AssertionError("header " + headers + " of seed " + seed, e);
            }
        }
        return new Figures(headers, read, errors, elements, instances, slowest, maxAllocated);
    }

    private void measure(byte[] bytes) throws IOException {
        long allocated = thread.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        ErrorCode error = read(bytes);
        long took = System.nanoTime() - start;
        maxAllocated = Math.max(maxAllocated, thread.getCurrentThreadAllocatedBytes() - allocated);
        if (error == null) {
            read++;
        } else {
            errors.merge(error, 1, Integer::sum);
        }
        // A machine that others use stops now and then: only what is slow again is slow.
        for (int again = 0; took > SUSPICIOUS && again < 5; again++) {
            start = System.nanoTime();
            read(bytes);
            took = Math.min(took, System.nanoTime() - start);
        }
        slowest = Math.max(slowest, took);
    }

    /** Reads a header and all of its values; gives the error that ended it, null for none. */
    private ErrorCode read(byte[] bytes) throws IOException {
        ByteSource source = headers % 4 == 0 ? new SlowSource(bytes, 1000) : new BytesSource(bytes);
        try {
            Header header = reader.read(source);
            header.digest();
            decode(header.fileMetaInformation());
            decode(header.dataSet());
            return null;
        } catch (DicomException e) {
            check(e.offset() >= 0 && (e.offset() <= bytes.length || deflates(bytes)), "offset " + e.offset());
            return e.code();
        }
    }

    private static ExtraAttributes allAttributes() {
        try {
            Path file = Files.createTempFile("attributes", ".yaml");
            try {
                Files.writeString(file, "attributes: ['*']");
                return ExtraAttributes.load(file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maps a header that can be read to metadata, and writes it as JSON in UTF-8. */
    private void convert(byte[] bytes) throws IOException {
        try {
            Header header = reader.read(new BytesSource(bytes));
            header.valueWarnings();
            if (mapping.map(header) != null) {
                instances++;
            }
            try (JsonGenerator out = json.createGenerator(OutputStream.nullOutputStream())) {
                DicomJson.write(header.dataSet(), out);
            }
        } catch (DicomException e) {
            // Counted where it was measured.
        }
    }

    private void decode(DataSet dataSet) {
        for (Element element : dataSet) {
            elements++;
            check(element.offset() >= 0, "offset of an element");
            check(element.bytes().length <= Limits.DEFAULT.valueBytes(), "bytes of an element");
            check(element.skipped() || element.vr() == Vr.SQ || element.bytes().length == element.length(), "length");
            element.values();
            element.text();
            element.privateCreator();
            element.items().forEach(this::decode);
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    /** Positions in an inflated data set are not bounded by the size of the object. */
    private static boolean deflates(byte[] bytes) {
        String head = new String(Arrays.copyOf(bytes, 2048), ISO_8859_1);
        return Stream.of(".1.99", ".4.95", ".4.205").anyMatch(end -> head.contains("1.2.840.10008.1.2" + end));
    }
}

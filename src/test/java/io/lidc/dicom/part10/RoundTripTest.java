package io.lidc.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.DataSet;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Element;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever data set is written, in whatever encoding, reads back equal. */
class RoundTripTest {
    /** At least one of each VR that PS3.6 names, of group 0008 and up. */
    private static final int[] PLAIN_TAGS = {
        Tag.SPECIFIC_CHARACTER_SET,
        Tag.SOP_INSTANCE_UID,
        Tag.STUDY_DATE,
        Tag.ACQUISITION_DATE_TIME,
        Tag.STUDY_TIME,
        Tag.ACCESSION_NUMBER,
        0x00080054,
        0x00080119,
        0x00080120,
        0x00081163,
        Tag.PATIENT_NAME,
        Tag.PATIENT_AGE,
        Tag.SLICE_THICKNESS,
        Tag.EXPOSURE_TIME,
        0x00186020,
        0x00189305,
        0x00189313,
        Tag.IMAGE_COMMENTS,
        0x00280009,
        Tag.ROWS,
        0x00281201,
        0x00282000,
        0x0040A162,
        0x00660016,
        0x00660022,
        0x00660040,
        0x00720082,
        0x00720083,
        0x00081160,
        0x04000315,
        0x7FE00001
    };

    private static final int[] PRIVATE_TAGS = {0x00090010, 0x00091001, 0x00191002, 0x00E11003, 0x7FDF1004};
    private static final int[] SEQUENCE_TAGS = {Tag.REFERENCED_IMAGE_SEQUENCE, 0x00091005, 0x00400275, 0x30060020};

    private final HeaderReader reader = new Part10Reader();

    @Property(tries = 150)
    void readsBackWhatIsWrittenInEveryEncoding(@ForAll("dataSets") List<Written> elements)
            throws DicomException, IOException {
        for (Encoding encoding : Encoding.values()) {
            for (boolean undefined : new boolean[] {false, true}) {
                DicomWriter writer = new DicomWriter(encoding, undefined);
                Header header = reader.read(new BytesSource(writer.file(elements)));
                assertThat(describe(read(header.dataSet(), writer))).isEqualTo(describe(expected(elements, writer)));
                assertThat(header.warnings()).isEmpty();
            }
        }
    }

    @Property(tries = 50)
    void readsBackWhatIsDeflated(@ForAll("dataSets") List<Written> elements, @ForAll boolean raw)
            throws DicomException, IOException {
        DicomWriter writer = DicomWriter.PLAIN;
        byte[] deflated = DicomWriter.deflate(writer.dataSet(elements), raw);
        Header header = reader.read(new BytesSource(DicomWriter.file(DicomWriter.DEFLATED, deflated)));
        assertThat(describe(read(header.dataSet(), writer))).isEqualTo(describe(expected(elements, writer)));
    }

    @Property(tries = 50)
    void readsTheSameFromASourceThatHandsOutAFewBytesAtATime(@ForAll("dataSets") List<Written> elements)
            throws DicomException, IOException {
        byte[] file = DicomWriter.PLAIN.file(elements);
        Header whole = reader.read(new BytesSource(file));
        Header inPieces = reader.read(new SlowSource(file, 7));
        assertThat(describe(read(inPieces.dataSet(), DicomWriter.PLAIN)))
                .isEqualTo(describe(read(whole.dataSet(), DicomWriter.PLAIN)));
        assertThat(inPieces.digest()).isEqualTo(whole.digest());
    }

    @Provide
    Arbitrary<List<Written>> dataSets() {
        // The first element is one that a data set can start with.
        return items(2).map(elements -> {
            TreeMap<Integer, Written> sorted = new TreeMap<>();
            sorted.put(0, Written.text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL"));
            elements.stream().filter(e -> e.tag() != Tag.SPECIFIC_CHARACTER_SET).forEach(e -> sorted.put(e.tag(), e));
            return List.copyOf(sorted.values());
        });
    }

    private Arbitrary<List<Written>> items(int depth) {
        Arbitrary<Written> element = depth == 0
                ? Arbitraries.oneOf(plain(), privates())
                : Arbitraries.frequencyOf(Tuple.of(8, plain()), Tuple.of(3, privates()), Tuple.of(3, sequence(depth)));
        return element.list().ofMaxSize(12).map(RoundTripTest::ascending);
    }

    private static List<Written> ascending(List<Written> elements) {
        TreeMap<Integer, Written> sorted = new TreeMap<>(Integer::compareUnsigned);
        elements.forEach(e -> sorted.put(e.tag(), e));
        return List.copyOf(sorted.values());
    }

    private Arbitrary<Written> plain() {
        return Arbitraries.of(Arrays.stream(PLAIN_TAGS).boxed().toList())
                .flatMap(tag -> value(DataDictionary.vr(tag)).map(v -> Written.bytes(tag, DataDictionary.vr(tag), v)));
    }

    private Arbitrary<Written> privates() {
        Arbitrary<Integer> tags =
                Arbitraries.of(Arrays.stream(PRIVATE_TAGS).boxed().toList());
        Arbitrary<Vr> vrs = Arbitraries.of(Vr.class).filter(vr -> vr != Vr.SQ);
        return Combinators.combine(tags, vrs)
                .as((tag, vr) -> Tuple.of(tag, tag == 0x00090010 ? Vr.LO : vr))
                .flatMap(of -> value(of.get2()).map(v -> Written.bytes(of.get1(), of.get2(), v)));
    }

    private Arbitrary<Written> sequence(int depth) {
        Arbitrary<Integer> tags =
                Arbitraries.of(Arrays.stream(SEQUENCE_TAGS).boxed().toList());
        return Combinators.combine(tags, items(depth - 1).list().ofMaxSize(3)).as(Written::sequence);
    }

    private static Arbitrary<byte[]> value(Vr vr) {
        int step = vr == Vr.AT ? 4 : Math.max(2, vr.width());
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(120)
                .map(bytes -> Arrays.copyOf(bytes, bytes.length / step * step))
                // In a private element these bytes would mean a sequence.
                .filter(bytes -> bytes.length < 2 || bytes[0] != (byte) 0xFE || bytes[1] != (byte) 0xFF);
    }

    /** Implicit VR loses the VR of a private element, unless it is evidently a sequence. */
    private static List<Written> expected(List<Written> elements, DicomWriter writer) {
        List<Written> expected = new ArrayList<>();
        for (Written e : elements) {
            boolean lost = !writer.encoding().explicit && DataDictionary.vr(e.tag()) == Vr.UN;
            if (e.items() == null) {
                expected.add(new Written(e.tag(), lost ? Vr.UN : e.vr(), e.value(), null));
            } else if (lost && e.items().isEmpty() && !writer.undefinedLengths()) {
                expected.add(new Written(e.tag(), Vr.UN, new byte[0], null));
            } else {
                expected.add(Written.sequence(
                        e.tag(),
                        e.items().stream().map(item -> expected(item, writer)).toList()));
            }
        }
        return expected;
    }

    private static List<Written> read(DataSet dataSet, DicomWriter writer) {
        List<Written> elements = new ArrayList<>();
        for (Element e : dataSet) {
            if (e.vr() == Vr.SQ) {
                elements.add(Written.sequence(
                        e.tag(),
                        e.items().stream().map(item -> read(item, writer)).toList()));
            } else {
                elements.add(Written.bytes(e.tag(), e.vr(), writer.swapped(e.bytes(), e.vr().width())));
            }
        }
        return elements;
    }

    private static String describe(List<Written> elements) {
        StringBuilder all = new StringBuilder();
        for (Written e : elements) {
            all.append(String.format("%08X %s ", e.tag(), e.vr()));
            if (e.items() == null) {
                all.append(Arrays.toString(e.value()));
            } else {
                e.items().forEach(item -> all.append('{').append(describe(item)).append('}'));
            }
            all.append('\n');
        }
        return all.toString();
    }
}

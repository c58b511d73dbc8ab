package io.lidc.dicom.part10;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.dicom.Tag;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * What a header of a CT slice costs: parsing it, and looking up what a metadata store keeps of it. Sampled, as the median
 * holds on a machine that does other things as well.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
public class HeaderBenchmark {
    private static final int[] TEXTS = {
        Tag.IMAGE_TYPE,
        Tag.SOP_CLASS_UID,
        Tag.SOP_INSTANCE_UID,
        Tag.STUDY_DATE,
        Tag.SERIES_DATE,
        Tag.ACQUISITION_DATE,
        Tag.CONTENT_DATE,
        Tag.STUDY_TIME,
        Tag.SERIES_TIME,
        Tag.ACQUISITION_TIME,
        Tag.CONTENT_TIME,
        Tag.ACCESSION_NUMBER,
        Tag.MODALITY,
        Tag.MANUFACTURER,
        Tag.STUDY_DESCRIPTION,
        Tag.SERIES_DESCRIPTION,
        Tag.MANUFACTURER_MODEL_NAME,
        Tag.PATIENT_NAME,
        Tag.PATIENT_ID,
        Tag.ISSUER_OF_PATIENT_ID,
        Tag.PATIENT_BIRTH_DATE,
        Tag.PATIENT_SEX,
        Tag.PATIENT_AGE,
        Tag.BODY_PART_EXAMINED,
        Tag.SOFTWARE_VERSIONS,
        Tag.PROTOCOL_NAME,
        Tag.CONVOLUTION_KERNEL,
        Tag.PATIENT_POSITION,
        Tag.STUDY_INSTANCE_UID,
        Tag.SERIES_INSTANCE_UID,
        Tag.STUDY_ID,
        Tag.FRAME_OF_REFERENCE_UID,
        Tag.PHOTOMETRIC_INTERPRETATION
    };

    private static final int[] DECIMALS = {
        Tag.SLICE_THICKNESS,
        Tag.KVP,
        Tag.SPACING_BETWEEN_SLICES,
        Tag.RECONSTRUCTION_DIAMETER,
        Tag.GANTRY_DETECTOR_TILT,
        Tag.SPIRAL_PITCH_FACTOR,
        Tag.SLICE_LOCATION,
        Tag.WINDOW_CENTER,
        Tag.WINDOW_WIDTH,
        Tag.RESCALE_INTERCEPT,
        Tag.RESCALE_SLOPE
    };

    private static final int[] INTEGERS = {
        Tag.EXPOSURE_TIME,
        Tag.XRAY_TUBE_CURRENT,
        Tag.EXPOSURE,
        Tag.SERIES_NUMBER,
        Tag.ACQUISITION_NUMBER,
        Tag.INSTANCE_NUMBER,
        Tag.ROWS,
        Tag.COLUMNS,
        Tag.BITS_ALLOCATED,
        Tag.BITS_STORED
    };

    /** Encoding of the data set. */
    @Param({"EXPLICIT_LITTLE", "IMPLICIT_LITTLE"})
    public String encoding;

    private ByteSource source;
    private HeaderReader reader;
    private Header read;

    /** Writes one header and reads it. */
    @Setup
    public void write() throws DicomException, IOException {
        source = new BytesSource(CtHeader.file(Encoding.valueOf(encoding), 0));
        reader = new Part10Reader();
        read = reader.read(source);
    }

    /** Parses, and looks up 33 texts, 22 decimal numbers and 10 whole ones. */
    @Benchmark
    public void parseAndLookUp(Blackhole consumed) throws DicomException, IOException {
        Header header = reader.read(source);
        for (int tag : TEXTS) {
            consumed.consume(header.text(tag));
        }
        for (int tag : DECIMALS) {
            consumed.consume(header.decimal(tag, 0));
        }
        for (int i = 0; i < 2; i++) {
            consumed.consume(header.decimal(Tag.PIXEL_SPACING, i));
        }
        for (int i = 0; i < 3; i++) {
            consumed.consume(header.decimal(Tag.IMAGE_POSITION_PATIENT, i));
        }
        for (int i = 0; i < 6; i++) {
            consumed.consume(header.decimal(Tag.IMAGE_ORIENTATION_PATIENT, i));
        }
        for (int tag : INTEGERS) {
            consumed.consume(header.integer(tag, 0));
        }
    }

    /** Parses only. */
    @Benchmark
    public Header parse() throws DicomException, IOException {
        return reader.read(source);
    }

    /** Hashes a header that was read. */
    @Benchmark
    public byte[] digest() {
        return read.digest();
    }
}

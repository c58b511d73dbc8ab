package io.lidc.dicom.part10;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.CharacterSet;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.dicom.Limits;
import java.io.IOException;

/**
 * Reads headers of DICOM objects as encoded by PS3.10 and PS3.5, and with the deviations from them that writers are
 * known for. Safe for use by several threads; each has a buffer of its own.
 *
 * <p>Reads {@link Limits#firstRead()} bytes, and more only where the header goes on; stops at the pixel data, of which
 * only tag, VR and length are read. What follows the pixel data is not read.
 *
 * <p>Offsets count from the first byte of the object. In a deflated data set they are the offset of the deflated
 * stream plus the position in the inflated bytes.
 */
public final class Part10Reader implements HeaderReader {

    /** Defined term of Latin alphabet No. 1 (ISO 8859-1), which decodes every byte. */
    public static final String DEFAULT_FALLBACK_CHARACTER_SET = "ISO_IR 100";

    /** Larger buffers are not kept: one object with a long header must not cost every thread as much for good. */
    private static final int MAX_KEPT_BYTES = 256 << 10;

    private static final byte[] NO_BYTES = {};
    private static final int[] NO_ROWS = {};
    private static final int FIRST_ROWS = 128;

    private final Limits limits;
    private final CharacterSet fallback;
    private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

    private static final class Buffers {
        private byte[] bytes = NO_BYTES;
        private int[] rows = NO_ROWS;
    }

    /** A reader within {@link Limits#DEFAULT} and with {@link #DEFAULT_FALLBACK_CHARACTER_SET}. */
    public Part10Reader() {
        this(Limits.DEFAULT);
    }

    /** A reader within these limits and with {@link #DEFAULT_FALLBACK_CHARACTER_SET}. */
    public Part10Reader(Limits limits) {
        this(limits, DEFAULT_FALLBACK_CHARACTER_SET);
    }

    /**
     * A reader within these limits.
     *
     * @param fallbackCharacterSet defined term of PS3.3 section C.12.1.1.2 by which text outside the default repertoire
     *     is decoded if the data set declares no character set; with {@code ISO_IR 6} such text is undecodable
     * @throws IllegalArgumentException if it is not a defined term
     */
    public Part10Reader(Limits limits, String fallbackCharacterSet) {
        this.limits = limits;
        this.fallback = CharacterSet.of(fallbackCharacterSet);
        if (fallbackCharacterSet.isBlank() || fallback.misspelled()) {
            throw new IllegalArgumentException("the fallback character set " + fallbackCharacterSet
                    + " is not a defined term of Specific Character Set, such as ISO_IR 100");
        }
    }

    @Override
    public Header read(ByteSource source) throws DicomException, IOException {
        Buffers mine = buffers.get();
        byte[] bytes = mine.bytes.length == 0 ? new byte[limits.firstRead()] : mine.bytes;
        int[] rows = mine.rows.length == 0 ? new int[FIRST_ROWS * ElementTableBuilder.WIDTH] : mine.rows;
        // Taken while in use: a source that itself reads a header must not get them.
        mine.bytes = NO_BYTES;
        mine.rows = NO_ROWS;
        ElementTableBuilder table = new ElementTableBuilder(rows);
        HeaderBuffer buffer = new HeaderBuffer(source, limits, bytes);
        try (buffer) {
            return new HeaderParser(buffer, table, limits, fallback).parse();
        } finally {
            mine.bytes = kept(buffer.array() == null ? bytes : buffer.array());
            mine.rows = table.array().length * Integer.BYTES <= MAX_KEPT_BYTES ? table.array() : mine.rows;
        }
    }

    private static byte[] kept(byte[] bytes) {
        return bytes.length <= MAX_KEPT_BYTES ? bytes : NO_BYTES;
    }
}

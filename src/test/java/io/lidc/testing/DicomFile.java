package io.lidc.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Small Part 10 files (PS3.10 section 7.1) in explicit VR little endian, element by element. */
public final class DicomFile {
    private static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
    private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private DicomFile() {}

    /** An instance of this number and modality, without pixel data. */
    public static DicomFile instance(int number, String modality) {
        DicomFile file = new DicomFile();
        file.bytes.writeBytes(new byte[128]);
        file.bytes.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        return file.text(0x0002, 0x0010, "UI", EXPLICIT_LITTLE_ENDIAN)
                .text(0x0008, 0x0016, "UI", CT_IMAGE_STORAGE)
                .text(0x0008, 0x0018, "UI", "2.25.1.3." + number)
                .text(0x0008, 0x0060, "CS", modality)
                .text(0x0010, 0x0020, "LO", "P1")
                .text(0x0020, 0x000D, "UI", "2.25.1.1")
                .text(0x0020, 0x000E, "UI", "2.25.1.2." + modality.length());
    }

    /** Adds private elements that come to about so many bytes. */
    public DicomFile withPrivateBytes(int size) {
        text(0x7FDF, 0x0010, "LO", "TEST");
        int length = 60_000;
        for (int i = 0; i < size / length; i++) {
            longElement(0x7FDF, 0x1000 + i, "OB", new byte[length]);
        }
        return this;
    }

    /** Adds pixel data. */
    public DicomFile withPixels(byte... pixels) {
        return longElement(0x7FE0, 0x0010, "OW", pixels);
    }

    /** The whole file. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private DicomFile text(int group, int element, String vr, String value) {
        int length = value.length() + (value.length() & 1);
        tag(group, element, vr);
        little(length, 2);
        bytes.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
        if (length > value.length()) {
            bytes.write(vr.equals("UI") ? 0 : ' ');
        }
        return this;
    }

    private DicomFile longElement(int group, int element, String vr, byte... value) {
        tag(group, element, vr);
        little(0, 2);
        little(value.length, 4);
        bytes.writeBytes(value);
        return this;
    }

    private void tag(int group, int element, String vr) {
        little(group, 2);
        little(element, 2);
        bytes.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
    }

    private void little(int number, int width) {
        for (int i = 0; i < width; i++) {
            bytes.write(number >>> 8 * i);
        }
    }
}

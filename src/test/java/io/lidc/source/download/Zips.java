package io.lidc.source.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips as TCIA sends them: images, and a licence beside them. */
final class Zips {
    private Zips() {}

    static byte[] ofImages(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 1; i <= count; i++) {
                zip.putNextEntry(new ZipEntry(String.format("1-%03d.dcm", i)));
                zip.write(i);
            }
            zip.putNextEntry(new ZipEntry("LICENSE"));
            zip.write("CC BY 3.0".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}

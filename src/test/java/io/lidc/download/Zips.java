package io.lidc.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips as TCIA sends them: images, and a licence beside them. */
final class Zips {
    private Zips() {}

    static byte[] ofImages(int count) throws IOException {
        List<byte[]> images = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            images.add(new byte[] {(byte) i});
        }
        return of(images);
    }

    static byte[] ofFiles(List<Path> files) throws IOException {
        List<byte[]> images = new ArrayList<>();
        for (Path file : files) {
            images.add(Files.readAllBytes(file));
        }
        return of(images);
    }

    private static byte[] of(List<byte[]> images) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            int number = 0;
            for (byte[] image : images) {
                zip.putNextEntry(new ZipEntry(String.format("1-%03d.dcm", ++number)));
                zip.write(image);
            }
            zip.putNextEntry(new ZipEntry("LICENSE"));
            zip.write("CC BY 3.0".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}

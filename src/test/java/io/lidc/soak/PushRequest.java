package io.lidc.soak;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A request that pushes objects.
 *
 * @param objects bytes of what is stored under locations of its own, by the name in the ledger
 * @param suffix of those locations
 */
record PushRequest(String path, String contentType, byte[] body, Map<String, byte[]> objects, String suffix) {
    private static final String BOUNDARY = "--b0undary";

    static PushRequest single(String name, byte[] bytes) {
        return new PushRequest("/instances", "application/dicom", bytes, Map.of(name, bytes), "");
    }

    static PushRequest multipart(Map<String, byte[]> objects) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] object : objects.values()) {
            body.write((BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n").getBytes(US_ASCII));
            body.write(object);
            body.write("\r\n".getBytes(US_ASCII));
        }
        body.write((BOUNDARY + "--\r\n").getBytes(US_ASCII));
        return new PushRequest(
                "/studies",
                "multipart/related; type=\"application/dicom\"; boundary=\"b0undary\"",
                body.toByteArray(),
                new TreeMap<>(objects),
                "");
    }

    static PushRequest zip(String name, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(body)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return archive(name, body.toByteArray());
    }

    static PushRequest archive(String name, byte[] zip) {
        return new PushRequest("/instances", "application/zip", zip, Map.of(name, zip), ".zip");
    }

    /** What arrives of it where the connection breaks in its middle. */
    byte[] half() {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(US_ASCII));
        bytes.writeBytes(Arrays.copyOf(body, body.length / 2));
        return bytes.toByteArray();
    }

    /** Writes what it pushes into the ledger. */
    void enter(Ledger ledger) throws IOException {
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
            ledger.write(object.getKey(), object.getValue());
            ledger.pushed("push:sha256:" + sha256(object.getValue()) + suffix, object.getKey());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

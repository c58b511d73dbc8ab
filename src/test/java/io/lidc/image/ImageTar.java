package io.lidc.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image as {@code docker load} reads it: a configuration, and layers of which the later ones win.
 *
 * @param config the configuration of the image
 * @param files what it holds, by path
 */
record ImageTar(JsonNode config, Map<String, ImageFile> files) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Made by mvn verify on Linux; the test is skipped where there is none. */
    static ImageTar built() throws IOException {
        Path tar = Path.of("target/image.tar");
        assumeTrue(Files.exists(tar), "skipped: there is no target/image.tar, which mvn verify makes on Linux");
        Map<String, byte[]> parts = parts(tar);
        JsonNode manifest = JSON.readTree(parts.get("manifest.json")).get(0);
        Map<String, ImageFile> files = new TreeMap<>();
        for (JsonNode layer : manifest.get("Layers")) {
            addLayer(parts.get(layer.asText()), files);
        }
        return new ImageTar(JSON.readTree(parts.get(manifest.get("Config").asText())), files);
    }

    private static Map<String, byte[]> parts(Path tar) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(tar));
                TarArchiveInputStream entries = new TarArchiveInputStream(bytes)) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                parts.put(entry.getName(), entries.readAllBytes());
            }
        }
        return parts;
    }

    private static void addLayer(byte[] layer, Map<String, ImageFile> files) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer), 1 << 16))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String path = "/" + entry.getName().replaceFirst("/$", "");
                files.put(path, ImageFile.of(entry, entries.readAllBytes()));
            }
        }
    }

    /** A field of the configuration that containers are started by. */
    JsonNode container(String name) {
        return config.path("config").path(name);
    }
}

package io.lidc.metadata;

import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.part10.Part10Reader;
import io.lidc.json.ExplicitObject;
import io.lidc.model.Metadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Objects, mapped. */
final class Mapped {
    private static final Map<String, ExtraAttributes> EXTRAS = new ConcurrentHashMap<>();

    private Mapped() {}

    /** The metadata of an object, with these names of attributes for {@code extra}, in the YAML of their file. */
    static Metadata map(String names, Deidentification deidentification, ExplicitObject object)
            throws IOException, DicomException {
        try (BytesSource source = new BytesSource(object.bytes())) {
            return new HeaderMapping(extra(names), deidentification).map(new Part10Reader().read(source));
        }
    }

    /** Attributes for {@code extra}. */
    static ExtraAttributes extra(String names) {
        return EXTRAS.computeIfAbsent(names, Mapped::load);
    }

    private static ExtraAttributes load(String names) {
        try {
            Path file = Files.createTempFile("attributes", ".yaml");
            try {
                return ExtraAttributes.load(
                        Files.writeString(file, "attributes: " + names).toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

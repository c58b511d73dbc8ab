package io.lidc.sample.dataset;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Unique identifiers that come out the same in every run. */
public final class Uid {
    public static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
    public static final String DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.1";
    static final String MEDIA_STORAGE_DIRECTORY_STORAGE = "1.2.840.10008.1.3.10";

    private static final String NAMESPACE = "io.lidc.sample/";

    private Uid() {}

    /** A name-based UUID as a decimal number under the root 2.25 (PS3.5 annex B.2). */
    public static String of(String name) {
        UUID uuid = UUID.nameUUIDFromBytes((NAMESPACE + name).getBytes(StandardCharsets.UTF_8));
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }
}

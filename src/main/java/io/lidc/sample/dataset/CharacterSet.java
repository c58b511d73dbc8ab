package io.lidc.sample.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Character sets of the sample's text, by their defined terms (PS3.3 section C.12.1.1.2). */
public enum CharacterSet {
    LATIN_1("ISO_IR 100", StandardCharsets.ISO_8859_1),
    /** ASCII that escapes to JIS X 0208 and back: the encoding of PS3.5 annex H.3.1. */
    JAPANESE("\\ISO 2022 IR 87", Charset.forName("ISO-2022-JP"));

    private final String definedTerm;
    private final Charset charset;

    CharacterSet(String definedTerm, Charset charset) {
        this.definedTerm = definedTerm;
        this.charset = charset;
    }

    /** The value of Specific Character Set (0008,0005). */
    public String definedTerm() {
        return definedTerm;
    }

    Charset charset() {
        return charset;
    }
}

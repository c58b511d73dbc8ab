package io.lidc.dicom;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms of Specific Character Set (0008,0005), interpreted.
 *
 * @param whole the encoding of all text if it is one without code extensions, such as UTF-8; otherwise null
 * @param first what value 1 denotes; null if there is {@code whole}
 * @param extended whether escape sequences may change the character set
 * @param misspelled whether PS3.3 section C.12.1.1.2 does not define a term at its place
 */
record CharacterSetTerms(Charset whole, CodeElement first, boolean extended, boolean misspelled) {

    private static final String EXTENDED = "ISO 2022 IR (?:6|13|58|87|1(?:0[019]|10|2[67]|38|4[489]|59|66)|203)";
    private static final Pattern AMONG_OTHERS = Pattern.compile(EXTENDED);

    /** "ISO_IR 6" denotes the default repertoire, for which PS3.3 has no term. */
    private static final Pattern ALONE =
            Pattern.compile("ISO_IR (?:6|13|1(?:0[019]|10|2[67]|38|4[48]|66|92)|203)|GB18030|GBK|" + EXTENDED);

    /** A registration number in any spelling, once the term is reduced to letters and digits. */
    private static final Pattern REGISTRATION = Pattern.compile("(?:ISO)?(2022)?(?:IR)?(\\d+)");

    private static final byte[] ASCII_SAMPLE = "Az09 ^=\\".getBytes(US_ASCII);

    static CharacterSetTerms of(String specificCharacterSet) {
        String[] terms = specificCharacterSet.split("\\\\", -1);
        boolean misspelled = misspelled(terms);
        String first = terms[0].strip();
        String letters = first.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        Charset whole = withoutExtensions(letters);
        if (whole != null) {
            return new CharacterSetTerms(whole, null, false, misspelled);
        }
        Matcher registration = REGISTRATION.matcher(letters);
        CodeElement element = registration.matches() ? CodeElement.ofRegistration(registration.group(2)) : null;
        boolean extended = terms.length > 1 || (element != null && registration.group(1) != null);
        if (element != null || extended) {
            return new CharacterSetTerms(null, element == null ? CodeElement.IR_6 : element, extended, misspelled);
        }
        return new CharacterSetTerms(byIanaName(first), null, false, misspelled);
    }

    private static boolean misspelled(String[] terms) {
        if (terms.length == 1) {
            return !ALONE.matcher(terms[0].strip()).matches();
        }
        boolean defined =
                terms[0].isBlank() || AMONG_OTHERS.matcher(terms[0].strip()).matches();
        for (int i = 1; i < terms.length; i++) {
            defined &= AMONG_OTHERS.matcher(terms[i].strip()).matches();
        }
        return !defined;
    }

    private static Charset withoutExtensions(String letters) {
        if (letters.endsWith("IR192") || letters.equals("192") || letters.startsWith("UTF8")) {
            return UTF_8;
        }
        if (letters.contains("GB18030")) {
            return Charset.forName("GB18030");
        }
        return letters.contains("GBK") ? Charset.forName("GBK") : null;
    }

    /** The names of IANA and their aliases, such as {@code latin1}; ISO-IR 6 for other terms and for sets without delimiters. */
    private static Charset byIanaName(String term) {
        try {
            Charset charset = Charset.forName(term.replace(' ', '-'));
            return new String(ASCII_SAMPLE, charset).equals(new String(ASCII_SAMPLE, US_ASCII)) ? charset : US_ASCII;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return US_ASCII;
        }
    }
}

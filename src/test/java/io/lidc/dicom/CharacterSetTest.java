package io.lidc.dicom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.ReadWarning.Code;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterSetTest {

    @Test
    void readsTheJapaneseNameOfAnnexHWithoutValueOne() {
        byte[] bytes =
                hex("59 61 6d 61 64 61 5e 54 61 72 6f 75 3d 1b 24 42 3b 33 45 44 1b 28 42 5e 1b 24 42 42 40 4f 3a"
                        + "1b 28 42 3d 1b 24 42 24 64 24 5e 24 40 1b 28 42 5e 1b 24 42 24 3f 24 6d 24 26 1b 28 42");
        assertThat(name("\\ISO 2022 IR 87", bytes)).isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
    }

    @Test
    void readsTheJapaneseNameOfAnnexHWithKatakanaAsValueOne() {
        byte[] bytes = hex("d4 cf c0 de 5e c0 db b3 3d 1b 24 42 3b 33 45 44 1b 28 4a 5e 1b 24 42 42 40 4f 3a"
                + "1b 28 4a 3d 1b 24 42 24 64 24 5e 24 40 1b 28 4a 5e 1b 24 42 24 3f 24 6d 24 26 1b 28 4a");
        assertThat(name("ISO 2022 IR 13\\ISO 2022 IR 87", bytes)).isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
    }

    @Test
    void readsTheKoreanNameOfAnnexI() {
        byte[] bytes = hex("48 6f 6e 67 5e 47 69 6c 64 6f 6e 67 3d 1b 24 29 43 fb f3 5e 1b 24 29 43 d1 ce d4 d7 3d"
                + "1b 24 29 43 c8 ab 5e 1b 24 29 43 b1 e6 b5 bf");
        assertThat(name("\\ISO 2022 IR 149", bytes)).isEqualTo("Hong^Gildong=洪^吉洞=홍^길동");
    }

    @Test
    void readsTheKoreanTextOfAnnexIDesignatedOnEachLine() {
        byte[] bytes = concat(
                "\u001B$)CThe first line includes ",
                hex("c7 d1 b1 db"),
                ".\r\n\u001B$)CThe second line includes ",
                hex("c7 d1 b1 db"),
                ", too.\r\nThe third line");
        assertThat(CharacterSet.of("\\ISO 2022 IR 149").decode(bytes, 0, bytes.length, Vr.LT))
                .isEqualTo("The first line includes 한글.\r\nThe second line includes 한글, too.\r\nThe third line");
    }

    @Test
    void readsTheChineseNameOfAnnexJInUnicode() {
        byte[] bytes = hex("57 61 6e 67 5e 58 69 61 6f 44 6f 6e 67 3d e7 8e 8b 5e e5 b0 8f e6 9d b1 3d");
        assertThat(name("ISO_IR 192", bytes)).isEqualTo("Wang^XiaoDong=王^小東=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "GBK"})
    void readsTheChineseNameOfAnnexJInGb18030AndGbk(String term) {
        byte[] bytes = hex("57 61 6e 67 5e 58 69 61 6f 44 6f 6e 67 3d cd f5 5e d0 a1 b6 ab 3d");
        assertThat(name(term, bytes)).isEqualTo("Wang^XiaoDong=王^小东=");
    }

    @Test
    void readsTheChineseNameOfAnnexKWithCodeExtensions() {
        byte[] bytes =
                hex("5A 68 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D 1B 24 29 41 D5 C5 5E 1B 24 29 41 D0 A1 B6 AB 3D 20");
        assertThat(name("\\ISO 2022 IR 58", bytes)).isEqualTo("Zhang^XiaoDong=张^小东= ");
    }

    @Test
    void readsTheChineseTextOfAnnexKDesignatedOnEachLine() {
        byte[] bytes = hex("31 2e 1B 24 29 41 B5 DA D2 BB D0 D0 CE C4 D7 D6 A1 A3 0D 0A"
                + "32 2e 1B 24 29 41 B5 DA B6 FE D0 D0 CE C4 D7 D6 A1 A3 0D 0A");
        assertThat(CharacterSet.of("\\ISO 2022 IR 58").decode(bytes, 0, bytes.length, Vr.UT))
                .isEqualTo("1.第一行文字。\r\n2.第二行文字。\r\n");
    }

    @Test
    void readsSupplementaryKanji() {
        byte[] bytes = concat("\u001B$(D", hex("30 21"), "\u001B(B");
        assertThat(name("\\ISO 2022 IR 159", bytes)).isEqualTo("丂");
    }

    @ParameterizedTest
    @CsvSource({
        "100, ISO-8859-1, Buc^Jérôme", "101, ISO-8859-2, Dvořák^Antonín", "109, ISO-8859-3, Ħal^Għaxaq",
        "110, ISO-8859-4, Ķēniņš^Ģirts", "144, ISO-8859-5, Люкceмбypг", "127, ISO-8859-6, قباني^لنزار",
        "126, ISO-8859-7, Διονυσιος", "138, ISO-8859-8, שרון^דבורה", "148, ISO-8859-9, Çavuşoğlu^İnan",
        "166, TIS-620, สมชาย^ใจดี", "203, ISO-8859-15, Œuvre^Žan €",
    })
    void readsTheSingleByteSetsAloneAndByDesignation(String number, String charset, String text) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        assertThat(name("ISO_IR " + number, bytes)).isEqualTo(text);
        assertThat(name("ISO 2022 IR " + number + "\\ISO 2022 IR 87", bytes)).isEqualTo(text);
        String escape = escapeOf(number);
        byte[] designated = concat(
                "Name=" + escape,
                new String(bytes, ISO_8859_1).replace("^", "^" + escape).getBytes(ISO_8859_1),
                "");
        assertThat(name("\\ISO 2022 IR " + number, designated)).isEqualTo("Name=" + text);
    }

    @Test
    void forgetsTheDesignationAtTheDelimitersOfANameAndOfValues() {
        byte[] bytes = concat("\u001B-F", hex("c4"), "^", hex("c4"), "");
        assertThat(name("ISO 2022 IR 100\\ISO 2022 IR 126", bytes)).isEqualTo("Δ^Ä");
        byte[] values = concat("\u001B-F", hex("c4"), "\\", hex("c4"), "");
        assertThat(decode("ISO 2022 IR 100\\ISO 2022 IR 126", values, Vr.LO)).isEqualTo("Δ\\Ä");
        assertThat(decode("ISO 2022 IR 100\\ISO 2022 IR 126", values, Vr.LT)).isEqualTo("Δ\\Δ");
        assertThat(decode("ISO 2022 IR 100\\ISO 2022 IR 126", bytes, Vr.LO)).isEqualTo("Δ^Δ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\f", "\t"})
    void forgetsTheDesignationAtControlCharacters(String control) {
        byte[] bytes = concat("\u001B-F", hex("c4"), control, hex("c4"), "");
        assertThat(decode("ISO 2022 IR 100\\ISO 2022 IR 126", bytes, Vr.LT)).isEqualTo("Δ" + control + "Ä");
        byte[] kanji = concat("\u001B$B", hex("3b 33"), control + "Ab", hex(""), "");
        assertThat(decode("\\ISO 2022 IR 87", kanji, Vr.LT)).isEqualTo("山" + control + "Ab");
    }

    @Test
    void takesAByteOfAKanjiForNoDelimiter() {
        // 5C, 3D and 5E are first bytes of kanji rows 60, 29 and 62.
        byte[] bytes = concat("\u001B$B", hex("5c 21 3d 21 5e 21"), "\u001B(B\\A");
        assertThat(decode("\\ISO 2022 IR 87", bytes, Vr.PN)).isEqualTo("棔宗沺\\A");
    }

    @ParameterizedTest
    @CsvSource({"GBK, 81 5C", "GB18030, 81 5C"})
    void takesTheSecondByteOfAChineseCharacterForNoDelimiter(String term, String bytes) {
        assertThat(decode(term, concat("", hex(bytes), "\\B"), Vr.LO))
                .isEqualTo("乗\\B".replace('乗', '\u4E57'))
                .hasSize(3);
    }

    @Test
    void readsTheYenSignOfJisAsADelimiterWhereTheRepresentationHasSeveralValues() {
        byte[] bytes = concat("A\\~", hex("c0"), "");
        assertThat(decode("ISO_IR 13", bytes, Vr.LO)).isEqualTo("A\\‾ﾀ");
        assertThat(decode("ISO_IR 13", bytes, Vr.LT)).isEqualTo("A¥‾ﾀ");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-IR 100, é", "ISO_IR_100, é", "ISO IR 100, é", "ISOIR100, é", "iso_ir 100, é", "latin1, é", "LATIN1, é",
        "ISO 8859-1, é", "ISO-8859-1, é", "ISO_8859-1, é", "IR 100, é", "100, é", "ISO-IR 144, щ", "ISO 2022 IR100, é",
        "windows-1252, é", "ISO_2022_IR_100, é",
    })
    void readsMisspelledTermsAsWhatTheyMean(String term, String text) {
        CharacterSet set = CharacterSet.of(term);
        assertThat(set.decode(hex("e9"), 0, 1, Vr.LO)).isEqualTo(text);
        assertThat(set.misspelled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "utf8", "ISO-IR 192", "ISO_IR_192", "ISO 2022 IR 192", "ISO_IR 192\\ISO 2022 IR 87"})
    void readsMisspelledUnicode(String term) {
        CharacterSet set = CharacterSet.of(term);
        assertThat(set.decode(hex("e5 b0 8f"), 0, 3, Vr.LO)).isEqualTo("小");
        assertThat(set.misspelled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ISO_IR 100",
                "ISO_IR 192",
                "GB18030",
                "GBK",
                "ISO_IR 13",
                "ISO 2022 IR 100",
                "ISO_IR 203",
                "\\ISO 2022 IR 149",
                "ISO 2022 IR 13\\ISO 2022 IR 87\\ISO 2022 IR 159",
                " ISO_IR 166 ",
                "ISO_IR 6"
            })
    void takesDefinedTermsAsTheyAre(String terms) {
        assertThat(CharacterSet.of(terms).misspelled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISO_IR 100\\ISO_IR 144",
                "ISO 2022 IR 100\\GBK",
                "KOI99",
                "ISO 2022",
                "UTF-16",
                "\u0000\u0001",
                "IBM037"
            })
    void saysThatTermsAreNotDefinedAsTheyStand(String terms) {
        assertThat(CharacterSet.of(terms).misspelled()).isTrue();
        assertThat(CharacterSet.of(terms).decode("A^b".getBytes(ISO_8859_1), 0, 3, Vr.PN))
                .isEqualTo("A^b");
    }

    @Test
    void marksBytesThatTheSetDoesNotDefine() {
        assertThat(CharacterSet.of(null).decode(hex("41 e9 42"), 0, 3, Vr.LO)).isEqualTo("A\uFFFDB");
        assertThat(CharacterSet.of("ISO_IR 192").decode(hex("41 e9 42"), 0, 3, Vr.LO))
                .isEqualTo("A\uFFFDB");
        assertThat(decode("\\ISO 2022 IR 149", hex("1b 24 29 43 c7 d1 5e c7"), Vr.PN))
                .isEqualTo("한^\uFFFD");
        assertThat(decode("\\ISO 2022 IR 87", hex("1b 24 42 3b"), Vr.PN)).isEqualTo("\uFFFD");
        assertThat(decode("\\ISO 2022 IR 87", hex("1b 41"), Vr.PN)).isEqualTo("\uFFFDA");
    }

    @Test
    void readsOtherRepresentationsByTheDefaultRepertoire() {
        assertThat(decode("ISO_IR 100", hex("41 e9"), Vr.CS)).isEqualTo("A\uFFFD");
        assertThat(decode("ISO_IR 13", hex("41 5c 42"), Vr.CS)).isEqualTo("A\\B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISO_IR 6", "KOI99"})
    void readsTextOfNoDeclaredSetByTheFallback(String terms) {
        CharacterSet set = CharacterSet.of(terms, CharacterSet.of("ISO_IR 144"));
        String text = set.decode(hex("41 e9"), 0, 2, Vr.LO);
        assertThat(text).isEqualTo("Aщ");
        assertThat(set.irregularity(text)).isEqualTo(Code.CHARACTER_SET_MISSING);
    }

    @Test
    void readsTextOfTheDefaultRepertoireTheSameUnderAnyFallback() {
        CharacterSet set = CharacterSet.of(null, CharacterSet.of("ISO_IR 13"));
        String text = set.decode("a\\b~".getBytes(ISO_8859_1), 0, 4, Vr.LT);
        assertThat(text).isEqualTo("a\\b~");
        assertThat(set.irregularity(text)).isNull();
    }

    @Test
    void prefersTheDeclaredSetToTheFallback() {
        CharacterSet set = CharacterSet.of("ISO_IR 192", CharacterSet.of("ISO_IR 100"));
        String text = set.decode(hex("41 e9"), 0, 2, Vr.LO);
        assertThat(text).isEqualTo("A\uFFFD");
        assertThat(set.irregularity(text)).isEqualTo(Code.UNDECODABLE_TEXT);
    }

    @Test
    void readsShiftJisThatIsDeclaredAsJis() {
        CharacterSet set = CharacterSet.of("ISO_IR 13");
        byte[] bytes = "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=ソ能".getBytes(Charset.forName("Shift_JIS"));
        String text = set.decode(bytes, 0, bytes.length, Vr.PN);
        assertThat(text).isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=ソ能");
        assertThat(set.irregularity(text)).isEqualTo(Code.CHARACTER_SET_WRONG);
    }

    @Test
    void findsNothingIrregularInJis() {
        CharacterSet set = CharacterSet.of("ISO_IR 13");
        String text = set.decode(hex("41 7e c0 5c"), 0, 4, Vr.LT);
        assertThat(text).isEqualTo("A‾ﾀ¥");
        assertThat(set.irregularity(text)).isNull();
    }

    @Test
    void marksBytesThatAreNeitherJisNorShiftJis() {
        CharacterSet set = CharacterSet.of("ISO_IR 13");
        String text = set.decode(hex("c0 ff"), 0, 2, Vr.LO);
        assertThat(text).isEqualTo("ﾀ\uFFFD");
        assertThat(set.irregularity(text)).isEqualTo(Code.UNDECODABLE_TEXT);
    }

    @Property(tries = 2_000, seed = "42")
    void readsAnyBytesAsSomeText(@ForAll @From("terms") String terms, @ForAll byte[] bytes, @ForAll Vr vr) {
        assertThat(CharacterSet.of(terms).decode(bytes, 0, bytes.length, vr)).hasSizeLessThanOrEqualTo(bytes.length);
    }

    @Provide
    Arbitrary<String> terms() {
        return Arbitraries.of(
                "ISO_IR 192",
                "GB18030",
                "GBK",
                "ISO_IR 13",
                "\\ISO 2022 IR 87\\ISO 2022 IR 159",
                "ISO 2022 IR 13\\ISO 2022 IR 87",
                "\\ISO 2022 IR 149",
                "ISO 2022 IR 58",
                "ISO_IR 166",
                "shift_jis",
                "");
    }

    private static String name(String terms, byte[] bytes) {
        return decode(terms, bytes, Vr.PN);
    }

    private static String decode(String terms, byte[] bytes, Vr vr) {
        byte[] placed = concat("xx", bytes, "xx");
        return CharacterSet.of(terms).decode(placed, 2, bytes.length, vr);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /** Strings, one byte a character, and bytes, one after the other. */
    private static byte[] concat(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            out.writeBytes(part instanceof byte[] bytes ? bytes : ((String) part).getBytes(ISO_8859_1));
        }
        return out.toByteArray();
    }

    /** The escape sequences of PS3.3 table C.12-3, written out a second time. */
    private static String escapeOf(String number) {
        return "\u001B-"
                + switch (number) {
                    case "100" -> 'A';
                    case "101" -> 'B';
                    case "109" -> 'C';
                    case "110" -> 'D';
                    case "144" -> 'L';
                    case "127" -> 'G';
                    case "126" -> 'F';
                    case "138" -> 'H';
                    case "148" -> 'M';
                    case "166" -> 'T';
                    case "203" -> 'b';
                    default -> throw new IllegalArgumentException(number);
                };
    }
}

package io.lidc.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Element;
import io.lidc.dicom.Header;
import io.lidc.dicom.Tag;
import io.lidc.source.folder.FileSource;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that pydicom's character set files hold, as its documentation of them has it. */
class CharacterSetCorpusTest {
    private static final Path FILES = Path.of("../shared/corpus/pydicom/charset_files");
    private static final int REQUESTED_PROCEDURE_CODE_SEQUENCE = 0x0032_1064;

    @BeforeEach
    void needsTheCorpus() {
        assumeThat(FILES).as("skipped: no corpus beside this checkout").exists();
    }

    @ParameterizedTest
    @CsvSource({
        "chrArab, قباني^لنزار",
        "chrFren, Buc^Jérôme",
        "chrFrenMulti, Buc^Jérôme",
        "chrGerm, Äneas^Rüdiger",
        "chrGreek, Διονυσιος",
        "chrH31, Yamada^Tarou=山田^太郎=やまだ^たろう",
        "chrH32, ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
        "chrHbrw, שרון^דבורה",
        "chrI2, Hong^Gildong=洪^吉洞=홍^길동",
        "chrJapMulti, やまだ^たろう",
        "chrJapMultiExplicitIR6, やまだ^たろう",
        "chrKoreanMulti, 김희중",
        "chrRuss, Люкceмбypг",
        "chrX1, Wang^XiaoDong=王^小東",
        "chrX2, Wang^XiaoDong=王^小东",
    })
    void readsThePatientsName(String file, String name) throws IOException, DicomException {
        String read = header(file).text(Tag.PATIENT_NAME);
        assertThat(read.replaceAll("=+$", "")).isEqualTo(name);
    }

    @Test
    void readsAnItemByItsOwnCharacterSet() throws IOException, DicomException {
        assertThat(nameInTheItem("chrSQEncoding")).isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
    }

    @Test
    void readsAnItemByTheCharacterSetAroundIt() throws IOException, DicomException {
        assertThat(nameInTheItem("chrSQEncoding1")).isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
    }

    private static String nameInTheItem(String file) throws IOException, DicomException {
        Element sequence = header(file).dataSet().element(REQUESTED_PROCEDURE_CODE_SEQUENCE);
        return sequence.items().get(0).element(Tag.PATIENT_NAME).text();
    }

    private static Header header(String file) throws IOException, DicomException {
        try (ByteSource source = new FileSource(FILES.resolve(file + ".dcm"))) {
            return new Part10Reader().read(source);
        }
    }
}

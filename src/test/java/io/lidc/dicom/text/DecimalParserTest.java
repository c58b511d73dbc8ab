package io.lidc.dicom.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {

    private static double parse(String text) {
        byte[] bytes = ("\\" + text + "\\").getBytes(US_ASCII);
        return DecimalParser.parse(bytes, 1, bytes.length - 1);
    }

    @Property
    void readsAnyDoubleAsTheJdkDoes(@ForAll double number) {
        String text = Double.toString(number);
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @Property
    void readsAnyDigitsAsTheJdkDoes(
            @ForAll long digits, @ForAll @IntRange(min = 0, max = 18) int fraction, @ForAll short exponent) {
        String whole = Long.toString(digits);
        int point = Math.max(whole.startsWith("-") ? 2 : 1, whole.length() - fraction);
        String decimal = whole.substring(0, point) + "." + whole.substring(point);
        assertThat(parse(decimal)).isEqualTo(Double.parseDouble(decimal));
        String scaled = decimal + "E" + exponent % 280;
        assertThat(parse(scaled)).isEqualTo(Double.parseDouble(scaled));
    }

    @ParameterizedTest
    @CsvSource({
        "' 2.5 ', 2.5",
        "'2,5', 2.5",
        "+1, 1",
        "-0, -0.0",
        "1e3, 1000",
        "-1.5E-3, -0.0015",
        ".5, 0.5",
        "5., 5",
        "0.000000000000000000000000000001, 1e-30",
        "123456789012345678901234567890, 1.2345678901234568e29",
        "00000000000000000000001.25, 1.25"
    })
    void readsWhatWritersWrite(String text, double number) {
        assertThat(parse(text)).isEqualTo(number);
    }

    @Example
    void readsANumberThatIsPaddedWithZeroBytes() {
        assertThat(parse("1.5\0")).isEqualTo(1.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "1 2",
                "1.2.3",
                "NaN",
                "Infinity",
                "0x10",
                "1d",
                "1f",
                "1e99999",
                "1e400",
                "--1",
                "abc"
            })
    void takesNothingElseForANumber(String text) {
        assertThat(parse(text)).isNaN();
    }
}

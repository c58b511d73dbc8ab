package io.lidc.sample;

import io.lidc.sample.dataset.CharacterSet;
import io.lidc.sample.dataset.TransferSyntax;
import java.util.List;

/** What the sample holds. */
final class Contents {
    private static final SamplePatient ONE = new SamplePatient(
            "SAMPLE-0001",
            "Sample^One",
            "19600101",
            "F",
            "060Y",
            CharacterSet.LATIN_1,
            Phantom.withNodule(-85, 10, 4, 11));
    private static final SamplePatient TWO = new SamplePatient(
            "SAMPLE-0002",
            "Prüfkörper^Zwei",
            "19520202",
            "M",
            "068Y",
            CharacterSet.LATIN_1,
            Phantom.withNodule(92, -20, -2, 14));
    // None of these characters has a byte 5C (a backslash elsewhere) in JIS X 0208: some toolkits would split the value
    // there.
    private static final SamplePatient THREE = new SamplePatient(
            "SAMPLE-0003",
            "Rei^San=例^三=れい^さん",
            "19480303",
            "O",
            "072Y",
            CharacterSet.JAPANESE,
            Phantom.withNodule(-60, -40, 6, 8));
    private static final SamplePatient FOUR = new SamplePatient(
            "SAMPLE-0004",
            "Sample^Four",
            "19550404",
            "M",
            "065Y",
            CharacterSet.LATIN_1,
            Phantom.withNodule(92, -20, -2, 14));

    private static final SampleStudy GE_CT = new SampleStudy(ONE, "1001", "20200115", "101500", "CT CHEST");
    private static final SampleStudy SIEMENS_CT =
            new SampleStudy(TWO, "2001", "20200220", "093000", "Thorax, Prüfkörper für Übungen");
    private static final SampleStudy DX = new SampleStudy(TWO, "2002", "20200219", "160500", "Röntgen Thorax");
    private static final SampleStudy PHILIPS_CT = new SampleStudy(THREE, "3001", "20200310", "141000", "胸部CT 合成");
    private static final SampleStudy TOSHIBA_CT = new SampleStudy(THREE, "3002", "20200610", "111500", "胸部CT 経過観察");
    private static final SampleStudy ODD_CT = new SampleStudy(FOUR, "4001", "20200505", "084500", "CT CHEST");
    private static final Technique ODD = new Technique("STANDARD", 120, 220, 700, 1.375, 380);

    static final List<SampleSeries> SERIES = List.of(
            CtSeries.of(
                    GE_CT,
                    2,
                    "CHEST STANDARD",
                    Scanner.GE,
                    new Technique("STANDARD", 120, 300, 800, 1.375, 360),
                    Slices.upright(30, 2.5, 2.5)),
            CtSeries.of(
                            GE_CT,
                            3,
                            "CHEST LUNG THIN",
                            Scanner.GE,
                            new Technique("LUNG", 120, 300, 800, 1.375, 360),
                            Slices.upright(24, 1.25, 1.25))
                    .withSequencesAndPrivateAttributes(),
            CtSeries.of(
                            SIEMENS_CT,
                            2,
                            "Thorax 2.0 B30f",
                            Scanner.SIEMENS,
                            new Technique("B30f", 130, 120, 600, 1.2, 350),
                            Slices.upright(26, 2.0, 2.0))
                    .in(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN),
            CtSeries.of(
                    SIEMENS_CT,
                    3,
                    "Thorax 3.0 B50f gekippt",
                    Scanner.SIEMENS,
                    new Technique("B50f", 130, 140, 600, 1, 350),
                    Slices.upright(16, 3.0, 3.0).seen(View.tilted(12))),
            new DxSeries(DX, 1, "Thorax p.a.", Scanner.PHILIPS_DX, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN),
            CtSeries.of(
                    PHILIPS_CT,
                    201,
                    "CHEST 3.0 overlapping",
                    Scanner.PHILIPS,
                    new Technique("B", 120, 210, 750, 0.9, 380),
                    Slices.upright(28, 3.0, 1.5)),
            CtSeries.of(
                    TOSHIBA_CT,
                    4,
                    "CHEST 3.0 FC51",
                    Scanner.TOSHIBA,
                    new Technique("FC51", 135, 250, 500, 0.9375, 400),
                    Slices.upright(23, 3.0, 3.0).without(12)),
            CtSeries.of(
                            TOSHIBA_CT,
                            5,
                            "CHEST 3.0 FC01",
                            Scanner.TOSHIBA,
                            new Technique("FC01", 135, 250, 500, 0.9375, 400),
                            Slices.upright(3, 3.0, 30))
                    .in(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN),
            odd(2, "CHEST with a repeated slice", Slices.upright(10, 3.0, 3.0).withRepeated(5)),
            odd(3, "CHEST in two passes", Slices.upright(8, 5.0, 5.0).twice()),
            odd(4, "CHEST with a gap", Slices.upright(13, 3.0, 3.0).withGapAfter(5, 36)),
            odd(5, "CHEST feet first", Slices.upright(10, 5.0, 5.0).seen(View.FEET_FIRST)),
            odd(6, "CHEST oblique", Slices.upright(10, 3.0, 3.0).seen(View.oblique(10, 15))));

    private Contents() {}

    private static SampleSeries odd(int number, String description, Slices slices) {
        return CtSeries.of(ODD_CT, number, description, Scanner.GE, ODD, slices);
    }
}

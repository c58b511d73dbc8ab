package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;
import io.lidc.sample.dataset.Encoding;
import io.lidc.sample.dataset.MediaDirectory;
import io.lidc.sample.dataset.Part10File;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The files that are wrong on purpose. */
final class TroubleFiles {
    private static final String NOTES = """
            This is no DICOM file, whatever its name says.
            The folder trouble/ holds what a pipeline must survive; the patients beside it are synthetic.
            """;

    private TroubleFiles() {}

    /** A trouble and the bytes of its file. */
    record TroubleFile(Trouble trouble, byte... bytes) {}

    /** All of them, made from the instances of one series in explicit VR little endian. */
    static List<TroubleFile> of(SampleSeries series) {
        Part10File first = series.file(1);
        return List.of(
                file("trouble/truncated.dcm", Trouble.Kind.TRUNCATED, truncated(series.file(2))),
                file("trouble/notes.txt.dcm", Trouble.Kind.TEXT, NOTES.getBytes(StandardCharsets.UTF_8)),
                file("trouble/zero-bytes.dcm", Trouble.Kind.EMPTY),
                file(
                        "trouble/unreadable.dcm",
                        Trouble.Kind.UNREADABLE,
                        series.file(3).bytes()),
                file(
                        "trouble/other-window.dcm",
                        Trouble.Kind.CONFLICT,
                        withOtherWindow(series, 4).bytes()),
                file("media/IMAGES/I0000001", Trouble.Kind.DUPLICATE, first.bytes()),
                file(
                        "media/DICOMDIR",
                        Trouble.Kind.MEDIA_DIRECTORY,
                        MediaDirectory.of(first, "IMAGES", "I0000001").bytes()));
    }

    private static TroubleFile file(String path, Trouble.Kind kind, byte... bytes) {
        return new TroubleFile(new Trouble(path, kind), bytes);
    }

    /** Ends after half of the value of Study Instance UID. */
    private static byte[] truncated(Part10File file) {
        Encoding encoding = file.transferSyntax().encoding(file.characterSet());
        int before = file.head().length + encoding.encode(file.dataSet().before(Attribute.STUDY_INSTANCE_UID)).length;
        int header = 8;
        int half = file.dataSet().text(Attribute.STUDY_INSTANCE_UID).length() / 2;
        return Arrays.copyOf(file.bytes(), before + header + half);
    }

    private static Part10File withOtherWindow(SampleSeries series, int instanceNumber) {
        DataSet other = series.dataSet(instanceNumber)
                .setDecimal(Attribute.WINDOW_CENTER, 300)
                .setDecimal(Attribute.WINDOW_WIDTH, 2000);
        return Part10File.ofInstance(
                other, series.transferSyntax(), series.study().patient().characterSet());
    }
}

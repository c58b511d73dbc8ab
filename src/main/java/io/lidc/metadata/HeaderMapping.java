package io.lidc.metadata;

import io.lidc.dicom.Header;
import io.lidc.dicom.ReadWarning;
import io.lidc.dicom.Tag;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** From a header to what the database keeps of it. */
public final class HeaderMapping {
    private static final HexFormat HEX = HexFormat.of();

    private final PatientPrivacy privacy;

    /** A mapping that tells of patients what it may. */
    public HeaderMapping(PatientPrivacy privacy) {
        this.privacy = privacy;
    }

    /** The metadata of an instance; null where the header has no SOP Instance UID. */
    public Metadata map(Header header) {
        String sopInstanceUid = header.text(Tag.SOP_INSTANCE_UID);
        return sopInstanceUid == null
                ? null
                : new Metadata(patient(header), study(header), series(header), instance(header, sopInstanceUid));
    }

    private Patient patient(Header header) {
        return new Patient(
                identity(header, Tag.PATIENT_ID),
                identity(header, Tag.ISSUER_OF_PATIENT_ID),
                values(header, Columns.PATIENT));
    }

    private Study study(Header header) {
        String uid = header.text(Tag.STUDY_INSTANCE_UID);
        return uid == null ? null : new Study(uid, values(header, Columns.STUDY));
    }

    private Series series(Header header) {
        String uid = header.text(Tag.SERIES_INSTANCE_UID);
        return uid == null ? null : new Series(uid, values(header, Columns.SERIES));
    }

    private Instance instance(Header header, String sopInstanceUid) {
        List<Object> values = values(header, Columns.INSTANCE);
        return new Instance(
                sopInstanceUid,
                header.transferSyntaxUid(),
                HEX.formatHex(header.digest()),
                warnings(header.warnings()),
                null,
                values);
    }

    private List<Object> values(Header header, List<Column> columns) {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value(header, privacy);
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    private static String warnings(List<ReadWarning> warnings) {
        return warnings.isEmpty()
                ? null
                : warnings.stream()
                        .map(warning -> warning.code().name())
                        .distinct()
                        .collect(Collectors.joining(","));
    }

    private String identity(Header header, int tag) {
        String text = privacy.tell(tag, header.text(tag));
        return text == null ? "" : text;
    }
}

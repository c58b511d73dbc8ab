package io.lidc.metadata;

import io.lidc.dicom.Header;
import io.lidc.dicom.ReadWarning;
import io.lidc.dicom.ReadWarning.Code;
import io.lidc.dicom.Tag;
import io.lidc.json.AttributePolicy;
import io.lidc.model.Instance;
import io.lidc.model.Metadata;
import io.lidc.model.Patient;
import io.lidc.model.Series;
import io.lidc.model.Study;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From a header to what the database keeps of it. */
public final class HeaderMapping {
    private static final HexFormat HEX = HexFormat.of();

    private final ExtraAttributes extra;
    private final Deidentification deidentification;
    private final AttributePolicy extraPolicy;

    /** A mapping that keeps these attributes beside those with columns of their own, all of them de-identified. */
    public HeaderMapping(ExtraAttributes extra, Deidentification deidentification) {
        this.extra = extra;
        this.deidentification = deidentification;
        this.extraPolicy = extra.policy(deidentification);
    }

    /** The metadata of an instance; null where the header has no SOP Instance UID. */
    public Metadata map(Header header) {
        String sopInstanceUid = storable(header.text(Tag.SOP_INSTANCE_UID));
        if (sopInstanceUid == null) {
            return null;
        }
        ColumnReader columns = new ColumnReader(header, deidentification);
        Patient patient = patient(header, columns);
        Study study = study(header, columns);
        Series series = series(header, columns);
        return new Metadata(patient, study, series, instance(sopInstanceUid, header, columns));
    }

    private Patient patient(Header header, ColumnReader columns) {
        return new Patient(
                identity(header, Tag.PATIENT_ID),
                identity(header, Tag.ISSUER_OF_PATIENT_ID),
                columns.values(Columns.PATIENT));
    }

    private static Study study(Header header, ColumnReader columns) {
        String uid = storable(header.text(Tag.STUDY_INSTANCE_UID));
        return uid == null ? null : new Study(uid, columns.values(Columns.STUDY));
    }

    private static Series series(Header header, ColumnReader columns) {
        String uid = storable(header.text(Tag.SERIES_INSTANCE_UID));
        return uid == null ? null : new Series(uid, columns.values(Columns.SERIES));
    }

    private Instance instance(String sopInstanceUid, Header header, ColumnReader columns) {
        List<Object> values = columns.values(Columns.INSTANCE);
        return new Instance(
                sopInstanceUid,
                transferSyntaxUid(header),
                HEX.formatHex(header.digest()),
                warnings(header, columns),
                extra.json(header, columns.unreadable(), extraPolicy),
                values);
    }

    /** The declared one, which also says how the pixel data are encoded; where none is declared, the one read by. */
    private static String transferSyntaxUid(Header header) {
        String declared = header.text(Tag.TRANSFER_SYNTAX_UID);
        return declared == null ? header.transferSyntaxUid() : declared;
    }

    /** Oddities of the encoding, and of the values that have columns. */
    private static String warnings(Header header, ColumnReader columns) {
        Set<Code> codes = EnumSet.noneOf(Code.class);
        for (ReadWarning warning : header.warnings()) {
            codes.add(warning.code());
        }
        if (!columns.unreadable().isEmpty()) {
            codes.add(Code.UNREADABLE_VALUE);
        }
        codes.addAll(columns.irregularTexts());
        if (header.dataSet().characterSet().misspelled()) {
            codes.add(Code.CHARACTER_SET_MISSPELLED);
        }
        return codes.isEmpty() ? null : codes.stream().map(Code::name).collect(Collectors.joining(","));
    }

    private String identity(Header header, int tag) {
        String text = deidentification.text(tag, storable(header.text(tag)));
        return text == null ? "" : text;
    }

    /** PostgreSQL refuses U+0000 in text. */
    private static String storable(String text) {
        return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}

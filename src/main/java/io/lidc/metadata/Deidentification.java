package io.lidc.metadata;

import io.lidc.dicom.Element;
import io.lidc.dicom.Vr;
import io.lidc.json.AttributePolicy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What becomes of attributes that tell who a patient is. A pseudonym is the first 16 bytes of the value's HMAC-SHA-256 (RFC 2104)
 * under a key, in hexadecimal digits: alike for alike values, whatever their attribute, so that rows still join by it.
 */
public final class Deidentification implements AttributePolicy {
    private static final int PSEUDONYM_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    /**
     * Of PS3.3 section C.7.1.1 (patient), C.2 (patient relationship to visit, residence, telecom) and the free-text comments that
     * PS3.15 table E.1-1 has removed or cleaned. Sequences among them are covered with all that they hold.
     */
    private static final Set<Integer> IDENTIFYING = Set.of(
            0x00084000, // IdentifyingComments
            0x00100010, // PatientName
            0x00100012, // NameToUse
            0x00100013, // NameToUseComment
            0x00100020, // PatientID
            0x00100021, // IssuerOfPatientID
            0x00100024, // IssuerOfPatientIDQualifiersSequence
            0x00100026, // SourcePatientGroupIdentificationSequence
            0x00100027, // GroupOfPatientsIdentificationSequence
            0x00100030, // PatientBirthDate
            0x00100032, // PatientBirthTime
            0x00100033, // PatientBirthDateInAlternativeCalendar
            0x00100034, // PatientDeathDateInAlternativeCalendar
            0x00100050, // PatientInsurancePlanCodeSequence
            0x00101000, // OtherPatientIDs
            0x00101001, // OtherPatientNames
            0x00101002, // OtherPatientIDsSequence
            0x00101005, // PatientBirthName
            0x00101040, // PatientAddress
            0x00101050, // InsurancePlanIdentification
            0x00101060, // PatientMotherBirthName
            0x00101080, // MilitaryRank
            0x00101081, // BranchOfService
            0x00101090, // MedicalRecordLocator
            0x00101100, // ReferencedPatientPhotoSequence
            0x00102150, // CountryOfResidence
            0x00102152, // RegionOfResidence
            0x00102154, // PatientTelephoneNumbers
            0x00102155, // PatientTelecomInformation
            0x00102180, // Occupation
            0x001021B0, // AdditionalPatientHistory
            0x001021F0, // PatientReligiousPreference
            0x00102297, // ResponsiblePerson
            0x00102299, // ResponsibleOrganization
            0x00104000, // PatientComments
            0x00120040, // ClinicalTrialSubjectID
            0x00120042, // ClinicalTrialSubjectReadingID
            0x00184000, // AcquisitionComments
            0x00204000, // ImageComments
            0x00324000, // StudyComments
            0x00380010, // AdmissionID
            0x0038001E, // ScheduledPatientInstitutionResidence
            0x00380300, // CurrentPatientLocation
            0x00380400, // PatientInstitutionResidence
            0x00380500, // PatientState
            0x00384000, // VisitComments
            0x00400280, // CommentsOnThePerformedProcedureStep
            0x00400400, // CommentsOnTheScheduledProcedureStep
            0x00401400, // RequestedProcedureComments
            0x00402400); // ImagingServiceRequestComments

    /** The ways to treat them. */
    public enum Treatment {
        /** As they are. */
        KEEP,
        /** A pseudonym in their place. */
        PSEUDONYMISE,
        /** Left out. */
        DROP
    }

    private final Treatment treatment;
    private final SecretKeySpec key;

    private Deidentification(Treatment treatment, SecretKeySpec key) {
        this.treatment = treatment;
        this.key = key;
    }

    /** Attributes as they are. */
    public static Deidentification keep() {
        return new Deidentification(Treatment.KEEP, null);
    }

    /** Pseudonyms in their place. */
    public static Deidentification pseudonymise(String key) {
        return new Deidentification(
                Treatment.PSEUDONYMISE, new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /** Attributes left out. */
    public static Deidentification drop() {
        return new Deidentification(Treatment.DROP, null);
    }

    /** Whether an attribute, or all that a sequence holds, must not be told as it is. */
    public boolean hides(int tag) {
        return treatment != Treatment.KEEP && IDENTIFYING.contains(tag);
    }

    /** What may be told in the place of an attribute's text: the text itself, a pseudonym, or null for nothing. */
    public String tell(int tag, String text) {
        if (text == null || !hides(tag)) {
            return text;
        }
        return treatment == Treatment.DROP ? null : pseudonym(text);
    }

    @Override
    public Action action(Element element) {
        if (!hides(element.tag())) {
            return Action.WRITE;
        }
        return treatment == Treatment.DROP || element.vr() == Vr.SQ ? Action.OMIT : Action.REPLACE;
    }

    @Override
    public String replacement(Element element) {
        return tell(element.tag(), element.text());
    }

    private String pseudonym(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HEX.formatHex(Arrays.copyOf(code, PSEUDONYM_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}

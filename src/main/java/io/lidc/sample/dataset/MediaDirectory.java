package io.lidc.sample.dataset;

import java.util.List;

/** A DICOMDIR for one instance: a chain of patient, study, series and image (PS3.3 annex F). */
public final class MediaDirectory {
    private static final TransferSyntax TRANSFER_SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final int IN_USE = 0xFFFF;

    private MediaDirectory() {}

    /**
     * @param instance what the last record refers to
     * @param fileId its path from the folder of the DICOMDIR: components of at most 8 capital letters and digits each
     */
    public static Part10File of(Part10File instance, String... fileId) {
        List<DataSet> records = records(instance, fileId);
        CharacterSet characterSet = instance.characterSet();
        // An offset takes four bytes whatever it says: the links change no length.
        records.forEach(record -> link(record, 0));
        List<Integer> lengths = records.stream()
                .map(record -> TRANSFER_SYNTAX.encoding(characterSet).encodeItem(record).length)
                .toList();
        int total = lengths.stream().mapToInt(Integer::intValue).sum();
        int first = file(records, 0, characterSet).bytes().length - total;
        int next = first;
        for (int i = 0; i < records.size() - 1; i++) {
            next += lengths.get(i);
            link(records.get(i), next);
        }
        return file(records, first, characterSet);
    }

    private static Part10File file(List<DataSet> records, int root, CharacterSet characterSet) {
        DataSet dataSet = new DataSet()
                .set(Attribute.FILE_SET_ID, "SAMPLE")
                .set(Attribute.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY, root)
                .set(Attribute.OFFSET_OF_THE_LAST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY, root)
                .set(Attribute.FILE_SET_CONSISTENCY_FLAG, 0)
                .put(Attribute.DIRECTORY_RECORD_SEQUENCE, new Value.Items(records));
        String uid = Uid.of("media directory");
        return new Part10File(Uid.MEDIA_STORAGE_DIRECTORY_STORAGE, uid, TRANSFER_SYNTAX, characterSet, dataSet);
    }

    private static void link(DataSet record, int lowerLevel) {
        record.set(Attribute.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, 0)
                .set(Attribute.RECORD_IN_USE_FLAG, IN_USE)
                .set(Attribute.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, lowerLevel);
    }

    private static List<DataSet> records(Part10File instance, String... fileId) {
        return List.of(
                record("PATIENT", instance, Attribute.PATIENT_ID, Attribute.PATIENT_NAME),
                record(
                        "STUDY",
                        instance,
                        Attribute.STUDY_DATE,
                        Attribute.STUDY_TIME,
                        Attribute.STUDY_DESCRIPTION,
                        Attribute.STUDY_INSTANCE_UID,
                        Attribute.STUDY_ID,
                        Attribute.ACCESSION_NUMBER),
                record("SERIES", instance, Attribute.MODALITY, Attribute.SERIES_INSTANCE_UID, Attribute.SERIES_NUMBER),
                record("IMAGE", instance, Attribute.INSTANCE_NUMBER)
                        .set(Attribute.REFERENCED_FILE_ID, fileId)
                        .set(Attribute.REFERENCED_SOP_CLASS_UID_IN_FILE, instance.sopClassUid())
                        .set(Attribute.REFERENCED_SOP_INSTANCE_UID_IN_FILE, instance.sopInstanceUid())
                        .set(
                                Attribute.REFERENCED_TRANSFER_SYNTAX_UID_IN_FILE,
                                instance.transferSyntax().uid()));
    }

    private static DataSet record(String type, Part10File instance, Attribute... keys) {
        DataSet record = new DataSet().set(Attribute.DIRECTORY_RECORD_TYPE, type);
        record.set(Attribute.SPECIFIC_CHARACTER_SET, instance.characterSet().definedTerm());
        for (Attribute key : keys) {
            record.set(key, instance.dataSet().text(key));
        }
        return record;
    }
}

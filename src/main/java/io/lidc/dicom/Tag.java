package io.lidc.dicom;

/** Tags of data elements by their keywords (PS3.6), as 0xggggeeee. */
public final class Tag {
    /** FileMetaInformationGroupLength (0002,0000). */
    public static final int FILE_META_INFORMATION_GROUP_LENGTH = 0x00020000;

    /** MediaStorageSOPClassUID (0002,0002). */
    public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;

    /** MediaStorageSOPInstanceUID (0002,0003). */
    public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;

    /** TransferSyntaxUID (0002,0010). */
    public static final int TRANSFER_SYNTAX_UID = 0x00020010;

    /** ImplementationClassUID (0002,0012). */
    public static final int IMPLEMENTATION_CLASS_UID = 0x00020012;

    /** ImplementationVersionName (0002,0013). */
    public static final int IMPLEMENTATION_VERSION_NAME = 0x00020013;

    /** SourceApplicationEntityTitle (0002,0016). */
    public static final int SOURCE_APPLICATION_ENTITY_TITLE = 0x00020016;

    /** DirectoryRecordSequence (0004,1220). */
    public static final int DIRECTORY_RECORD_SEQUENCE = 0x00041220;

    /** SpecificCharacterSet (0008,0005). */
    public static final int SPECIFIC_CHARACTER_SET = 0x00080005;

    /** ImageType (0008,0008). */
    public static final int IMAGE_TYPE = 0x00080008;

    /** InstanceCreationDate (0008,0012). */
    public static final int INSTANCE_CREATION_DATE = 0x00080012;

    /** InstanceCreationTime (0008,0013). */
    public static final int INSTANCE_CREATION_TIME = 0x00080013;

    /** SOPClassUID (0008,0016). */
    public static final int SOP_CLASS_UID = 0x00080016;

    /** SOPInstanceUID (0008,0018). */
    public static final int SOP_INSTANCE_UID = 0x00080018;

    /** StudyDate (0008,0020). */
    public static final int STUDY_DATE = 0x00080020;

    /** SeriesDate (0008,0021). */
    public static final int SERIES_DATE = 0x00080021;

    /** AcquisitionDate (0008,0022). */
    public static final int ACQUISITION_DATE = 0x00080022;

    /** ContentDate (0008,0023). */
    public static final int CONTENT_DATE = 0x00080023;

    /** AcquisitionDateTime (0008,002A). */
    public static final int ACQUISITION_DATE_TIME = 0x0008002A;

    /** StudyTime (0008,0030). */
    public static final int STUDY_TIME = 0x00080030;

    /** SeriesTime (0008,0031). */
    public static final int SERIES_TIME = 0x00080031;

    /** AcquisitionTime (0008,0032). */
    public static final int ACQUISITION_TIME = 0x00080032;

    /** ContentTime (0008,0033). */
    public static final int CONTENT_TIME = 0x00080033;

    /** AccessionNumber (0008,0050). */
    public static final int ACCESSION_NUMBER = 0x00080050;

    /** Modality (0008,0060). */
    public static final int MODALITY = 0x00080060;

    /** Manufacturer (0008,0070). */
    public static final int MANUFACTURER = 0x00080070;

    /** InstitutionName (0008,0080). */
    public static final int INSTITUTION_NAME = 0x00080080;

    /** ReferringPhysicianName (0008,0090). */
    public static final int REFERRING_PHYSICIAN_NAME = 0x00080090;

    /** StationName (0008,1010). */
    public static final int STATION_NAME = 0x00081010;

    /** StudyDescription (0008,1030). */
    public static final int STUDY_DESCRIPTION = 0x00081030;

    /** SeriesDescription (0008,103E). */
    public static final int SERIES_DESCRIPTION = 0x0008103E;

    /** ManufacturerModelName (0008,1090). */
    public static final int MANUFACTURER_MODEL_NAME = 0x00081090;

    /** ReferencedImageSequence (0008,1140). */
    public static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;

    /** ReferencedSOPClassUID (0008,1150). */
    public static final int REFERENCED_SOP_CLASS_UID = 0x00081150;

    /** ReferencedSOPInstanceUID (0008,1155). */
    public static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;

    /** PatientName (0010,0010). */
    public static final int PATIENT_NAME = 0x00100010;

    /** PatientID (0010,0020). */
    public static final int PATIENT_ID = 0x00100020;

    /** IssuerOfPatientID (0010,0021). */
    public static final int ISSUER_OF_PATIENT_ID = 0x00100021;

    /** PatientBirthDate (0010,0030). */
    public static final int PATIENT_BIRTH_DATE = 0x00100030;

    /** PatientSex (0010,0040). */
    public static final int PATIENT_SEX = 0x00100040;

    /** PatientAge (0010,1010). */
    public static final int PATIENT_AGE = 0x00101010;

    /** PatientSize (0010,1020). */
    public static final int PATIENT_SIZE = 0x00101020;

    /** PatientWeight (0010,1030). */
    public static final int PATIENT_WEIGHT = 0x00101030;

    /** PatientIdentityRemoved (0012,0062). */
    public static final int PATIENT_IDENTITY_REMOVED = 0x00120062;

    /** DeidentificationMethod (0012,0063). */
    public static final int DEIDENTIFICATION_METHOD = 0x00120063;

    /** ContrastBolusAgent (0018,0010). */
    public static final int CONTRAST_BOLUS_AGENT = 0x00180010;

    /** BodyPartExamined (0018,0015). */
    public static final int BODY_PART_EXAMINED = 0x00180015;

    /** ScanOptions (0018,0022). */
    public static final int SCAN_OPTIONS = 0x00180022;

    /** SliceThickness (0018,0050). */
    public static final int SLICE_THICKNESS = 0x00180050;

    /** KVP (0018,0060). */
    public static final int KVP = 0x00180060;

    /** SpacingBetweenSlices (0018,0088). */
    public static final int SPACING_BETWEEN_SLICES = 0x00180088;

    /** DataCollectionDiameter (0018,0090). */
    public static final int DATA_COLLECTION_DIAMETER = 0x00180090;

    /** DeviceSerialNumber (0018,1000). */
    public static final int DEVICE_SERIAL_NUMBER = 0x00181000;

    /** SoftwareVersions (0018,1020). */
    public static final int SOFTWARE_VERSIONS = 0x00181020;

    /** ProtocolName (0018,1030). */
    public static final int PROTOCOL_NAME = 0x00181030;

    /** ReconstructionDiameter (0018,1100). */
    public static final int RECONSTRUCTION_DIAMETER = 0x00181100;

    /** DistanceSourceToDetector (0018,1110). */
    public static final int DISTANCE_SOURCE_TO_DETECTOR = 0x00181110;

    /** DistanceSourceToPatient (0018,1111). */
    public static final int DISTANCE_SOURCE_TO_PATIENT = 0x00181111;

    /** GantryDetectorTilt (0018,1120). */
    public static final int GANTRY_DETECTOR_TILT = 0x00181120;

    /** TableHeight (0018,1130). */
    public static final int TABLE_HEIGHT = 0x00181130;

    /** RotationDirection (0018,1140). */
    public static final int ROTATION_DIRECTION = 0x00181140;

    /** ExposureTime (0018,1150). */
    public static final int EXPOSURE_TIME = 0x00181150;

    /** XRayTubeCurrent (0018,1151). */
    public static final int XRAY_TUBE_CURRENT = 0x00181151;

    /** Exposure (0018,1152). */
    public static final int EXPOSURE = 0x00181152;

    /** FilterType (0018,1160). */
    public static final int FILTER_TYPE = 0x00181160;

    /** GeneratorPower (0018,1170). */
    public static final int GENERATOR_POWER = 0x00181170;

    /** FocalSpots (0018,1190). */
    public static final int FOCAL_SPOTS = 0x00181190;

    /** ConvolutionKernel (0018,1210). */
    public static final int CONVOLUTION_KERNEL = 0x00181210;

    /** PatientPosition (0018,5100). */
    public static final int PATIENT_POSITION = 0x00185100;

    /** ViewPosition (0018,5101). */
    public static final int VIEW_POSITION = 0x00185101;

    /** RevolutionTime (0018,9305). */
    public static final int REVOLUTION_TIME = 0x00189305;

    /** SingleCollimationWidth (0018,9306). */
    public static final int SINGLE_COLLIMATION_WIDTH = 0x00189306;

    /** TotalCollimationWidth (0018,9307). */
    public static final int TOTAL_COLLIMATION_WIDTH = 0x00189307;

    /** TableSpeed (0018,9309). */
    public static final int TABLE_SPEED = 0x00189309;

    /** TableFeedPerRotation (0018,9310). */
    public static final int TABLE_FEED_PER_ROTATION = 0x00189310;

    /** SpiralPitchFactor (0018,9311). */
    public static final int SPIRAL_PITCH_FACTOR = 0x00189311;

    /** StudyInstanceUID (0020,000D). */
    public static final int STUDY_INSTANCE_UID = 0x0020000D;

    /** SeriesInstanceUID (0020,000E). */
    public static final int SERIES_INSTANCE_UID = 0x0020000E;

    /** StudyID (0020,0010). */
    public static final int STUDY_ID = 0x00200010;

    /** SeriesNumber (0020,0011). */
    public static final int SERIES_NUMBER = 0x00200011;

    /** AcquisitionNumber (0020,0012). */
    public static final int ACQUISITION_NUMBER = 0x00200012;

    /** InstanceNumber (0020,0013). */
    public static final int INSTANCE_NUMBER = 0x00200013;

    /** ImagePositionPatient (0020,0032). */
    public static final int IMAGE_POSITION_PATIENT = 0x00200032;

    /** ImageOrientationPatient (0020,0037). */
    public static final int IMAGE_ORIENTATION_PATIENT = 0x00200037;

    /** FrameOfReferenceUID (0020,0052). */
    public static final int FRAME_OF_REFERENCE_UID = 0x00200052;

    /** Laterality (0020,0060). */
    public static final int LATERALITY = 0x00200060;

    /** PositionReferenceIndicator (0020,1040). */
    public static final int POSITION_REFERENCE_INDICATOR = 0x00201040;

    /** SliceLocation (0020,1041). */
    public static final int SLICE_LOCATION = 0x00201041;

    /** ImageComments (0020,4000). */
    public static final int IMAGE_COMMENTS = 0x00204000;

    /** ImagerPixelSpacing (0018,1164). */
    public static final int IMAGER_PIXEL_SPACING = 0x00181164;

    /** SamplesPerPixel (0028,0002). */
    public static final int SAMPLES_PER_PIXEL = 0x00280002;

    /** PhotometricInterpretation (0028,0004). */
    public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;

    /** NumberOfFrames (0028,0008). */
    public static final int NUMBER_OF_FRAMES = 0x00280008;

    /** Rows (0028,0010). */
    public static final int ROWS = 0x00280010;

    /** Columns (0028,0011). */
    public static final int COLUMNS = 0x00280011;

    /** PixelSpacing (0028,0030). */
    public static final int PIXEL_SPACING = 0x00280030;

    /** BitsAllocated (0028,0100). */
    public static final int BITS_ALLOCATED = 0x00280100;

    /** BitsStored (0028,0101). */
    public static final int BITS_STORED = 0x00280101;

    /** HighBit (0028,0102). */
    public static final int HIGH_BIT = 0x00280102;

    /** PixelRepresentation (0028,0103). */
    public static final int PIXEL_REPRESENTATION = 0x00280103;

    /** SmallestImagePixelValue (0028,0106). */
    public static final int SMALLEST_IMAGE_PIXEL_VALUE = 0x00280106;

    /** LargestImagePixelValue (0028,0107). */
    public static final int LARGEST_IMAGE_PIXEL_VALUE = 0x00280107;

    /** PixelPaddingValue (0028,0120). */
    public static final int PIXEL_PADDING_VALUE = 0x00280120;

    /** BurnedInAnnotation (0028,0301). */
    public static final int BURNED_IN_ANNOTATION = 0x00280301;

    /** WindowCenter (0028,1050). */
    public static final int WINDOW_CENTER = 0x00281050;

    /** WindowWidth (0028,1051). */
    public static final int WINDOW_WIDTH = 0x00281051;

    /** RescaleIntercept (0028,1052). */
    public static final int RESCALE_INTERCEPT = 0x00281052;

    /** RescaleSlope (0028,1053). */
    public static final int RESCALE_SLOPE = 0x00281053;

    /** RescaleType (0028,1054). */
    public static final int RESCALE_TYPE = 0x00281054;

    /** LossyImageCompression (0028,2110). */
    public static final int LOSSY_IMAGE_COMPRESSION = 0x00282110;

    /** FloatPixelData (7FE0,0008). */
    public static final int FLOAT_PIXEL_DATA = 0x7FE00008;

    /** DoubleFloatPixelData (7FE0,0009). */
    public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;

    /** PixelData (7FE0,0010). */
    public static final int PIXEL_DATA = 0x7FE00010;

    /** DataSetTrailingPadding (FFFC,FFFC). */
    public static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;

    /** Item (FFFE,E000). */
    public static final int ITEM = 0xFFFEE000;

    /** ItemDelimitationItem (FFFE,E00D). */
    public static final int ITEM_DELIMITATION_ITEM = 0xFFFEE00D;

    /** SequenceDelimitationItem (FFFE,E0DD). */
    public static final int SEQUENCE_DELIMITATION_ITEM = 0xFFFEE0DD;

    private Tag() {}
}

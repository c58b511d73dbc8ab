package io.lidc.metadata;

/** DICOM dates and times (PS3.5 section 6.2, DA and TM) in the spelling of ISO 8601, which databases sort and compute with. */
final class IsoText {
    private IsoText() {}

    /** {@code 20000131} and the old {@code 2000.01.31} as {@code 2000-01-31}; anything else as it is. */
    static String date(String value) {
        if (value == null) {
            return null;
        }
        boolean dotted = value.length() == 10 && value.charAt(4) == '.' && value.charAt(7) == '.';
        int month = dotted ? 5 : 4;
        int day = dotted ? 8 : 6;
        if (!dotted && value.length() != 8
                || !digits(value, 0, 4)
                || !between(value, month, 1, 12)
                || !between(value, day, 1, 31)) {
            return value;
        }
        return value.substring(0, 4) + '-' + value.substring(month, month + 2) + '-' + value.substring(day, day + 2);
    }

    /** {@code 140506.25} as {@code 14:05:06.25}; a time without seconds or with colons already as it is. */
    static String time(String value) {
        if (value == null
                || value.length() < 6
                || !between(value, 0, 0, 23)
                || !between(value, 2, 0, 59)
                || !between(value, 4, 0, 60)
                || value.length() > 6 && (value.charAt(6) != '.' || !digits(value, 7, value.length() - 7))) {
            return value;
        }
        return value.substring(0, 2) + ':' + value.substring(2, 4) + ':' + value.substring(4);
    }

    private static boolean between(String value, int at, int least, int most) {
        if (!digits(value, at, 2)) {
            return false;
        }
        int number = (value.charAt(at) - '0') * 10 + value.charAt(at + 1) - '0';
        return number >= least && number <= most;
    }

    private static boolean digits(String value, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}

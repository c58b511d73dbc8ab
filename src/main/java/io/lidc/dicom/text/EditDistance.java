package io.lidc.dicom.text;

/** The Levenshtein distance between words: insertions, deletions and replacements of one letter. */
public final class EditDistance {
    private EditDistance() {}

    /** The distance regardless of case; {@code limit} + 1 stands for every greater one. */
    public static int ofCaseless(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        int[] row = new int[above.length];
        for (int i = 1; i <= one.length(); i++) {
            char letter = Character.toLowerCase(one.charAt(i - 1));
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (letter == Character.toLowerCase(other.charAt(j - 1)) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            int[] spare = above;
            above = row;
            row = spare;
        }
        return above[other.length()];
    }
}

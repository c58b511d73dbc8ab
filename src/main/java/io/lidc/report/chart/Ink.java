package io.lidc.report.chart;

import java.util.Locale;

/** What something is drawn in, by its role. The palette can be told apart by the colour-blind (Okabe and Ito, Tol). */
enum Ink {
    PAPER("#ffffff", "#16181d"),
    TEXT("#1c1f24", "#e6e8eb"),
    MUTED("#5b626c", "#a3abb6"),
    GRID("#dddddd", "#353a43"),
    AXIS("#8a9099", "#6b737f"),
    FIRST("#0072b2", "#56b4e9"),
    SECOND("#e69f00", "#e69f00"),
    THIRD("#882255", "#f0718a");

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Of the n-th part of a bar. */
    static Ink ofPart(int part) {
        return values()[FIRST.ordinal() + part % 3];
    }

    /** On white, as #rrggbb. */
    String light() {
        return light;
    }

    /** On black, as #rrggbb. */
    String dark() {
        return dark;
    }

    /** Its name in style sheets. */
    String cssClass() {
        return "ink-" + name().toLowerCase(Locale.ROOT);
    }
}

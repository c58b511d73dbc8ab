package io.lidc.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the report.
 *
 * @param id names its place in the page
 * @param remark a sentence under the title; null for none
 * @param tiles a statistic of one row, whose numbers stand out; null for none
 * @param figures charts, or a sentence each where there is none to see
 * @param tables below the charts
 */
record Section(String id, String title, String remark, Figure tiles, List<Figure> figures, List<Figure> tables) {

    /** Keeps copies. */
    Section {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }

    /** Whether a figure stands among the charts, be it as a sentence. */
    static boolean isPicture(Figure figure) {
        return !(figure.statistic().picture() instanceof Statistic.Plain);
    }

    /** Everything that has files of its own. */
    List<Figure> all() {
        List<Figure> all = new ArrayList<>(figures);
        all.addAll(tables);
        if (tiles != null) {
            all.add(tiles);
        }
        return all;
    }
}

package io.lidc.dicom;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is odd about one header. A broken one can hold a million oddities: the first ones tell enough. */
final class Warnings {
    static final int MOST = 100;

    private List<ReadWarning> list;

    void add(ReadWarning.Code code, int tag, long offset) {
        if (list == null) {
            list = new ArrayList<>(4);
        }
        if (list.size() < MOST) {
            list.add(new ReadWarning(code, tag, offset));
        }
    }

    List<ReadWarning> take() {
        return list == null ? List.of() : List.copyOf(list);
    }
}

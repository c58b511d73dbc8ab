package io.lidc.dicom.part10;

import io.lidc.dicom.CharacterSet;
import io.lidc.dicom.DataSet;
import io.lidc.dicom.Element;
import io.lidc.dicom.Tag;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Elements by tag. */
final class MapDataSet implements DataSet {
    private final Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
    private final MapDataSet parent;

    private MapDataSet(MapDataSet parent) {
        this.parent = parent;
    }

    static MapDataSet of(List<Written> elements, MapDataSet parent) {
        MapDataSet dataSet = new MapDataSet(parent);
        for (Written element : elements) {
            dataSet.elements.put(element.tag(), new MapElement(element, dataSet));
        }
        return dataSet;
    }

    @Override
    public Iterator<Element> iterator() {
        return elements.values().iterator();
    }

    @Override
    public Element element(int tag) {
        return elements.get(tag);
    }

    @Override
    public CharacterSet characterSet() {
        Element declared = element(Tag.SPECIFIC_CHARACTER_SET);
        if (declared == null && parent != null) {
            return parent.characterSet();
        }
        return CharacterSet.of(declared == null ? null : declared.text());
    }
}

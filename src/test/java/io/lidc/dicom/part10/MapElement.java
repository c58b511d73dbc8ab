package io.lidc.dicom.part10;

import io.lidc.dicom.CharacterSet;
import io.lidc.dicom.DataSet;
import io.lidc.dicom.Element;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Value;
import io.lidc.dicom.Vr;
import io.lidc.dicom.value.TextValues;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An element in little endian; numbers of 16 bits only. */
record MapElement(Written written, MapDataSet owner) implements Element {

    @Override
    public int tag() {
        return written.tag();
    }

    @Override
    public Vr vr() {
        return written.vr();
    }

    @Override
    public long length() {
        return written.value() == null ? 0xFFFF_FFFFL : written.value().length;
    }

    @Override
    public long offset() {
        return -1;
    }

    @Override
    public boolean skipped() {
        return false;
    }

    @Override
    public boolean bigEndian() {
        return false;
    }

    @Override
    public byte[] bytes() {
        return written.value() == null ? new byte[0] : written.value().clone();
    }

    @Override
    public List<DataSet> items() {
        List<DataSet> items = new ArrayList<>();
        if (written.items() != null) {
            written.items().forEach(item -> items.add(MapDataSet.of(item, owner)));
        }
        return items;
    }

    @Override
    public String privateCreator() {
        return null;
    }

    @Override
    public String text() {
        if (vr().form() == Vr.Form.NUMBERS) {
            return values().isEmpty()
                    ? null
                    : values().stream()
                            .map(value -> ((Value.Whole) value).number().toString())
                            .collect(Collectors.joining("\\"));
        }
        if (!vr().isText()) {
            return null;
        }
        boolean declaresCharacterSet = tag() == Tag.SPECIFIC_CHARACTER_SET;
        CharacterSet characterSet = declaresCharacterSet ? CharacterSet.DEFAULT : owner.characterSet();
        String text = characterSet.decode(written.value(), 0, written.value().length, vr());
        String unpadded = TextValues.withoutPadding(text.replaceAll("[ \0]+$", ""), vr());
        return unpadded.isEmpty() ? null : unpadded;
    }

    @Override
    public List<Value> values() {
        if (vr().form() != Vr.Form.NUMBERS) {
            String text = text();
            return text == null ? List.of() : TextValues.parse(text, vr());
        }
        List<Value> numbers = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(written.value()).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= 2) {
            short number = bytes.getShort();
            numbers.add(new Value.Whole(vr() == Vr.SS ? number : number & 0xFFFFL));
        }
        return numbers;
    }
}

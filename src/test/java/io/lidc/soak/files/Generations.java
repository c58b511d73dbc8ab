package io.lidc.soak.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Tag;
import io.lidc.dicom.part10.Part10Reader;
import io.lidc.sample.SampleTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sample again and again, each time as other instances of other series and studies. */
public final class Generations {
    private static final Set<String> COPIES =
            Set.of("media/IMAGES/I0000001", "trouble/other-window.dcm", "trouble/unreadable.dcm");
    /** Patients and instances only differ in their UIDs: the last digits give way to a number. */
    private static final Pattern UID = Pattern.compile("(2\\.25\\.\\d{20,})\\d{9}");
    /** Deflated: its UIDs cannot be replaced in its bytes. */
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";

    private final Map<String, byte[]> files;

    private Generations(Map<String, byte[]> files) {
        this.files = files;
    }

    /** Made from the sample, which is written into a folder. */
    public static Generations in(Path folder) throws IOException {
        Path sample = SampleTree.write(folder).directory();
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths =
                Files.walk(sample).filter(Files::isRegularFile).filter(Files::isReadable)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                byte[] bytes = Files.readAllBytes(path);
                if (!new String(bytes, ISO_8859_1).contains(DEFLATED)) {
                    files.put(sample.relativize(path).toString(), bytes);
                }
            }
        }
        return new Generations(files);
    }

    /**
     * The sample once.
     *
     * @param number below a thousand million; equal numbers give equal files
     */
    public Generation generation(int number) throws IOException {
        Map<String, byte[]> originals = new TreeMap<>();
        Map<String, byte[]> copies = new TreeMap<>();
        List<String> copied = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] bytes = numbered(file.getValue(), number);
            if (COPIES.contains(file.getKey())) {
                copies.put(file.getKey(), bytes);
                copied.add(sopInstanceUid(bytes));
            } else {
                originals.put(file.getKey(), bytes);
            }
        }
        return new Generation(originals, copies, copied);
    }

    private static byte[] numbered(byte[] bytes, int number) {
        String digits = "%09d".formatted(number);
        String text = new String(bytes, ISO_8859_1);
        String replaced = UID.matcher(text).replaceAll("$1" + digits);
        // What names no instance is text: any byte makes it another one.
        boolean unnamed = replaced.equals(text) && !text.isEmpty();
        return (unnamed ? text + digits : replaced).getBytes(ISO_8859_1);
    }

    private static String sopInstanceUid(byte[] bytes) throws IOException {
        try {
            return new Part10Reader().read(new BytesSource(bytes)).text(Tag.SOP_INSTANCE_UID);
        } catch (DicomException e) {
            throw new IOException(e);
        }
    }
}

package io.lidc.soak;

import io.lidc.model.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Every object that was given to the service, as a file that the service cannot reach: {@code inbox/…}, {@code folder/…},
 * {@code push/…}. A quiet run reads these files.
 */
final class Ledger {
    private static final String ENTRY = "!/";
    /** What the location of an entry starts with. */
    private static final String ARCHIVE = "archive:";

    private final Path folder;
    private final String root;
    private final String done;
    private final String read;
    private final Set<String> names = new ConcurrentSkipListSet<>();
    /** By the location of a pushed object, or by the file name of an unreadable one that left the inbox. */
    private final Map<String, String> renamed = new ConcurrentHashMap<>();

    /**
     * @param done where files of the inbox are after their commit
     * @param read the folder that the service reads
     */
    Ledger(Path folder, Path done, Path read) {
        this.folder = folder;
        this.root = uri(folder);
        this.done = uri(done);
        this.read = uri(read);
    }

    private static String uri(Path folder) {
        String uri = folder.toUri().toString();
        return uri.endsWith("/") ? uri : uri + "/";
    }

    Path folder() {
        return folder;
    }

    /** Enters an object of this name. */
    Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        names.add(name);
        if (name.startsWith("inbox/")) {
            String place = done + root(file).substring("inbox/".length());
            renamed.put(new Location(place, 0, "").deadLetterName(), name);
        }
        return file;
    }

    private String root(Path file) {
        return file.toUri().toString().substring(root.length());
    }

    /** Says under which location a pushed object is stored. */
    void pushed(String location, String name) {
        renamed.put(location, name);
    }

    /** The names of all objects; an archive is one. */
    List<String> names() {
        return new ArrayList<>(names);
    }

    /** The name of the object at a location of the service's database, or of the quiet one; the location itself where there is none. */
    String nameOf(String uri) {
        String plain = uri.startsWith(ARCHIVE) ? uri.substring(ARCHIVE.length()) : uri;
        String file = outermost(plain);
        return fileName(file) + plain.substring(file.length());
    }

    /** The name of the object that holds this one: of the archive for an entry. */
    static String outermost(String name) {
        int entry = name.indexOf(ENTRY);
        return entry < 0 ? name : name.substring(0, entry);
    }

    private String fileName(String uri) {
        if (uri.startsWith(root)) {
            return uri.substring(root.length());
        }
        if (uri.startsWith(done)) {
            return "inbox/" + uri.substring(done.length());
        }
        if (uri.startsWith(read)) {
            return "folder/" + uri.substring(read.length());
        }
        String key = uri.startsWith("push:") ? uri : uri.substring(uri.lastIndexOf('/') + 1);
        return renamed.getOrDefault(key, uri);
    }
}

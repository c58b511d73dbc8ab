package io.lidc.soak.files;

import java.util.List;
import java.util.Map;

/**
 * The sample's files once, under UIDs of their own.
 *
 * @param originals bytes by relative path
 * @param copies files that share the SOP Instance UID of an original: which one is the copy must not depend on chance, so that they
 *     come once their originals are stored
 * @param copied the SOP Instance UIDs of those
 */
public record Generation(Map<String, byte[]> originals, Map<String, byte[]> copies, List<String> copied) {}

package io.lidc.store.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The constants of an enum with what their Javadoc says. */
final class DocumentedCodes {
    private DocumentedCodes() {}

    /** In the order of their declaration. */
    static <E extends Enum<E>> Map<E, String> of(Class<E> type) throws IOException {
        Class<?> outer = type.getDeclaringClass() == null ? type : type.getDeclaringClass();
        String source = Files.readString(
                Path.of("src/main/java", outer.getName().replace('.', '/').replaceFirst("\\$.*", "") + ".java"));
        String body = source.substring(source.indexOf("enum " + type.getSimpleName() + " {"));
        Map<E, String> meanings = new LinkedHashMap<>();
        for (E code : type.getEnumConstants()) {
            Matcher matcher = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*" + code + "\\b", Pattern.DOTALL)
                    .matcher(body);
            if (!matcher.find()) {
                throw new IllegalStateException(code + " has no Javadoc");
            }
            meanings.put(code, prose(matcher.group(1)));
        }
        return meanings;
    }

    private static String prose(String javadoc) {
        return javadoc.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("\\{@link Limits#(\\w+)\\(\\)\\}", "the limit `$1`")
                .replaceAll("\\{@link\\s+[\\w.]*#?(\\w+)(?:\\(\\))?\\}", "`$1`")
                .replaceAll("\\{@code\\s+([^}]*)\\}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}

package io.lidc.config;

import java.util.Map;

/** Where the text of a setting may come from, in the order of precedence. */
record Inputs(Map<Key<?>, String> options, Map<String, String> environment, SettingsFile file) {

    private record Text(String text, String place) {}

    /** @throws UsageException naming the key, the value, where it stands and what is allowed */
    <T> T value(Key<T> key) throws UsageException {
        Text found = find(key);
        try {
            return key.parse(found.text.strip());
        } catch (IllegalArgumentException e) {
            // It is no cause to hand on: it may quote the value, secrets and all.
            throw new UsageException("the setting " + key.name() + " is '" + Redaction.of(found.text.strip()) + "' ("
                    + found.place + "); it must be " + key.allowed());
        }
    }

    private Text find(Key<?> key) {
        if (options.containsKey(key)) {
            return new Text(options.get(key), "command line");
        }
        String variable = environment.get(key.environmentVariable());
        if (variable != null) {
            return new Text(variable, "environment variable " + key.environmentVariable());
        }
        SettingsFile.Line line = file.lines().get(key.name());
        return line == null ? new Text(key.defaultText(), "default") : new Text(line.value(), file.place(line));
    }
}

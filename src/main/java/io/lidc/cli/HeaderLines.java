package io.lidc.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.dicom.ReadWarning;
import io.lidc.json.DicomJson;
import io.lidc.source.folder.FileSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Headers as lines of JSON. Each has the members {@code file} (as named), {@code status} (ok, not-dicom or failed),
 * {@code error} (an {@link ErrorCode}, or NOT_FOUND, ACCESS_DENIED, IO_ERROR), {@code offset} (of the trouble, in
 * bytes), {@code transferSyntax} (UID) and {@code dataset} (DICOM JSON Model), null where they do not apply. There are
 * {@code warnings} only for an odd header, by their offsets, and {@code bulk} only where values were left out: each with {@code path},
 * which is the JSON Pointer (RFC 6901) to its attribute in {@code dataset}, and {@code length} in bytes.
 */
final class HeaderLines {
    private static final int LINE_BYTES = 16 << 10;

    private final JsonFactory json =
            new JsonFactory().setRootValueSeparator("\n").configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
    private final HeaderReader reader;
    private final AtomicLong unopened = new AtomicLong();

    HeaderLines(HeaderReader reader) {
        this.reader = reader;
    }

    /** The lines of some files in UTF-8, each with its line feed. */
    byte[] of(List<String> files) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(files.size() * LINE_BYTES);
        try (JsonGenerator out = json.createGenerator(lines)) {
            for (String file : files) {
                write(file, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.write('\n');
        return lines.toByteArray();
    }

    /** How many files so far are missing or could not be opened. */
    long unopened() {
        return unopened.get();
    }

    private void write(String file, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("file", file);
        Header header = null;
        try (FileSource source = new FileSource(Path.of(file))) {
            header = reader.read(source);
        } catch (DicomException e) {
            writeFailure(
                    e.code() == ErrorCode.NOT_DICOM ? "not-dicom" : "failed",
                    e.code().name(),
                    e.offset(),
                    out);
        } catch (IOException | InvalidPathException e) {
            unopened.incrementAndGet();
            writeFailure("failed", code(e), null, out);
        }
        if (header != null) {
            writeHeader(header, out);
        }
        out.writeEndObject();
    }

    private static String code(Exception e) {
        if (e instanceof NoSuchFileException || e instanceof InvalidPathException) {
            return "NOT_FOUND";
        }
        return e instanceof AccessDeniedException ? "ACCESS_DENIED" : "IO_ERROR";
    }

    private static void writeFailure(String status, String error, Long offset, JsonGenerator out) throws IOException {
        out.writeStringField("status", status);
        out.writeStringField("error", error);
        if (offset == null) {
            out.writeNullField("offset");
        } else {
            out.writeNumberField("offset", offset);
        }
        out.writeNullField("transferSyntax");
        out.writeNullField("dataset");
    }

    private static void writeHeader(Header header, JsonGenerator out) throws IOException {
        out.writeStringField("status", "ok");
        out.writeNullField("error");
        out.writeNullField("offset");
        out.writeStringField("transferSyntax", header.transferSyntaxUid());
        out.writeFieldName("dataset");
        List<DicomJson.LeftOut> leftOut = DicomJson.write(header.dataSet(), out);
        List<ReadWarning> warnings = Stream.concat(header.warnings().stream(), header.valueWarnings().stream())
                .sorted(Comparator.comparingLong(ReadWarning::offset))
                .toList();
        if (!warnings.isEmpty()) {
            writeWarnings(warnings, out);
        }
        if (!leftOut.isEmpty()) {
            writeBulk(leftOut, out);
        }
    }

    private static void writeWarnings(List<ReadWarning> warnings, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("warnings");
        for (ReadWarning warning : warnings) {
            out.writeStartObject();
            out.writeStringField("code", warning.code().name());
            if (warning.tag() != 0) {
                out.writeStringField("tag", DicomJson.name(warning.tag()));
            }
            out.writeNumberField("offset", warning.offset());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeBulk(List<DicomJson.LeftOut> leftOut, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("bulk");
        for (DicomJson.LeftOut value : leftOut) {
            out.writeStartObject();
            out.writeStringField("path", value.path());
            out.writeNumberField("length", value.length());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}

package io.lidc.stow.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final String TYPE = "multipart/related; type=\"application/dicom\"; boundary=";

    @Test
    void readsThePartsInTheirOrder() throws IOException {
        assertThat(parts(
                        "--b\r\nContent-Type: application/dicom\r\n\r\none\r\n--b\r\nContent-Type: application/dicom\r\n"
                                + "Content-Location: a\r\n\r\ntwo\r\n--b--"))
                .containsExactly("one", "two");
    }

    @Test
    void skipsWhatStandsBeforeTheFirstAndAfterTheLastBoundary() throws IOException {
        assertThat(
                        parts(
                                "preamble\r\n--b\r\nContent-Type: application/dicom\r\n\r\none\r\n--b--\r\nepilogue\r\n--b\r\n"))
                .containsExactly("one");
    }

    @Test
    void acceptsBlanksBehindABoundary() throws IOException {
        assertThat(parts("--b \t\r\nContent-Type: application/dicom\r\n\r\none\r\n--b  \r\n"
                        + "Content-Type: application/dicom\r\n\r\ntwo\r\n--b-- \r\n"))
                .containsExactly("one", "two");
    }

    @Test
    void acceptsABlankAtTheEndOfTheBoundaryParameter() throws IOException {
        assertThat(parts(
                        "\"b \"",
                        new ByteArrayInputStream(bytes("--b\r\nContent-Type: application/dicom\r\n\r\none\r\n--b--"))))
                .containsExactly("one");
    }

    @Test
    void takesWhatOnlyLooksLikeABoundaryForContent() throws IOException {
        String content = "\r\n-\r\n--\r\n\r\n--a\r\r\n--\r\n";

        assertThat(parts("--b\r\nContent-Type: application/dicom\r\n\r\n" + content + "\r\n--b--"))
                .containsExactly(content);
    }

    /** Whatever the place at which one read ends and the next starts. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000, 65_535, 65_536})
    void findsBoundariesThatAReadCutsInTwo(int length) throws IOException {
        Random random = new Random(length);
        List<String> contents = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (int part = 0; part < 5; part++) {
            StringBuilder content = new StringBuilder();
            for (int i = random.nextInt(70_000); i > 0; i--) {
                content.append("\r\n-xY\u00ff".charAt(random.nextInt(6)));
            }
            contents.add(content.toString());
            body.append("--xYxYxYxYxYxY\r\nContent-Type: application/dicom\r\n\r\n")
                    .append(content)
                    .append("\r\n");
        }
        body.append("--xYxYxYxYxYxY--");

        assertThat(parts("xYxYxYxYxYxY", inPieces(bytes(body.toString()), length)))
                .isEqualTo(contents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b\r\n\u0000\u0000DICM\r\n--b\r\nContent-Type: application/dicom\r\n\r\ntwo\r\n--b--",
                "--b\r\n\r\none\r\n--b\r\nContent-Type: application/dicom\r\n\r\ntwo\r\n--b--",
                "--b\r\nContent-Type: application/dicom\r\n\r\n--b\r\nContent-Type: application/dicom\r\n\r\ntwo\r\n--b--",
                "--bc\r\nContent-Type: application/dicom\r\n\r\none\r\n--b--",
                "--b\r\nContent-Type: application/dicom\r\n\r\none\r\n",
                "--b\r\nContent-Type: application/dicom\r\n\r\none\r\n--b",
                "no boundary at all",
                ""
            })
    void answers400ToWhatIsMalformed(String body) {
        assertThat(status(body)).isEqualTo(400);
    }

    @Test
    void answers400ToAHeaderWithoutEnd() {
        assertThat(status("--b\r\nContent-Type: " + "x".repeat(10_000) + "\r\n\r\none\r\n--b--"))
                .isEqualTo(400);
    }

    @Test
    void answers415ToAPartOfAnotherType() {
        assertThat(status("--b\r\ncontent-type:application/json\r\n\r\none\r\n--b--"))
                .isEqualTo(415);
    }

    @Test
    void answers413ToTooManyParts() {
        String part = "--b\r\nContent-Type: application/dicom\r\n\r\none\r\n";

        assertThat(status(part.repeat(11) + "--b--")).isEqualTo(413);
    }

    @Test
    void answers400ToATypeWithoutBoundary() {
        assertThatThrownBy(() -> new Multipart(
                        InputStream.nullInputStream(), "multipart/related; type=\"application/dicom\"", 10))
                .isInstanceOfSatisfying(RefusedRequestException.class, refused -> assertThat(refused.status())
                        .isEqualTo(400));
    }

    private static int status(String body) {
        try {
            throw new AssertionError("accepted as " + parts(body));
        } catch (RefusedRequestException e) {
            return e.status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> parts(String body) throws IOException {
        return parts("b", new ByteArrayInputStream(bytes(body)));
    }

    private static List<String> parts(String boundary, InputStream body) throws IOException {
        Multipart multipart = new Multipart(body, TYPE + boundary, 10);
        List<String> parts = new ArrayList<>();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        while (multipart.next(part)) {
            parts.add(part.toString(StandardCharsets.ISO_8859_1));
            part.reset();
        }
        return parts;
    }

    private static InputStream inPieces(byte[] bytes, int length) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int wanted) {
                return super.read(target, offset, Math.min(wanted, length));
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

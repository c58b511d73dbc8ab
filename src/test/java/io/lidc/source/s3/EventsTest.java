package io.lidc.source.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
    private static final S3Object CREATED = new S3Object("b", "a b/ä.dcm", 1024, "d41d8c", "2026-01-02T03:04:05Z");

    @Test
    void readsANotificationOfS3() throws SourceException {
        assertThat(Events.created(notification("ObjectCreated:Put", "a+b/%C3%A4.dcm")))
                .containsExactly(CREATED);
    }

    @Test
    void readsANotificationThatCameThroughSns() throws SourceException {
        String inner = notification("ObjectCreated:Put", "a+b/%C3%A4.dcm").replace("\"", "\\\"");

        assertThat(Events.created("{\"Type\":\"Notification\",\"Message\":\"" + inner + "\"}"))
                .containsExactly(CREATED);
    }

    @Test
    void readsANotificationThatCameThroughEventBridge() throws SourceException {
        assertThat(Events.created("""
                        {"detail-type": "Object Created", "time": "2026-01-02T03:04:05Z", "detail": {"bucket": {"name": "b"},
                         "object": {"key": "a b/ä.dcm", "size": 1024, "etag": "d41d8c"}}}""")).containsExactly(CREATED);
    }

    @Test
    void passesOverTheRemovalOfAnObject() throws SourceException {
        assertThat(Events.created(notification("ObjectRemoved:Delete", "a"))).isEmpty();
    }

    @Test
    void passesOverTheTestMessageOfANewNotification() throws SourceException {
        assertThat(Events.created("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no JSON", "{}", "[1]", "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{}}]}"})
    void refusesWhatIsNoNotification(String message) {
        assertThatThrownBy(() -> Events.created(message))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo("BAD_EVENT"));
    }

    private static String notification(String event, String key) {
        return "{\"Records\":[{\"eventName\":\"" + event
                + "\",\"eventTime\":\"2026-01-02T03:04:05Z\",\"s3\":{\"bucket\":"
                + "{\"name\":\"b\"},\"object\":{\"key\":\"" + key + "\",\"size\":1024,\"eTag\":\"d41d8c\"}}}]}";
    }
}

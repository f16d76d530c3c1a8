package io.pfsgateway.adapter.in.http.form;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.adapter.in.http.body.BodyProblem;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a form may ask for before anyone knows who sent it. */
final class FormReaderTest {
    @Test
    void takesAPartHeaderOfSomeLength() throws IOException {
        String form = "--XX\r\nX-Long: " + "a".repeat(4 * 1024)
                + "\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk\r\n"
                + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nhello\r\n--XX--\r\n";
        FormReader reader = FormReader.of(stream(form), "XX");
        assertThat(reader.fields().text("key")).contains("k");
    }

    @Test
    void readsNoMoreOfAPartHeaderWithoutEndThanItHolds() throws IOException {
        InputStream endless = stream("--XX\r\nX-Long: " + "a".repeat(1 << 20));
        FormReader reader = FormReader.of(endless, "XX");
        assertThatThrownBy(reader::fields).isInstanceOf(BodyProblem.class);
        assertThat(endless.available()).isGreaterThan(1 << 19);
    }

    @Test
    void readsNoMoreOfWhatStandsBeforeTheFirstFieldThanOfTheFields() throws IOException {
        InputStream endless = stream("a".repeat(4 << 20));
        FormReader reader = FormReader.of(endless, "XX");
        assertThatThrownBy(reader::fields).isInstanceOf(S3Refusal.class);
        assertThat(endless.available()).isGreaterThan(2 << 20);
    }

    @Test
    void namesOfFieldsCountAsTheirValuesDo() throws IOException {
        StringBuilder form = new StringBuilder();
        for (int field = 0; field < 400; field++) {
            form.append("--XX\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append("a".repeat(4 * 1024))
                    .append("\"\r\n\r\n\r\n");
        }
        FormReader reader = FormReader.of(stream(form.toString()), "XX");
        assertThatThrownBy(reader::fields).isInstanceOf(S3Refusal.class);
    }

    @Test
    void waitsForFieldsNoLongerThanThirtySeconds() {
        AtomicLong nanos = new AtomicLong();
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
                return 'a';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        };
        FormReader reader = FormReader.of(slow, "XX", nanos::get);
        assertThatThrownBy(reader::fields)
                .isInstanceOfSatisfying(
                        S3Refusal.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(S3ErrorCode.REQUEST_TIMEOUT));
        assertThat(nanos).hasValue(TimeUnit.SECONDS.toNanos(31));
    }

    private static InputStream stream(String form) {
        return new ByteArrayInputStream(form.getBytes(US_ASCII));
    }
}

package io.pfsgateway.adapter.in.http.form;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.adapter.in.http.body.BodyProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    private static InputStream stream(String form) {
        return new ByteArrayInputStream(form.getBytes(US_ASCII));
    }
}

package io.pfsgateway.adapter.in.http.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlWriterTest {
    private static String written(XmlDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlWriter writer = new XmlWriter(bytes);
        document.write(writer);
        writer.flush();
        return bytes.toString(StandardCharsets.UTF_8).replaceFirst("<\\?xml.*\\?>\n", "");
    }

    @Test
    void escapesWhatWouldBeMarkup() throws IOException {
        assertThat(written(writer -> writer.element("K", "<a href=\"x\">&'</a>")))
                .isEqualTo("<K>&lt;a href=&quot;x&quot;&gt;&amp;'&lt;/a&gt;</K>");
    }

    @Test
    void givesReferencesForWhatXmlCannotCarry() throws IOException {
        assertThat(written(writer -> writer.element("K", "\u0001\t\r\n\u007f\uffff\ud800")))
                .isEqualTo("<K>&#x1;&#x9;&#xd;&#xa;&#x7f;&#xffff;&#xd800;</K>");
    }

    @ParameterizedTest
    @ValueSource(ints = {8180, 8186, 8187, 8188, 8189, 8190, 8191, 8192, 8193, 20000})
    void keepsEveryCharacterAcrossItsBuffer(int length) throws IOException {
        String text = "x".repeat(length) + "é日\ud83d\ude00&";

        assertThat(written(writer -> writer.element("K", text))).isEqualTo("<K>" + text.replace("&", "&amp;") + "</K>");
    }

    @Test
    void writesTimesInWholeSeconds() throws IOException {
        assertThat(written(writer -> writer.element("T", Instant.parse("2026-01-02T03:04:05.999Z"))))
                .isEqualTo("<T>2026-01-02T03:04:05.000Z</T>");
    }

    @Test
    void encodesWhatAUrlWould() {
        assertThat(ListingText.URL.spell("a b+c/é%")).isEqualTo("a%20b%2Bc/%C3%A9%25");
        assertThat(ListingText.PLAIN.spell("a b+c")).isEqualTo("a b+c");
        assertThat(ListingText.URL.spellForAll("a b/\n")).isEqualTo("a b/\n");
        assertThat(ListingText.URL.spellForAll("100%")).isEqualTo("100%25");
        assertThat(ListingText.URL.spellForAll("a\u0001")).isEqualTo("a%01");
    }
}

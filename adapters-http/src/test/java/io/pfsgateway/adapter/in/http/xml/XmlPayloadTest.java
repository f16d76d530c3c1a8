package io.pfsgateway.adapter.in.http.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPayloadTest {
    private static final String BOMB = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";

    private static DeleteXml parse(String payload) {
        return DeleteXml.parse(payload.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhateverXmlAllows() {
        DeleteXml payload = parse("<?xml version='1.0'?>\n<!-- note -->\n<d:Delete xmlns:d='urn:any'>\n"
                + "<d:Quiet>true</d:Quiet> <d:Object><d:Key>a&amp;b<![CDATA[<c>]]> &#xe9;</d:Key>"
                + "<d:VersionId>v</d:VersionId></d:Object></d:Delete>");

        assertThat(payload.quiet()).isTrue();
        assertThat(payload.objects()).extracting(DeleteXml.ObjectXml::key).containsExactly("a&b<c> é");
        assertThat(payload.objects()).extracting(DeleteXml.ObjectXml::versionId).containsExactly("v");
    }

    @Test
    void keepsBlanksOfKeys() {
        assertThat(parse("<Delete><Object><Key> a </Key></Object></Delete>").objects())
                .extracting(DeleteXml.ObjectXml::key)
                .containsExactly(" a ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BOMB + "<Delete><Object><Key>&d;</Key></Object></Delete>",
                "<!DOCTYPE Delete SYSTEM \"http://127.0.0.1:1/x.dtd\"><Delete><Object><Key>a</Key></Object></Delete>",
                "<!DOCTYPE Delete><Delete><Object><Key>a</Key></Object></Delete>",
                "<Delete><Object><Key>&any;</Key></Object></Delete>",
                "<Delete><Object><Key>a</Key></Object></Delete><Delete/>",
                "<Delete><Object><Key>a</Key></Object></Delete>junk",
                "<Delete><Object><Key>a</Key></Object></Delete><oops",
                "<Delete><Object><Key>a</Key></Object>",
                "<Delete><Object><Key><b>a</b></Key></Object></Delete>",
                "<Other><Object><Key>a</Key></Object></Other>",
                "<Delete>text<Object><Key>a</Key></Object></Delete>",
                "plain text",
                "",
                "\u0000",
            })
    void refusesTheRest(String payload) {
        S3Refusal refusal = catchThrowableOfType(S3Refusal.class, () -> parse(payload));

        assertThat(refusal).isNotNull();
        assertThat(refusal.error().code()).isEqualTo(S3ErrorCode.MALFORMED_XML);
    }

    @Test
    void refusesElementsThatAreNestedWithoutEnd() {
        String deep = "<Delete>" + "<Object>".repeat(100_000);

        S3Refusal refusal = catchThrowableOfType(S3Refusal.class, () -> parse(deep));

        assertThat(refusal.error().code()).isEqualTo(S3ErrorCode.MALFORMED_XML);
    }
}

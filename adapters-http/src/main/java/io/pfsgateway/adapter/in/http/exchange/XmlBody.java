package io.pfsgateway.adapter.in.http.exchange;

import io.pfsgateway.adapter.in.http.xml.XmlDocument;
import io.pfsgateway.adapter.in.http.xml.XmlWriter;
import java.io.IOException;
import java.util.OptionalLong;

/** A document as a body. Its length is not known until it is written. */
record XmlBody(XmlDocument document) implements AnswerBody {
    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(AnswerOutput out) throws IOException {
        XmlWriter writer = new XmlWriter(out);
        document.write(writer);
        writer.flush();
    }
}

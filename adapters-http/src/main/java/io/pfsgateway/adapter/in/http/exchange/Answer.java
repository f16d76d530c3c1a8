package io.pfsgateway.adapter.in.http.exchange;

import io.pfsgateway.adapter.in.http.xml.XmlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What goes back to the client. Values are built up, each step giving a new one; an answer that holds something is closed by
 * whoever sends it.
 *
 * @param contentLength the length that the client is told, where it is not that of the body, as for HEAD
 */
public record Answer(int status, List<Header> headers, OptionalLong contentLength, AnswerBody body) {
    public Answer {
        headers = List.copyOf(headers);
    }

    /** A header line. */
    public record Header(String name, String value) {}

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, List.of(), OptionalLong.empty(), AnswerBody.EMPTY);
    }

    /** A document. */
    public static Answer xml(int status, XmlDocument document) {
        return new Answer(
                status,
                List.of(new Header("Content-Type", "application/xml")),
                OptionalLong.empty(),
                new XmlBody(document));
    }

    /** The same answer with a header more. */
    public Answer with(String name, String value) {
        return with(List.of(new Header(name, value)));
    }

    /** The same answer with a header more, if there is a value for it. */
    public Answer with(String name, Optional<String> value) {
        return value.isPresent() ? with(name, value.get()) : this;
    }

    /** The same answer with several headers more. */
    public Answer with(List<Header> more) {
        List<Header> all = new ArrayList<>(headers);
        all.addAll(more);
        return new Answer(status, all, contentLength, body);
    }

    /** The same answer with a body. */
    public Answer withBody(AnswerBody other) {
        return new Answer(status, headers, other.length(), other);
    }

    /** The same answer to a HEAD, with the length that the body would have. */
    public Answer withLengthOnly(long length) {
        return new Answer(status, headers, OptionalLong.of(length), AnswerBody.EMPTY);
    }
}

package io.pfsgateway.adapter.in.http.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads payloads. It refuses with MalformedXML whatever is not well-formed, has another root or an element that is not known,
 * and any DTD or entity: none is ever looked at, let alone fetched.
 */
public final class XmlPayload {
    /** The largest payload that is read. */
    public static final int MAX_BYTES = 8 << 20;

    private static final int MAX_DEPTH = 16;
    private static final XMLInputFactory INPUT = inputFactory();
    private static final XmlMapper MAPPER = XmlMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.AUTO_DETECT_GETTERS)
            .addModule(new SimpleModule().addDeserializer(String.class, new TextOnly()))
            .build();

    /** Elements that may stand beside others of their name. Of any other that comes twice, one would be dropped. */
    private static final Set<String> REPEATED = Set.of(
            "AllowedHeader", "AllowedMethod", "AllowedOrigin", "CORSRule", "ExposeHeader", "Object", "Part", "Tag");

    private XmlPayload() {}

    private static XMLInputFactory inputFactory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        return factory;
    }

    /** Reads a payload with this root into a record. */
    public static <T> T parse(byte[] payload, String root, Class<T> type) {
        try {
            XMLStreamReader reader = new WithoutDtd(INPUT.createXMLStreamReader(new ByteArrayInputStream(payload)));
            reader.nextTag();
            if (!reader.getLocalName().equals(root)) {
                throw malformed().refusal();
            }
            T value = MAPPER.readValue(reader, type);
            while (reader.hasNext()) {
                reader.next();
            }
            if (value == null) {
                throw malformed().refusal();
            }
            return value;
        } catch (XMLStreamException | JacksonException refused) {
            throw malformed().refusal();
        } catch (IOException impossible) {
            throw new IllegalStateException("an array cannot fail to be read", impossible);
        }
    }

    /** What answers a payload that cannot be read. */
    public static S3Error malformed() {
        return S3Error.of(
                S3ErrorCode.MALFORMED_XML,
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    /** The same, as something to throw. */
    public static S3Refusal refused() {
        return malformed().refusal();
    }

    /** Jackson would take an element with elements in it for a text without them, and so one key for another. */
    private static final class TextOnly extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TextOnly() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                context.reportInputMismatch(this, "text and nothing else");
            }
            return parser.getText();
        }
    }

    /** A parser that does not expand a DTD still passes over it in silence; a payload that has one is refused, or an element twice. */
    private static final class WithoutDtd extends StreamReaderDelegate {
        private final Deque<Set<String>> seen = new ArrayDeque<>();

        WithoutDtd(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a DTD or an entity");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                refuseRepeat(getLocalName());
                seen.push(new HashSet<>());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                seen.pop();
            }
            return event;
        }

        private void refuseRepeat(String name) throws XMLStreamException {
            Set<String> siblings = seen.peek();
            if (siblings != null && !siblings.add(name) && !REPEATED.contains(name)) {
                throw new XMLStreamException("an element twice");
            }
        }

        @Override
        public int nextTag() throws XMLStreamException {
            int event = next();
            while (event != XMLStreamConstants.START_ELEMENT) {
                boolean blank = event == XMLStreamConstants.SPACE
                        || event == XMLStreamConstants.COMMENT
                        || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                        || (event == XMLStreamConstants.CHARACTERS && isWhiteSpace());
                if (!blank) {
                    throw new XMLStreamException("no element");
                }
                event = next();
            }
            return event;
        }
    }
}

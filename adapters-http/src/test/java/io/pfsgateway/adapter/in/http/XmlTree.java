package io.pfsgateway.adapter.in.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A document as a tree of names and texts, read by a parser that is not the gateway's own. */
record XmlTree(String namespace, String name, String text, List<XmlTree> children) {
    static XmlTree parse(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return of(factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not XML: " + new String(bytes, java.nio.charset.StandardCharsets.UTF_8), e);
        }
    }

    private static XmlTree of(Element element) {
        List<XmlTree> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(of(child));
            }
        }
        String namespace = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        String text = children.isEmpty() ? element.getTextContent() : "";
        return new XmlTree(namespace, element.getLocalName(), text, children);
    }

    /** The texts at a path of names below this element. */
    List<String> texts(String path) {
        Stream<XmlTree> found = Stream.of(this);
        for (String step : path.split("/", -1)) {
            found = found.flatMap(each -> each.children().stream())
                    .filter(each -> each.name().equals(step));
        }
        return found.map(XmlTree::text).toList();
    }

    /** The first text at a path; an assertion error where there is none. */
    String text(String path) {
        return texts(path).stream().findFirst().orElseThrow(() -> new AssertionError("no " + path + " in " + this));
    }

    /** The names of the elements below this one. */
    List<String> names() {
        return children.stream().map(XmlTree::name).toList();
    }
}

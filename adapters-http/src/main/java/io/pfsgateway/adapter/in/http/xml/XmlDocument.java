package io.pfsgateway.adapter.in.http.xml;

import java.io.IOException;

/** An answer that writes itself. */
@FunctionalInterface
public interface XmlDocument {
    /** The attribute of every root but an error's. */
    String NAMESPACE = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    /** Writes the document from its root on. */
    void write(XmlWriter writer) throws IOException;
}

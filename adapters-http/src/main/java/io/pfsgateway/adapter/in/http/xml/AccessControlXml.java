package io.pfsgateway.adapter.in.http.xml;

import java.io.IOException;

/**
 * The access control list of every bucket and object: its owner has full control, and nobody else is named. Who may do what
 * is decided elsewhere.
 */
public record AccessControlXml() implements XmlDocument {
    private static final String GRANTEE =
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"CanonicalUser\"";

    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("AccessControlPolicy", NAMESPACE);
        OwnerXml.write(writer);
        writer.open("AccessControlList").open("Grant").open("Grantee", GRANTEE);
        OwnerXml.writeFields(writer);
        writer.close("Grantee")
                .element("Permission", "FULL_CONTROL")
                .close("Grant")
                .close("AccessControlList")
                .close("AccessControlPolicy");
    }
}

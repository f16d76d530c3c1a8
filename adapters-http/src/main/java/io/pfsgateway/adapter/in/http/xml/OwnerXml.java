package io.pfsgateway.adapter.in.http.xml;

import java.io.IOException;

/** The one owner of everything, as Pachyderm's own gateway names it. */
public final class OwnerXml {
    /** The owner's id. */
    public static final String ID = "00000000000000000000000000000000";

    private static final String DISPLAY_NAME = "pachyderm";

    private OwnerXml() {}

    static void write(XmlWriter writer) throws IOException {
        writer.open("Owner");
        writeFields(writer);
        writer.close("Owner");
    }

    /** Who began an upload, and owns what comes of it. */
    static void writeWithInitiator(XmlWriter writer) throws IOException {
        writer.open("Initiator");
        writeFields(writer);
        writer.close("Initiator");
        write(writer);
    }

    static void writeFields(XmlWriter writer) throws IOException {
        writer.element("ID", ID).element("DisplayName", DISPLAY_NAME);
    }
}

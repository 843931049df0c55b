package io.github.cognitoee.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The answers of Query services: JSON objects as nested elements. */
final class XmlAnswer {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private XmlAnswer() {}

    static String of(String root, String namespace, JsonNode content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
            write(xml, content);
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string refuses to be written to", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, JsonNode content) throws XMLStreamException {
        if (!content.isObject()) {
            xml.writeCharacters(withoutControls(content.asText()));
            return;
        }
        for (Map.Entry<String, JsonNode> property : content.properties()) {
            xml.writeStartElement(property.getKey());
            write(xml, property.getValue());
            xml.writeEndElement();
        }
    }

    /** XML cannot carry them, not even escaped. */
    private static String withoutControls(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd]", "?");
    }
}

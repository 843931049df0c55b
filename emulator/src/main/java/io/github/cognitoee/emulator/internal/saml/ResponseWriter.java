package io.github.cognitoee.emulator.internal.saml;

import java.io.ByteArrayOutputStream;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes SAML responses: one assertion each, which is signed by RSA-SHA256 over exclusive canonical XML. */
public final class ResponseWriter {

    private static final Map<String, String> NAMESPACES = Map.of("saml", SamlXml.ASSERTION, "samlp", SamlXml.PROTOCOL);

    private ResponseWriter() {}

    /** The response in Base64. */
    public static String write(Assertion said, PrivateKey key) {
        Document document = SamlXml.newDocument();
        String issued = text(said.begin());
        Element response = add(document, "samlp:Response", "ID", "_r" + said.id(), "Version", "2.0");
        NAMESPACES.forEach((prefix, namespace) ->
                response.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace));
        response.setAttribute("IssueInstant", issued);
        response.setAttribute("Destination", said.recipient());
        add(response, "saml:Issuer").setTextContent(said.issuer());
        add(add(response, "samlp:Status"), "samlp:StatusCode", "Value", SamlXml.SUCCESS);
        Element assertion = add(response, "saml:Assertion", "ID", said.id(), "Version", "2.0", "IssueInstant", issued);
        add(assertion, "saml:Issuer").setTextContent(said.issuer());
        Element subject = add(assertion, "saml:Subject");
        fill(subject, said);
        addConditions(assertion, issued, said);
        addSignIn(assertion, issued);
        addAttributes(assertion, said.attributes());
        AssertionSignature.sign(assertion, subject, key);
        return Base64.getEncoder().encodeToString(bytes(document));
    }

    private static void fill(Element subject, Assertion said) {
        add(subject, "saml:NameID", "Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent")
                .setTextContent(said.subject());
        add(
                add(subject, "saml:SubjectConfirmation", "Method", SamlXml.BEARER),
                "saml:SubjectConfirmationData",
                "NotOnOrAfter",
                text(said.end()),
                "Recipient",
                said.recipient());
    }

    private static void addConditions(Element assertion, String issued, Assertion said) {
        Element conditions = add(assertion, "saml:Conditions", "NotBefore", issued, "NotOnOrAfter", text(said.end()));
        Element restriction = add(conditions, "saml:AudienceRestriction");
        said.audiences().forEach(audience -> add(restriction, "saml:Audience").setTextContent(audience));
    }

    private static void addSignIn(Element assertion, String issued) {
        Element context = add(add(assertion, "saml:AuthnStatement", "AuthnInstant", issued), "saml:AuthnContext");
        add(context, "saml:AuthnContextClassRef")
                .setTextContent("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport");
    }

    private static void addAttributes(Element assertion, Map<String, List<String>> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        Element statement = add(assertion, "saml:AttributeStatement");
        attributes.forEach((name, values) -> {
            Element attribute = add(statement, "saml:Attribute", "Name", name);
            values.forEach(value -> add(attribute, "saml:AttributeValue").setTextContent(value));
        });
    }

    /** @param attributes names and values in turn */
    private static Element add(Node parent, String name, String... attributes) {
        Document document = parent instanceof Document root ? root : parent.getOwnerDocument();
        String prefix = name.substring(0, name.indexOf(':'));
        Element element = document.createElementNS(NAMESPACES.get(prefix), name);
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttribute(attributes[i], attributes[i + 1]);
        }
        parent.appendChild(element);
        return element;
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static byte[] bytes(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IllegalStateException("a document of our own can be written", e);
        }
        return out.toByteArray();
    }
}

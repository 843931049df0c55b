package io.github.cognitoee.emulator.internal.saml;

import static io.github.cognitoee.emulator.internal.saml.SamlXml.ASSERTION;
import static io.github.cognitoee.emulator.internal.saml.SamlXml.PROTOCOL;
import static io.github.cognitoee.emulator.internal.saml.SamlXml.children;
import static io.github.cognitoee.emulator.internal.saml.SamlXml.only;

import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Reads SAML responses, of which it believes nothing but the one assertion, and that by the assertion's own signature: what is
 * verified is the very element that is read. Encrypted assertions, and responses that are signed as a whole alone, are refused.
 */
public final class ResponseReader {

    private ResponseReader() {}

    /**
     * What a response asserts, whenever it holds.
     *
     * @param base64 the response
     * @param issuer who must have issued it
     * @param key by which it must be signed; what the response says of keys counts for nothing
     * @throws InvalidResponseException if it is no response with one assertion of this issuer, signed by this key
     */
    public static Assertion read(String base64, String issuer, PublicKey key) {
        Element assertion = onlyAssertion(SamlXml.parse(decoded(base64)).getDocumentElement());
        if (!text(only(assertion, ASSERTION, "Issuer")).equals(issuer)) {
            throw new InvalidResponseException("Issuer not present in specified provider");
        }
        AssertionSignature.verify(assertion, key);
        try {
            return content(assertion);
        } catch (DateTimeException e) {
            throw InvalidResponseException.because("a time is none");
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", "")); // IdPs may break lines
        } catch (IllegalArgumentException e) {
            throw new InvalidResponseException("Invalid base64 SAMLResponse");
        }
    }

    /** A second one, wherever it is hidden, is what signature wrapping needs. */
    private static Element onlyAssertion(Element response) {
        if (!SamlXml.is(response, PROTOCOL, "Response")) {
            throw InvalidResponseException.because("it is no Response");
        }
        Element status = only(only(response, PROTOCOL, "Status"), PROTOCOL, "StatusCode");
        if (!status.getAttribute("Value").equals(SamlXml.SUCCESS)) {
            throw InvalidResponseException.because("it tells no success");
        }
        int assertions = response.getElementsByTagNameNS("*", "Assertion").getLength();
        if (assertions != 1) {
            throw InvalidResponseException.because("found " + assertions + " assertions, expected one");
        }
        return only(response, ASSERTION, "Assertion");
    }

    private static Assertion content(Element assertion) {
        Element subject = only(assertion, ASSERTION, "Subject");
        Element confirmation = only(subject, ASSERTION, "SubjectConfirmation");
        if (!confirmation.getAttribute("Method").equals(SamlXml.BEARER)) {
            throw InvalidResponseException.because("it is not for a bearer");
        }
        Element confirmed = only(confirmation, ASSERTION, "SubjectConfirmationData");
        Element conditions = only(assertion, ASSERTION, "Conditions");
        Instant confirmedUntil = Instant.parse(confirmed.getAttribute("NotOnOrAfter"));
        return new Assertion(
                assertion.getAttribute("ID"),
                text(only(assertion, ASSERTION, "Issuer")),
                subject(subject),
                audiences(conditions),
                confirmed.getAttribute("Recipient"),
                later(begin(conditions), begin(confirmed)),
                earlier(confirmedUntil, time(conditions, "NotOnOrAfter", confirmedUntil)),
                attributes(assertion));
    }

    private static String subject(Element subject) {
        String name = text(only(subject, ASSERTION, "NameID"));
        if (name.isEmpty()) {
            throw InvalidResponseException.because("its NameID is empty");
        }
        return name;
    }

    private static List<String> audiences(Element conditions) {
        List<Element> restrictions = children(conditions, ASSERTION, "AudienceRestriction");
        if (restrictions.size() > 1) {
            throw InvalidResponseException.because("found several elements AudienceRestriction, expected one");
        }
        return restrictions.stream()
                .flatMap(restriction -> children(restriction, ASSERTION, "Audience").stream())
                .map(ResponseReader::text)
                .toList();
    }

    private static Map<String, List<String>> attributes(Element assertion) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (Element statement : children(assertion, ASSERTION, "AttributeStatement")) {
            for (Element attribute : children(statement, ASSERTION, "Attribute")) {
                List<String> values =
                        attributes.computeIfAbsent(attribute.getAttribute("Name"), name -> new ArrayList<>());
                children(attribute, ASSERTION, "AttributeValue").forEach(value -> values.add(text(value)));
            }
        }
        return attributes;
    }

    private static Instant begin(Element element) {
        return time(element, "NotBefore", Instant.MIN);
    }

    private static Instant time(Element element, String name, Instant unlessSaid) {
        return element.hasAttribute(name) ? Instant.parse(element.getAttribute(name)) : unlessSaid;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** All of it: a comment within, which the signature does not cover, does not cut it short. */
    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}

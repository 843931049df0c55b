package io.github.cognitoee.emulator.internal.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ResponseReaderTest {

    private static final String ISSUER = "https://idp.example.com/metadata";
    private static final KeyPair KEYS = newKeys();
    private static final Assertion KIM = new Assertion(
            "_a1",
            ISSUER,
            "kim",
            List.of("urn:amazon:webservices"),
            "https://signin.aws.amazon.com/saml",
            Instant.parse("2026-03-01T12:00:00Z"),
            Instant.parse("2026-03-01T12:05:00Z"),
            Map.of("department", List.of("R&D", "<Music>")));
    private static final String XML = new String(
            Base64.getDecoder().decode(ResponseWriter.write(KIM, KEYS.getPrivate())), StandardCharsets.UTF_8);
    private static final String ASSERTION =
            XML.substring(XML.indexOf("<saml:Assertion"), XML.indexOf("</samlp:Response>"));
    private static final String SIGNATURE = XML.substring(XML.indexOf("<ds:Signature "), XML.indexOf("<saml:Subject>"));

    /** Of the boss, by whoever has a response of kim. */
    private static final String FORGED =
            ASSERTION.replace(SIGNATURE, "").replace(">kim<", ">boss<").replace("ID=\"_a1\"", "ID=\"_forged\"");

    private static final String INVALID = "Response signature invalid";
    private static final String TWO = "Invalid SAML response: found 2 assertions, expected one";

    @Test
    void whatWasWrittenIsRead() {
        assertThat(read(XML)).isEqualTo(KIM);
    }

    @Test
    void linesMayBeBroken() {
        String wrapped = Base64.getMimeEncoder().encodeToString(XML.getBytes(StandardCharsets.UTF_8));

        assertThat(ResponseReader.read(wrapped, ISSUER, KEYS.getPublic()).subject())
                .isEqualTo("kim");
    }

    @Test
    void anotherKeyOrIssuerIsRefused() {
        String base64 = encoded(XML);

        assertThatThrownBy(() -> ResponseReader.read(base64, ISSUER, newKeys().getPublic()))
                .hasMessage(INVALID);
        assertThatThrownBy(() -> ResponseReader.read(base64, "https://idp.other.example", KEYS.getPublic()))
                .hasMessage("Issuer not present in specified provider");
    }

    @ParameterizedTest
    @CsvSource({
        ">kim<, >boss<",
        "R&amp;D, Board",
        "urn:amazon:webservices, urn:other",
        "12:05:00Z\" Recipient, 13:05:00Z\" Recipient",
        "Recipient=\"https://signin, Recipient=\"https://elsewhere",
        "NotBefore=\"2026, NotBefore=\"2025",
        "#_a1, #_b1",
        "ID=\"_a1\", ID=\"_b1\""
    })
    void aChangedAssertionIsRefused(String genuine, String changed) {
        assertThat(XML).contains(genuine);

        assertRefused(XML.replace(genuine, changed), INVALID);
    }

    @Test
    void aCommentDoesNotCutAValueShort() {
        assertThat(read(XML.replace(">kim<", ">ki<!-- -->m<")).subject()).isEqualTo("kim");
    }

    @Test
    void anUnsignedAssertionIsRefused() {
        assertRefused(XML.replace(SIGNATURE, ""), "Invalid SAML response: found 0 elements Signature, expected one");
        assertRefused(
                XML.replace(SIGNATURE, SIGNATURE + SIGNATURE),
                "Invalid SAML response: found 2 elements Signature, expected one");
    }

    @Test
    void theSignatureOfTheResponseIsNotThatOfTheAssertion() {
        assertRefused(
                XML.replace(SIGNATURE, "").replace("<samlp:Status>", SIGNATURE + "<samlp:Status>"),
                "Invalid SAML response: found 0 elements Signature, expected one");
    }

    @Test
    void aForgedAssertionAroundOrBesideTheSignedOneIsRefused() {
        String signature =
                SIGNATURE.replace("</ds:Signature>", "<ds:Object>" + ASSERTION + "</ds:Object></ds:Signature>");
        String signedByTheOther = FORGED.replace("<saml:Subject>", signature + "<saml:Subject>");

        assertRefused(XML.replace(ASSERTION, FORGED + ASSERTION), TWO);
        assertRefused(XML.replace(ASSERTION, ASSERTION + FORGED), TWO);
        assertRefused(XML.replace(ASSERTION, FORGED.replace("_forged", "_a1") + ASSERTION), TWO);
        assertRefused(XML.replace(ASSERTION, signedByTheOther), TWO);
        assertRefused(
                XML.replace(ASSERTION, FORGED)
                        .replace(
                                "<samlp:Status>",
                                "<samlp:Extensions>" + ASSERTION + "</samlp:Extensions><samlp:Status>"),
                TWO);
        assertRefused(
                XML.replace(ASSERTION, FORGED.replace("</saml:Assertion>", ASSERTION + "</saml:Assertion>")), TWO);
    }

    /** What is in a signature is not signed. */
    @Test
    void nothingIsReadWithinTheSignature() {
        String subject = FORGED.substring(FORGED.indexOf("<saml:Subject>"), FORGED.indexOf("<saml:Conditions"));

        assertRefused(XML.replace("</ds:Signature>", "<ds:Object>" + subject + "</ds:Object></ds:Signature>"), INVALID);
        assertThat(read(XML.replace("</ds:Signature>", "<ds:KeyInfo>" + subject + "</ds:KeyInfo></ds:Signature>"))
                        .subject())
                .isEqualTo("kim");
    }

    /** By the provider's own key, over something else than the assertion alone. */
    @ParameterizedTest
    @CsvSource({"'', true", "#_r_a1, true", "#_a1, false"})
    void aSignatureIsOverItsAssertion(String uri, boolean refused) throws Exception {
        String signed = signedAs(uri, SignatureMethod.RSA_SHA256, DigestMethod.SHA256);

        if (refused) {
            assertRefused(signed, INVALID);
        } else {
            assertThat(read(signed)).isEqualTo(KIM);
        }
    }

    @ParameterizedTest
    @CsvSource({
        SignatureMethod.RSA_SHA1 + "," + DigestMethod.SHA256,
        SignatureMethod.RSA_SHA256 + "," + DigestMethod.SHA1
    })
    void weakAlgorithmsAreRefused(String method, String digest) throws Exception {
        assertRefused(signedAs("#_a1", method, digest), INVALID);
    }

    @Test
    void aDocumentTypeIsRefusedAndNothingFetched(@TempDir Path directory) throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "boss");
        String entity = "<!DOCTYPE r [<!ENTITY who SYSTEM \"" + secret.toUri() + "\">]>";

        assertRefused("<!DOCTYPE samlp:Response>" + XML, "Invalid SAML response: it is no XML, or has a document type");
        assertRefused(
                entity + XML.replace(">kim<", ">&who;<"),
                "Invalid SAML response: it is no XML, or has a document type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status:Success | status:Responder | it tells no success",
                "<samlp:Response | <saml:Response | it is no Response",
            })
    void anotherAnswerThanSuccessIsRefused(String genuine, String changed, String problem) {
        String xml = XML.replace(genuine, changed);

        assertRefused(
                xml.replace(
                        "</samlp:Response>",
                        changed.contains("saml:Response") ? "</saml:Response>" : "</samlp:Response>"),
                "Invalid SAML response: " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<samlp:Response", "<a xmlns='b'/>"})
    void whatIsNoResponseIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageStartingWith("Invalid SAML response: it is no ");
    }

    /** Whatever is changed, the outcome is what was signed, or a refusal. */
    @Test
    void noChangeIsTakenForWhatWasSigned() {
        Random random = new Random(20_260_301);
        for (int i = 0; i < 500; i++) {
            StringBuilder changed = new StringBuilder(XML);
            changed.setCharAt(random.nextInt(XML.length()), (char) (' ' + random.nextInt(95)));

            assertThat(readUnlessRefused(changed.toString()).orElse(KIM))
                    .as(changed.toString())
                    .isEqualTo(KIM);
        }
    }

    private static Optional<Assertion> readUnlessRefused(String xml) {
        try {
            return Optional.of(read(xml));
        } catch (InvalidResponseException e) {
            return Optional.empty();
        }
    }

    private static Assertion read(String xml) {
        return ResponseReader.read(encoded(xml), ISSUER, KEYS.getPublic());
    }

    private static void assertRefused(String xml, String message) {
        assertThat(xml).isNotEqualTo(XML);
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessage(message);
    }

    private static String encoded(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The response with another signature in its assertion. */
    private static String signedAs(String uri, String method, String digest) throws Exception {
        Document document = SamlXml.parse(XML.replace(SIGNATURE, "").getBytes(StandardCharsets.UTF_8));
        Element response = document.getDocumentElement();
        Element assertion = SamlXml.only(response, SamlXml.ASSERTION, "Assertion");
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        DOMSignContext context =
                new DOMSignContext(KEYS.getPrivate(), assertion, SamlXml.only(assertion, SamlXml.ASSERTION, "Subject"));
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        context.setIdAttributeNS(response, null, "ID");
        context.setIdAttributeNS(assertion, null, "ID");
        factory.newXMLSignature(
                        factory.newSignedInfo(
                                factory.newCanonicalizationMethod(
                                        CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                factory.newSignatureMethod(method, null),
                                List.of(factory.newReference(
                                        uri,
                                        factory.newDigestMethod(digest, null),
                                        List.of(
                                                factory.newTransform(
                                                        Transform.ENVELOPED, (TransformParameterSpec) null),
                                                factory.newTransform(
                                                        CanonicalizationMethod.EXCLUSIVE,
                                                        (TransformParameterSpec) null)),
                                        null,
                                        null))),
                        null)
                .sign(context);
        StringWriter out = new StringWriter();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

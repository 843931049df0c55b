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
import org.jspecify.annotations.Nullable;
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

    private static final String NOT_BEFORE = " NotBefore=\"2026-03-01T12:00:00Z\"";
    private static final String NOT_ON_OR_AFTER = " NotOnOrAfter=\"2026-03-01T12:05:00Z\"";

    private static final String INVALID = "Response signature invalid";
    private static final String TWO = "Invalid SAML response: found 2 assertions, expected one";

    @Test
    void whatWasWrittenIsRead() {
        assertThat(read(XML)).isEqualTo(KIM);
    }

    /** By the provider's own key: that it is signed does not make it good. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cm:bearer | cm:holder-of-key | it is not for a bearer",
                ">kim< | >< | its NameID is empty",
                ">kim< | > <!-- nobody --> < | its NameID is empty",
                "2026-03-01T12:00:00Z\" NotOnOrAfter | yesterday\" NotOnOrAfter | a time is none",
                "NotOnOrAfter=\"2026-03-01T12:05:00Z\" Recipient | Recipient | a time is none",
                "NotOnOrAfter=\"2026-03-01T12:05:00Z\" Recipient | NotOnOrAfter=\"never\" Recipient | a time is none",
                "</saml:AudienceRestriction> | </saml:AudienceRestriction><saml:AudienceRestriction/>"
                        + " | found several elements AudienceRestriction, expected one",
                "</saml:SubjectConfirmation> | </saml:SubjectConfirmation><saml:SubjectConfirmation/>"
                        + " | found 2 elements SubjectConfirmation, expected one",
                "</saml:Subject> | </saml:Subject><saml:Subject/> | found 2 elements Subject, expected one",
                "<saml:Conditions | <saml:Advice/><saml:Conditions/><saml:Conditions"
                        + " | found 2 elements Conditions, expected one"
            })
    void whatIsSignedMayBeWrong(String good, String wrong, String problem) throws Exception {
        assertThat(XML).contains(good);

        assertRefused(signed(XML.replace(good, wrong)), "Invalid SAML response: " + problem);
    }

    /** Of conditions and confirmation, whichever is narrower. */
    @ParameterizedTest
    @CsvSource({
        // conditions: from, until; confirmation: from, until
        "12:00, 12:05,      , 12:05, 12:00, 12:05",
        "12:00, 12:05, 12:02, 12:05, 12:02, 12:05",
        "12:02, 12:05, 12:00, 12:05, 12:02, 12:05",
        "     , 12:05, 12:02, 12:05, 12:02, 12:05",
        "     , 12:05,      , 12:05,      , 12:05",
        "12:00, 12:05,      , 12:03, 12:00, 12:03",
        "12:00, 12:03,      , 12:05, 12:00, 12:03",
        "12:00,      ,      , 12:05, 12:00, 12:05"
    })
    void anAssertionHoldsWhileConditionsAndConfirmationDo(
            @Nullable String from,
            @Nullable String until,
            @Nullable String confirmedFrom,
            String confirmedUntil,
            @Nullable String begin,
            String end)
            throws Exception {
        String xml = XML.replace(
                        "<saml:Conditions" + NOT_BEFORE + NOT_ON_OR_AFTER,
                        "<saml:Conditions" + attribute("NotBefore", from) + attribute("NotOnOrAfter", until))
                .replace(
                        "<saml:SubjectConfirmationData" + NOT_ON_OR_AFTER,
                        "<saml:SubjectConfirmationData" + attribute("NotBefore", confirmedFrom)
                                + attribute("NotOnOrAfter", confirmedUntil));

        Assertion read = read(signed(xml));

        assertThat(read.begin()).isEqualTo(begin == null ? Instant.MIN : at(begin));
        assertThat(read.end()).isEqualTo(at(end));
    }

    @Test
    void audiencesAreAllOfTheRestriction() throws Exception {
        String second = "<saml:Audience>urn:second</saml:Audience></saml:AudienceRestriction>";

        assertThat(read(signed(XML.replace("</saml:AudienceRestriction>", second)))
                        .audiences())
                .containsExactly("urn:amazon:webservices", "urn:second");
        assertThat(read(signed(XML.replaceFirst("<saml:AudienceRestriction>.*</saml:AudienceRestriction>", "")))
                        .audiences())
                .isEmpty();
    }

    @Test
    void nobodyChangesWhatWasRead() {
        Assertion read = read(XML);

        assertThatThrownBy(() -> read.attributes().put("department", List.of("Board")))
                .isInstanceOf(UnsupportedOperationException.class);
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
        String signed = signedAs(XML, uri, SignatureMethod.RSA_SHA256, DigestMethod.SHA256);

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
        assertRefused(signedAs(XML, "#_a1", method, digest), INVALID);
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

    private static String attribute(String name, @Nullable String time) {
        return time == null ? "" : " " + name + "=\"" + at(time) + "\"";
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + ":00Z");
    }

    /** A changed response, signed anew as the provider would have. */
    private static String signed(String xml) throws Exception {
        return signedAs(xml, "#_a1", SignatureMethod.RSA_SHA256, DigestMethod.SHA256);
    }

    /** The response with another signature in its assertion. */
    private static String signedAs(String xml, String uri, String method, String digest) throws Exception {
        Document document = SamlXml.parse(xml.replace(SIGNATURE, "").getBytes(StandardCharsets.UTF_8));
        Element response = document.getDocumentElement();
        Element assertion = SamlXml.only(response, SamlXml.ASSERTION, "Assertion");
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        DOMSignContext context = new DOMSignContext(
                KEYS.getPrivate(),
                assertion,
                SamlXml.children(assertion, SamlXml.ASSERTION, "Subject").get(0));
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

package io.github.cognitoee.emulator.internal.saml;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Element;

/** The signature of an assertion over itself, as SAML 2.0 profiles XML Signature (Core, 5.4). */
final class AssertionSignature {

    private static final Set<String> METHODS = Set.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512");
    private static final Set<String> DIGESTS =
            Set.of(DigestMethod.SHA256, "http://www.w3.org/2001/04/xmldsig-more#sha384", DigestMethod.SHA512);
    private static final Set<String> TRANSFORMS = Set.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE);
    private static final String ID = "ID";

    private AssertionSignature() {}

    /** @param follower the child before which the signature goes */
    static void sign(Element assertion, Element follower, PrivateKey key) {
        XMLSignatureFactory factory = factory();
        try {
            Reference reference = factory.newReference(
                    "#" + assertion.getAttribute(ID),
                    factory.newDigestMethod(DigestMethod.SHA256, null),
                    List.of(
                            factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            SignedInfo signed = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
                    List.of(reference));
            DOMSignContext context = new DOMSignContext(key, assertion, follower);
            context.setIdAttributeNS(assertion, null, ID);
            context.setDefaultNamespacePrefix("ds");
            factory.newXMLSignature(signed, null).sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("a key of our own does not sign", e);
        }
    }

    /** @throws InvalidResponseException if the assertion does not carry one signature over just itself, by this key */
    static void verify(Element assertion, PublicKey key) {
        if (!isValid(assertion, SamlXml.only(assertion, XMLSignature.XMLNS, "Signature"), key)) {
            throw new InvalidResponseException("Response signature invalid");
        }
    }

    private static boolean isValid(Element assertion, Element element, Key key) {
        DOMValidateContext context = new DOMValidateContext(key, element);
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        // the only id that a reference can lead to
        context.setIdAttributeNS(assertion, null, ID);
        try {
            XMLSignature signature = factory().unmarshalXMLSignature(context);
            return isOver(assertion.getAttribute(ID), signature) && signature.validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            return false;
        }
    }

    /** Nothing but the assertion is signed, and nothing but its signature left out. */
    private static boolean isOver(String id, XMLSignature signature) {
        SignedInfo signed = signature.getSignedInfo();
        if (signed.getReferences().size() != 1 || !signature.getObjects().isEmpty()) {
            return false;
        }
        Reference reference = signed.getReferences().get(0);
        return !id.isEmpty()
                && ("#" + id).equals(reference.getURI())
                && isOneOf(METHODS, signed.getSignatureMethod())
                && isOneOf(Set.of(CanonicalizationMethod.EXCLUSIVE), signed.getCanonicalizationMethod())
                && isOneOf(DIGESTS, reference.getDigestMethod())
                && reference.getTransforms().stream().allMatch(transform -> isOneOf(TRANSFORMS, transform));
    }

    private static boolean isOneOf(Set<String> known, AlgorithmMethod method) {
        return known.contains(method.getAlgorithm());
    }

    private static XMLSignatureFactory factory() {
        return XMLSignatureFactory.getInstance("DOM");
    }
}

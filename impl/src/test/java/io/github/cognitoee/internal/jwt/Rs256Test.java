package io.github.cognitoee.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The published example: RFC 7515, appendix A.2. */
class Rs256Test {

    private static final String JWKS =
            """
            {"keys":[{"kty":"RSA","kid":"A.2","e":"AQAB","n":"\
            ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR\
            T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB\
            dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia\
            GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}]}""";

    private static final String SIGNED =
            "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290"
                    + "Ijp0cnVlfQ";

    private static final String SIGNATURE =
            "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdb"
                    + "F9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB"
                    + "_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs"
                    + "98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

    @Test
    void thePublishedSignatureVerifiesWithThePublishedKey() throws IOException {
        assertThat(verifies(SIGNED)).isTrue();
    }

    @Test
    void thePublishedSignatureIsNotThatOfAnotherText() throws IOException {
        assertThat(verifies(SIGNED.replace('Q', 'R'))).isFalse();
    }

    @Test
    void onlyTheGivenLengthIsSigned() throws IOException {
        byte[] longer = Draft.utf8(SIGNED + ".more");

        assertThat(Rs256.verify(key(), longer, SIGNED.length(), signature())).isTrue();
        assertThat(Rs256.verify(key(), longer, longer.length, signature())).isFalse();
    }

    private static boolean verifies(String text) throws IOException {
        return Rs256.verify(key(), Draft.utf8(text), text.length(), signature());
    }

    private static RSAPublicKey key() throws IOException {
        return KeySet.parse(JWKS, null).find("A.2").key();
    }

    private static byte[] signature() {
        byte[] text = Draft.utf8(SIGNATURE);
        assertThat(Base64Url.decode(text, 0, text.length))
                .isEqualTo(Base64.getUrlDecoder().decode(SIGNATURE));
        return Base64Url.decode(text, 0, text.length);
    }
}

package io.github.cognitoee;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only callers whose sign-in reached this level of assurance, or a higher one, get in: on REST resources, Servlets, CDI
 * beans and EJBs.
 *
 * <pre>{@code
 * @POST
 * @RequiresAssurance("urn:cognito:loa:3")
 * public void transfer(String order) {}
 * }</pre>
 *
 * <p>The token's {@code acr} tells the level. Cognito's are {@code urn:cognito:loa:1} for a password, {@code :2} for one
 * code by SMS or e-mail, {@code :3} for a passkey or a password with such a code, and {@code :4} for a password with an
 * authenticator app; where the user pool names them otherwise, {@code cognito.assurance-levels} lists its names, lowest
 * first. Who signed in at another provider has none.
 *
 * <p>Annotations add up, and the highest level holds; {@link RequiresScope} tells where they may stand. What is answered is
 * that of {@link RequiresRecentLogin}, with {@code acr_values} in place of {@code max_age}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9470">RFC 9470: OAuth 2.0 Step Up Authentication Challenge Protocol</a>
 */
@Inherited
@Documented
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresAssurance {

    /** The level that is needed at least, as {@code acr} has it. */
    @Nonbinding
    String value();
}

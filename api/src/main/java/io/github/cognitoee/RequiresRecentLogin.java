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
 * Only callers who signed in a short while ago get in: on REST resources, Servlets, CDI beans and EJBs. For what nobody
 * should do from a session that stood open over lunch.
 *
 * <pre>{@code
 * @DELETE
 * @RolesAllowed("members")
 * @RequiresRecentLogin("PT5M")
 * public void deleteAccount() {}
 * }</pre>
 *
 * <p>The token's {@code auth_time} tells when that was; renewing tokens does not move it. Annotations of method, class and
 * the types above add up, and the shortest time holds; {@link RequiresScope} tells where they may stand and what adds up.
 *
 * <table>
 *   <caption>What is answered, signed in too long ago</caption>
 *   <tr><th>to</th><th></th></tr>
 *   <tr><td>a browser that asks for a page, in a session</td>
 *       <td>the form, where {@link Proof#FORM} is accepted, else a redirect to managed login, with {@code max_age} and
 *       {@code prompt=login}; then the page they wanted</td></tr>
 *   <tr><td>a script, a program, whoever presents a token or a password</td>
 *       <td>401 {@code error="insufficient_user_authentication"} with {@code max_age}</td></tr>
 *   <tr><td>a machine, a caller of another identity store: they cannot sign in anew</td><td>403</td></tr>
 *   <tr><td>the caller of a bean</td><td>{@link InsufficientAuthenticationException}; where it leaves a REST resource or a
 *       Servlet, the above</td></tr>
 * </table>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9470">RFC 9470: OAuth 2.0 Step Up Authentication Challenge Protocol</a>
 */
@Inherited
@Documented
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresRecentLogin {

    /** How long ago at most, in ISO 8601: a whole number of seconds, at least one. {@code cognito.clock-skew} is added. */
    @Nonbinding
    String value() default "PT5M";
}

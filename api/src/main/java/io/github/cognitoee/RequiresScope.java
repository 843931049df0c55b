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
 * Only callers whose access token holds all of these OAuth scopes get in: on REST resources, Servlets, CDI beans and
 * EJBs.
 *
 * <pre>{@code
 * @Path("orders")
 * @RequiresScope("orders/read")
 * public class OrdersResource {
 *
 *     @POST
 *     @RequiresScope("orders/write") // and orders/read, for the class says so
 *     public void add(String order) {}
 * }
 * }</pre>
 *
 * <p>Annotations add up: those of the method, of the methods it overrides or implements, of its class and of all types
 * above; and {@code @RolesAllowed}, where it stands beside, must let the caller in as well. None takes another back.
 *
 * <p>A scope says what the app client may do for its caller, not what the caller may do: roles say that. An ID token
 * carries no scopes, so its bearer is refused.
 *
 * <table>
 *   <caption>What is answered</caption>
 *   <tr><th>on</th><th>nobody is signed in</th><th>a scope is missing</th></tr>
 *   <tr><td>REST resource, its methods</td><td rowspan="2">401 with the bare challenge</td>
 *       <td rowspan="2">403 with {@code error="insufficient_scope"} (RFC 6750)</td></tr>
 *   <tr><td>Servlet class, whatever leads to it</td></tr>
 *   <tr><td>CDI bean or EJB, its methods</td><td colspan="2">{@link InsufficientScopeException}; where it leaves a REST
 *       resource or a Servlet, 401 or 403 as above</td></tr>
 * </table>
 *
 * <p>On beans it is an interceptor: a bean's call of its own method is not seen. Where it would not be enforced (a Servlet's
 * method, a sub-resource locator, an object that is no bean) it stops the deployment.
 */
@Inherited
@Documented
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {

    /** Full names of scopes, {@code <resource server>/<scope>}; the caller must hold all of them. */
    @Nonbinding
    String[] value();
}

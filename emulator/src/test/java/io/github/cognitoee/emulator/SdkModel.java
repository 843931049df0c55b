package io.github.cognitoee.emulator;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.auth.scheme.CognitoIdentityAuthSchemeProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.auth.scheme.CognitoIdentityProviderAuthSchemeProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.scheme.StsAuthSchemeProvider;

/**
 * The model of a service, read from the AWS SDK's classes.
 *
 * @param signs whether the SDK signs the operation of this name
 */
record SdkModel(Class<?> client, Predicate<String> signs) {

    static final SdkModel USER_POOLS = new SdkModel(
            CognitoIdentityProviderClient.class,
            operation -> signed(CognitoIdentityProviderAuthSchemeProvider.defaultProvider()
                    .resolveAuthScheme(call -> call.operation(operation).region(Region.EU_WEST_1))));

    static final SdkModel IDENTITY_POOLS = new SdkModel(
            CognitoIdentityClient.class,
            operation -> signed(CognitoIdentityAuthSchemeProvider.defaultProvider()
                    .resolveAuthScheme(call -> call.operation(operation).region(Region.EU_WEST_1))));

    static final SdkModel STS = new SdkModel(
            StsClient.class,
            operation -> signed(StsAuthSchemeProvider.defaultProvider()
                    .resolveAuthScheme(call -> call.operation(operation).region(Region.EU_WEST_1))));

    /** The names of all operations. */
    List<String> operations() {
        return Arrays.stream(client.getMethods())
                .map(Method::getName)
                .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                .filter(name -> exists(requestType(name)))
                .distinct()
                .sorted()
                .toList();
    }

    List<String> members(String operation) {
        return fields(operation).stream().map(SdkField::memberName).toList();
    }

    /** The names of the errors as the SDK's exceptions have them. */
    Set<String> errors(String operation) {
        try {
            return Stream.of(client.getMethod(
                                    operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1),
                                    Class.forName(requestType(operation)))
                            .getExceptionTypes())
                    .map(Class::getSimpleName)
                    .map(name ->
                            name.replace("Mfa", "MFA")) // the SDK's names are in camel case, those on the wire are not
                    .collect(Collectors.toSet());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the SDK has no operation " + operation, e);
        }
    }

    private List<SdkField<?>> fields(String operation) {
        try {
            Object builder =
                    Class.forName(requestType(operation)).getMethod("builder").invoke(null);
            return ((SdkPojo) builder).sdkFields();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the SDK has no operation " + operation, e);
        }
    }

    private String requestType(String operation) {
        return client.getPackageName() + ".model." + operation.replace("MFA", "Mfa") + "Request";
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean signed(List<AuthSchemeOption> options) {
        return options.stream().anyMatch(option -> option.schemeId().equals(AwsV4AuthScheme.SCHEME_ID));
    }
}

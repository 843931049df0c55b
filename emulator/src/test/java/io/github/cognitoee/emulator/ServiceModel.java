package io.github.cognitoee.emulator;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.auth.scheme.CognitoIdentityProviderAuthSchemeProvider;

/** The service model of user pools, read from the AWS SDK's classes. */
final class ServiceModel {

    private static final String MODEL = CognitoIdentityProviderClient.class.getPackageName() + ".model.";

    private ServiceModel() {}

    static List<String> members(String operation) {
        return fields(operation).stream().map(SdkField::memberName).toList();
    }

    static Set<String> errors(String operation) {
        String method = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
        try {
            return Arrays.stream(CognitoIdentityProviderClient.class
                            .getMethod(method, requestType(operation))
                            .getExceptionTypes())
                    .map(Class::getSimpleName)
                    .collect(Collectors.toSet());
        } catch (NoSuchMethodException e) {
            throw new AssertionError("the SDK has no operation " + operation, e);
        }
    }

    static boolean isSigned(String operation) {
        return CognitoIdentityProviderAuthSchemeProvider.defaultProvider()
                .resolveAuthScheme(call -> call.operation(operation).region(Region.EU_WEST_1))
                .stream()
                .anyMatch(option -> option.schemeId().equals("aws.auth#sigv4"));
    }

    private static List<SdkField<?>> fields(String operation) {
        try {
            Object builder = requestType(operation).getMethod("builder").invoke(null);
            return ((SdkPojo) builder).sdkFields();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a request of the SDK without a builder: " + operation, e);
        }
    }

    private static Class<?> requestType(String operation) {
        try {
            return Class.forName(MODEL + operation + "Request");
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the SDK has no operation " + operation, e);
        }
    }
}

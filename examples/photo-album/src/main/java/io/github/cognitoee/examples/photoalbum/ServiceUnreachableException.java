package io.github.cognitoee.examples.photoalbum;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** A call got no answer from an AWS service; unlike the SDK's own exception it tells which one. */
final class ServiceUnreachableException extends SdkClientException {

    private static final long serialVersionUID = 1L;

    private final String service;

    private ServiceUnreachableException(String service, SdkClientException cause) {
        super(SdkClientException.builder()
                .message(service + ": " + cause.getMessage())
                .cause(cause));
        this.service = service;
    }

    String service() {
        return service;
    }

    /** The name that people know it by. */
    static String nameOf(String sdkName) {
        return switch (sdkName) {
            case "DynamoDb" -> "DynamoDB";
            case "Sts" -> "STS";
            default -> sdkName;
        };
    }

    /** Puts this exception in place of the SDK's. */
    static final class Naming implements ExecutionInterceptor {

        @Override
        public Throwable modifyException(Context.FailedExecution failed, ExecutionAttributes attributes) {
            return failed.exception() instanceof SdkClientException e && !(e instanceof ServiceUnreachableException)
                    ? new ServiceUnreachableException(
                            nameOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)), e)
                    : failed.exception();
        }
    }
}

package io.github.cognitoee.examples.photoalbum;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Answers what an AWS service refused or could not do for the caller. */
@Provider
public class AwsProblems implements ExceptionMapper<SdkException> {

    private static final System.Logger LOG = System.getLogger(AwsProblems.class.getName());

    private static final int RETRY_AFTER_SECONDS = 2;

    /** What S3 answers with 403, DynamoDB answers with 400 and one of these. */
    private static final Set<String> REFUSALS = Set.of(
            "AccessDeniedException",
            "ExpiredTokenException",
            "IncompleteSignatureException",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException",
            "UnrecognizedClientException");

    private static final Set<String> MISSING = Set.of("NoSuchBucket", "ResourceNotFoundException");

    @Override
    public Response toResponse(SdkException e) {
        LOG.log(Level.WARNING, "A call to AWS failed", e);
        Problem problem = problem(e);
        Response.ResponseBuilder response = problem.toResponse();
        return problem.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : response.build();
    }

    static Problem problem(SdkException e) {
        if (!(e instanceof AwsServiceException answer) || answer.awsErrorDetails() == null) {
            String service = e instanceof ServiceUnreachableException unreachable ? unreachable.service() : "AWS";
            return new Problem(503, service + " cannot be reached now. Try again shortly.");
        }
        String code = answer.awsErrorDetails().errorCode();
        String service =
                ServiceUnreachableException.nameOf(answer.awsErrorDetails().serviceName());
        if (answer.isThrottlingException()) {
            return new Problem(503, "%s takes no more requests now (%s). Try again shortly.".formatted(service, code));
        }
        if (answer.statusCode() >= 500) {
            return new Problem(503, "%s cannot answer now (%s). Try again shortly.".formatted(service, code));
        }
        if (answer.statusCode() == 403 || REFUSALS.contains(code)) {
            return new Problem(403, "AWS does not allow this to your role (%s).".formatted(code));
        }
        if ("ConditionalCheckFailedException".equals(code)) {
            return new Problem(409, "The picture was changed in the meantime. Look at it again.");
        }
        if (MISSING.contains(code)) {
            return new Problem(
                    500, "The album's %s is not set up.".formatted("S3".equals(service) ? "bucket" : "table"));
        }
        return new Problem(502, "%s did not understand the application (%s).".formatted(service, code));
    }
}

package io.github.cognitoee.examples.photoalbum;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Answers what an AWS service refused or could not do for the caller. */
@Provider
public class AwsProblems implements ExceptionMapper<SdkException> {

    private static final System.Logger LOG = System.getLogger(AwsProblems.class.getName());

    @Override
    public Response toResponse(SdkException e) {
        LOG.log(Level.WARNING, "A call to AWS failed", e);
        if (e instanceof AwsServiceException refused && refused.statusCode() == 403) {
            String code = refused.awsErrorDetails().errorCode();
            return new Problem(403, "AWS does not allow this to your role (" + code + ").")
                    .toResponse()
                    .build();
        }
        return new Problem(502, "The picture store cannot be used now. Try again shortly.")
                .toResponse()
                .build();
    }
}

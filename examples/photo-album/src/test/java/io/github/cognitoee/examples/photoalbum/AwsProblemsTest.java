package io.github.cognitoee.examples.photoalbum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class AwsProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "DynamoDb, 400, AccessDeniedException, 403, AWS does not allow this to your role (AccessDeniedException).",
        "DynamoDb, 400, ExpiredTokenException, 403, AWS does not allow this to your role (ExpiredTokenException).",
        "S3, 403, AccessDenied, 403, AWS does not allow this to your role (AccessDenied).",
        "DynamoDb, 400, ThrottlingException, 503, DynamoDB takes no more requests now (ThrottlingException). Try again"
                + " shortly.",
        "DynamoDb, 400, ProvisionedThroughputExceededException, 503, DynamoDB takes no more requests now"
                + " (ProvisionedThroughputExceededException). Try again shortly.",
        "S3, 503, SlowDown, 503, S3 takes no more requests now (SlowDown). Try again shortly.",
        "DynamoDb, 500, InternalServerError, 503, DynamoDB cannot answer now (InternalServerError). Try again shortly.",
        "DynamoDb, 400, ConditionalCheckFailedException, 409, The picture was changed in the meantime. Look at it"
                + " again.",
        "DynamoDb, 400, ResourceNotFoundException, 500, The album's table is not set up.",
        "S3, 404, NoSuchBucket, 500, The album's bucket is not set up.",
        "DynamoDb, 400, ValidationException, 502, DynamoDB did not understand the application (ValidationException)."
    })
    void whatAwsAnswersIsToldInTheAlbumsWords(String service, int answered, String code, int status, String message) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().serviceName(service).errorCode(code).build();

        assertThat(AwsProblems.problem((DynamoDbException) DynamoDbException.builder()
                        .statusCode(answered)
                        .awsErrorDetails(details)
                        .build()))
                .isEqualTo(new Problem(status, message));
    }

    @Test
    void noAnswerIsNoFaultOfTheApplication() {
        assertThat(AwsProblems.problem(
                        SdkClientException.builder().message("no route").build()))
                .isEqualTo(new Problem(503, "AWS cannot be reached now. Try again shortly."));
    }
}

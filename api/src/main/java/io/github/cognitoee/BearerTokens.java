package io.github.cognitoee;

/** Which of Cognito's tokens {@code Authorization: Bearer} may carry. */
public enum BearerTokens {
    /** Access tokens only: what OAuth 2.0 means a client to send to an API. The default. */
    ACCESS,
    /** ID tokens only: such a request can resolve AWS credentials without a second header. */
    ID,
    /** Both. */
    ANY
}

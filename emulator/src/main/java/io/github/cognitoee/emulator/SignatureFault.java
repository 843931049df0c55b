package io.github.cognitoee.emulator;

/** What can be wrong with the signature of a call. JSON services and STS have different names for the same. */
enum SignatureFault {
    MISSING("MissingAuthenticationTokenException", "MissingAuthenticationToken", 403),
    INCOMPLETE("IncompleteSignatureException", "IncompleteSignature", 400),
    UNKNOWN_KEY("UnrecognizedClientException", "InvalidClientTokenId", 403),
    MISMATCH("InvalidSignatureException", "SignatureDoesNotMatch", 403),
    EXPIRED("ExpiredTokenException", "ExpiredToken", 403);

    private final String json;
    private final String query;
    private final int queryStatus;

    SignatureFault(String json, String query, int queryStatus) {
        this.json = json;
        this.query = query;
        this.queryStatus = queryStatus;
    }

    /** The refusal by a service with this signing name. */
    ServiceException in(String service, String message) {
        return service.equals("sts")
                ? ServiceException.of(query, queryStatus, message)
                : ServiceException.of(json, message);
    }
}

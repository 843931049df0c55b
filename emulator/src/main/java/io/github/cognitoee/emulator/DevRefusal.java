package io.github.cognitoee.emulator;

/** A development endpoint refuses a request. The description goes to the caller. */
final class DevRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    private DevRefusal(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static DevRefusal badRequest(String description) {
        return new DevRefusal(400, "bad_request", description);
    }

    static DevRefusal forbidden(String description) {
        return new DevRefusal(403, "forbidden", description);
    }

    static DevRefusal notFound(String description) {
        return new DevRefusal(404, "not_found", description);
    }

    static DevRefusal wrongMethod(String description) {
        return new DevRefusal(405, "method_not_allowed", description);
    }

    /** What was asked for does not fit the state that the emulator is in. */
    static DevRefusal conflict(String description) {
        return new DevRefusal(409, "conflict", description);
    }

    static DevRefusal wrongContent(String description) {
        return new DevRefusal(415, "unsupported_media_type", description);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}

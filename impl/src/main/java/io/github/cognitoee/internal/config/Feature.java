package io.github.cognitoee.internal.config;

/** What a key belongs to: the chapters of the configuration reference. */
enum Feature {
    ACTIVATION("Activation"),
    USER_POOL("User pools"),
    TOKENS("Tokens"),
    CALLERS("Callers and roles"),
    MANAGED_LOGIN("Managed login"),
    SIGN_IN("Signing in at pages of the application's own"),
    IDENTITY_POOL("Identity pool"),
    PROTECTED_RESOURCE("Protected-resource metadata"),
    DEVELOPMENT("Development and tests");

    private final String title;

    Feature(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}

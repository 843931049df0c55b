package io.github.cognitoee;

/** A way in which a caller may prove who they are; see {@link CognitoAuthenticationMechanismDefinition#accepts()}. */
public enum Proof {

    /** A token in {@code Authorization: Bearer} (RFC 6750): the way of services, single-page and mobile applications. */
    BEARER,

    /**
     * A session that began at Cognito's managed login: the way of applications with pages, whose users' browsers are sent
     * there and come back. Needs {@link ManagedLogin#domain()}.
     */
    MANAGED_LOGIN,

    /**
     * A session that began at a form of the application or the library, by {@code HttpServletRequest.login}, or by a
     * {@code UsernamePasswordCredential} that was passed to {@code SecurityContext.authenticate}: the way of
     * applications that keep a login page of their own. See {@link FormLogin}.
     */
    FORM,

    /**
     * A name and a password in {@code Authorization: Basic} (RFC 7617): the way of programs that know no other. Each
     * password is put to Cognito, and remembered for a minute at most. Users of whom more than a password is due are
     * refused. See {@link BasicLogin}.
     */
    BASIC
}

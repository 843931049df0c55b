package io.github.cognitoee.emulator.internal.login;

/** A page with a form. */
interface Page {

    /** Where it is. */
    String path();

    /** The page, for whoever comes to it. */
    PageAnswer show(Visit visit);

    /** What follows from the filled-in form. */
    PageAnswer submit(Visit visit);
}

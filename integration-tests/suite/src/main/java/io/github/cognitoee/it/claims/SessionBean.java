package io.github.cognitoee.it.claims;

import jakarta.enterprise.context.SessionScoped;
import java.util.Map;

/** Lives as long as a session, in which another caller may be signed in later. */
@SessionScoped
public class SessionBean extends ReadAnywhere {

    private static final long serialVersionUID = 1L;

    /** What copies say that were serialised and read back, as a server does to a session. */
    public Map<String, String> seenAfterPassivation() {
        return Testimony.ofCopies(this);
    }
}

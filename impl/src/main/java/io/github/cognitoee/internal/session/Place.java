package io.github.cognitoee.internal.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a page of a form stands.
 *
 * @param base the application's own address
 * @param flow the sign-in to which it belongs
 */
record Place(String base, Flow flow) {

    /** The field and the parameter by which each tab knows its own sign-in. */
    static final String FLOW = "flow";

    /** The field with what the user pool's API is to be shown again. */
    static final String STATE = "state";

    /** Where the form is sent. */
    String action() {
        return base + FormLogin.ACTION;
    }

    /** Where a link leads that shows the form again. */
    String formAgain() {
        return base + FormLogin.ANEW + "?" + FormBody.of(Map.of(FLOW, flow.state()));
    }

    /** The address of a page of the application that is to know this sign-in, and what was wrong. */
    String to(String page, Optional<Notice> notice) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(FLOW, flow.state());
        notice.ifPresent(told -> parameters.put("error", told.reason().name()));
        return base + page + (page.contains("?") ? "&" : "?") + FormBody.of(parameters);
    }
}

package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The forms of one browser that wait for its user to sign in, in the container's session: the only reason for which one is
 * made before. At most as many as there may be sign-ins under way.
 */
final class SavedForms implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = SavedForms.class.getName();

    private final LinkedHashMap<String, SavedForm> byState = new LinkedHashMap<>();

    private SavedForms() {}

    /** Those of the session, which is made for them where there is none. */
    static SavedForms in(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        return session.getAttribute(ATTRIBUTE) instanceof SavedForms saved ? saved : new SavedForms();
    }

    void keep(Flow flow, SavedForm form, HttpServletRequest request) {
        synchronized (byState) {
            byState.put(flow.state(), form);
            if (byState.size() > FlowCookies.MOST) {
                byState.remove(byState.keySet().iterator().next());
            }
        }
        request.getSession(true).setAttribute(ATTRIBUTE, this); // anew, so that clusters notice
    }

    /** The form with which this sign-in began, once. */
    static Optional<SavedForm> take(Flow flow, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof SavedForms saved)) {
            return Optional.empty();
        }
        Map<String, SavedForm> forms = saved.byState;
        SavedForm taken;
        synchronized (forms) {
            taken = forms.remove(flow.state());
        }
        session.setAttribute(ATTRIBUTE, saved);
        return Optional.ofNullable(taken);
    }

    @Override
    public String toString() {
        return "SavedForms";
    }
}

package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;
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

    private final LinkedHashMap<String, SavedForm> byState;

    private SavedForms(Map<String, SavedForm> byState) {
        this.byState = new LinkedHashMap<>(byState);
    }

    /** Keeps one more in the session, which is made for it where there is none. */
    static void keep(Flow flow, SavedForm form, HttpServletRequest request) {
        ContainerSession.begin(request);
        SavedForms saved = find(request).orElseGet(() -> new SavedForms(Map.of()));
        saved.put(flow, form);
        ContainerSession.keep(request, ATTRIBUTE, saved); // anew, so that clusters notice
    }

    private void put(Flow flow, SavedForm form) {
        synchronized (byState) {
            byState.put(flow.state(), form);
            if (byState.size() > FlowCookies.MOST) {
                byState.remove(byState.keySet().iterator().next());
            }
        }
    }

    /** The form with which this sign-in began, once. */
    static Optional<SavedForm> take(Flow flow, HttpServletRequest request) {
        return find(request).flatMap(saved -> {
            Optional<SavedForm> taken = saved.remove(flow);
            ContainerSession.keep(request, ATTRIBUTE, saved);
            return taken;
        });
    }

    private Optional<SavedForm> remove(Flow flow) {
        synchronized (byState) {
            return Optional.ofNullable(byState.remove(flow.state()));
        }
    }

    private static Optional<SavedForms> find(HttpServletRequest request) {
        return ContainerSession.find(request, ATTRIBUTE)
                .filter(SavedForms.class::isInstance)
                .map(SavedForms.class::cast);
    }

    /** What a cluster writes, while other requests of the session keep and take forms. */
    private Object writeReplace() {
        synchronized (byState) {
            return new SavedForms(byState);
        }
    }

    @Override
    public String toString() {
        return "SavedForms";
    }
}

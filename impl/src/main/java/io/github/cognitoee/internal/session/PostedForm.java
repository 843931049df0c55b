package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody entered into a page of a sign-in. {@code toString} shows nothing of it. */
final class PostedForm {

    private static final int MOST_FIELDS = 100;

    private final List<FormBody.Field> fields;

    private PostedForm(List<FormBody.Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /** Read as UTF-8 whatever the container takes for granted; empty for what is no form, or too large for one. */
    static Optional<PostedForm> of(HttpServletRequest request) {
        try {
            return FormBody.read(request)
                    .map(FormBody::fields)
                    .filter(fields -> fields.size() <= MOST_FIELDS)
                    .map(PostedForm::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What was entered there; empty where nothing was, or the field is there twice. */
    Optional<String> only(String name) {
        List<FormBody.Field> named =
                fields.stream().filter(field -> field.name().equals(name)).toList();
        return named.size() == 1
                ? Optional.of(named.get(0).value()).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    /** Fields whose names begin so, by the rest of their names. */
    Map<String, String> beginningWith(String prefix) {
        Map<String, String> values = new LinkedHashMap<>();
        for (FormBody.Field field : fields) {
            if (field.name().startsWith(prefix) && !field.value().isEmpty()) {
                values.put(field.name().substring(prefix.length()), field.value());
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return "PostedForm";
    }
}

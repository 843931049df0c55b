package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form as a page has it: labelled fields, what is wrong with them told above with links and beside each, one button.
 *
 * @param action where it is sent to
 * @param hidden its fields that nobody sees
 * @param problems what was wrong with the answer before
 * @param button the text on it
 */
record FormPage(String action, List<Hidden> hidden, List<Field> fields, List<Problem> problems, String button) {

    /** Problems with fields that this form has not are told at its first. */
    FormPage {
        List<String> names = fields.stream().map(Field::name).toList();
        problems = problems.stream()
                .map(problem ->
                        names.contains(problem.field()) ? problem : new Problem(names.get(0), problem.message()))
                .toList();
    }

    record Hidden(String name, String value) {}

    /** What is wrong, with one field or with all of them. */
    record Problem(String field, String message) {}

    /**
     * One field.
     *
     * @param kind {@code text}, {@code password}, {@code email} or {@code tel}
     * @param autocomplete what browsers and password managers may fill in
     * @param hint what helps to fill it in, empty for nothing
     */
    record Field(String name, String label, String kind, String autocomplete, String value, String hint) {

        static Field text(String name, String label, String autocomplete) {
            return new Field(name, label, "text", autocomplete, "", "");
        }

        static Field password(String name, String label, String autocomplete) {
            return new Field(name, label, "password", autocomplete, "", "");
        }

        /** Six digits that were sent or that an authenticator shows. */
        static Field code(String label) {
            return text("code", label, "one-time-code");
        }

        Field withValue(String other) {
            return new Field(name, label, kind, autocomplete, other, hint);
        }

        Field withHint(String other) {
            return new Field(name, label, kind, autocomplete, value, other);
        }
    }

    /** @param id of the form, by which it is known on its page */
    Html html(Language language, String id) {
        return Html.of(
                """
                {}<form id="{}" method="post" action="{}" novalidate>
                {}{}<button type="submit">{}</button>
                </form>
                """,
                summary(language),
                id,
                action,
                hidden.stream()
                        .map(field -> Html.of(
                                "<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", field.name(), field.value()))
                        .toList(),
                fields.stream().map(this::field).toList(),
                button);
    }

    private Html summary(Language language) {
        if (problems.isEmpty()) {
            return Html.NOTHING;
        }
        return Html.of(
                """
                <div class="problems" role="alert">
                <h2>{}</h2>
                <ul>{}</ul>
                </div>
                """,
                language.text("problem"),
                problems.stream()
                        .map(problem -> Html.of("<li><a href=\"#{}\">{}</a></li>", problem.field(), problem.message()))
                        .toList());
    }

    private Html field(Field field) {
        Optional<Problem> problem = problems.stream()
                .filter(candidate -> candidate.field().equals(field.name()))
                .findFirst();
        List<String> described = new ArrayList<>();
        Html hint = Html.NOTHING;
        if (!field.hint().isEmpty()) {
            described.add(field.name() + "-hint");
            hint = Html.of("<p class=\"hint\" id=\"{}-hint\">{}</p>\n", field.name(), field.hint());
        }
        Html error = Html.NOTHING;
        if (problem.isPresent()) {
            described.add(field.name() + "-problem");
            error = Html.of(
                    "<p class=\"problem\" id=\"{}-problem\">{}</p>\n",
                    field.name(),
                    problem.get().message());
        }
        return Html.of(
                """
                <div class="field">
                <label for="{}">{}</label>
                {}{}<input id="{}" name="{}" type="{}" value="{}" autocomplete="{}" required{}{}{}>
                </div>
                """,
                field.name(),
                field.label(),
                hint,
                error,
                field.name(),
                field.name(),
                field.kind(),
                field.value(),
                field.autocomplete(),
                field.autocomplete().equals("one-time-code") ? new Html(" inputmode=\"numeric\"") : Html.NOTHING,
                described.isEmpty() ? Html.NOTHING : Html.of(" aria-describedby=\"{}\"", String.join(" ", described)),
                problem.isPresent() ? new Html(" aria-invalid=\"true\"") : Html.NOTHING);
    }
}

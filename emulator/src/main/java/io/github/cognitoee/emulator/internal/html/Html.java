package io.github.cognitoee.emulator.internal.html;

import java.util.Collection;

/**
 * Text that is HTML already. Whatever else comes into a template is escaped, good for content and for values of attributes in
 * quotes alike; this is the one place where that happens.
 */
public record Html(String text) {

    public static final Html NOTHING = new Html("");

    private static final String HOLE = "{}";

    /**
     * Fills the holes {@code {}} of a template with its arguments: {@link Html} as it is, collections of it one after the
     * other, all else escaped.
     *
     * @param template written in the code, never made of what comes from outside
     * @throws IllegalArgumentException if there are more or fewer arguments than holes
     */
    public static Html of(String template, Object... arguments) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Object argument : arguments) {
            int hole = template.indexOf(HOLE, from);
            if (hole < 0) {
                throw new IllegalArgumentException("more arguments than holes: " + template);
            }
            text.append(template, from, hole).append(textOf(argument));
            from = hole + HOLE.length();
        }
        if (template.indexOf(HOLE, from) >= 0) {
            throw new IllegalArgumentException("fewer arguments than holes: " + template);
        }
        return new Html(text.append(template.substring(from)).toString());
    }

    private static String textOf(Object argument) {
        if (argument instanceof Html html) {
            return html.text();
        }
        if (argument instanceof Collection<?> many) {
            return many.stream().map(Html::textOf).reduce("", String::concat);
        }
        return escaped(String.valueOf(argument));
    }

    private static String escaped(String plain) {
        StringBuilder text = new StringBuilder(plain.length());
        plain.chars().forEach(character -> {
            switch (character) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.append((char) character);
            }
        });
        return text.toString();
    }
}

package io.github.cognitoee.emulator.internal.login;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** A language that the pages speak. */
enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    KOREAN(Locale.KOREAN, "한국어");

    private final Locale locale;
    private final String ownName;
    private final ResourceBundle texts;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
        this.texts = ResourceBundle.getBundle(
                Language.class.getPackageName() + ".texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** By its tag, such as {@code ko}; unknown ones are none. */
    static Optional<Language> tagged(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** What a browser likes best of those that there are. */
    static Optional<Language> accepted(String header) {
        try {
            List<Locale> spoken =
                    Stream.of(values()).map(language -> language.locale).toList();
            return Optional.ofNullable(Locale.lookup(LanguageRange.parse(header), spoken))
                    .flatMap(locale -> tagged(locale.toLanguageTag()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String tag() {
        return locale.toLanguageTag();
    }

    String ownName() {
        return ownName;
    }

    /** @throws java.util.MissingResourceException if no text has this key */
    String text(String key, Object... arguments) {
        String text = texts.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }
}

package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Frame;
import io.github.cognitoee.emulator.internal.html.Html;
import java.util.List;
import java.util.stream.Stream;

/** The pages of managed login in their languages. */
final class Layout {

    private Layout() {}

    /** @param otherLanguages links to the same page in other languages */
    static Html page(Language language, String title, Html body, List<Html> otherLanguages) {
        return new Frame(language.tag(), language.text("emulator"), language.text("notice"), "narrow")
                .page(title, body, Html.of("{}", otherLanguages));
    }

    /** Links to a page in the languages that it is not shown in. */
    static List<Html> languageLinks(Language shown, PageRequest request, String path) {
        return Stream.of(Language.values())
                .filter(language -> language != shown)
                .map(language -> Html.of(
                        "<a href=\"{}\" lang=\"{}\" hreflang=\"{}\">{}</a>",
                        path + "?" + request.queryWith("lang", language.tag()),
                        language.tag(),
                        language.tag(),
                        language.ownName()))
                .toList();
    }
}

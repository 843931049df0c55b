package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import java.util.List;
import java.util.stream.Stream;

/** Ways from one page to another, with the query that the sign-in began with. */
final class Links {

    private Links() {}

    /** @param paths of the pages; the key of a link's text is {@code link} and its path */
    static Html to(Visit visit, String... paths) {
        List<Html> links = Stream.of(paths)
                .map(path -> Html.of(
                        "<li><a href=\"{}\">{}</a></li>\n",
                        visit.request().at(path),
                        visit.language().text("link." + path.substring(1))))
                .toList();
        return Html.of("<ul class=\"others\">\n{}</ul>\n", links);
    }
}

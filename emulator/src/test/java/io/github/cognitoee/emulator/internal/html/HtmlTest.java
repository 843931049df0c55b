package io.github.cognitoee.emulator.internal.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void whatComesFromOutsideIsEscaped() {
        assertThat(Html.of("<p title=\"{}\">{}</p>", "\"'", "<b>&amp;").text())
                .isEqualTo("<p title=\"&quot;&#39;\">&lt;b&gt;&amp;amp;</p>");
    }

    @Test
    void whatIsHtmlAlreadyStays() {
        assertThat(Html.of("{}{}", Html.of("<i>{}</i>", "<"), List.of(Html.of("<br>"), "<"))
                        .text())
                .isEqualTo("<i>&lt;</i><br>&lt;");
    }

    @Test
    void anArgumentIsNoTemplate() {
        assertThat(Html.of("{}-{}", "{}", "x").text()).isEqualTo("{}-x");
    }

    @Test
    void everyHoleIsFilledOnce() {
        assertThatThrownBy(() -> Html.of("{}")).hasMessage("fewer arguments than holes: {}");
        assertThatThrownBy(() -> Html.of("", "x")).hasMessage("more arguments than holes: ");
    }
}

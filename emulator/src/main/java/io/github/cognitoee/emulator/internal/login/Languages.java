package io.github.cognitoee.emulator.internal.login;

/** Which language a browser is answered in: what it asks for, asked for before, likes best, else English. */
final class Languages {

    private Languages() {}

    static Language of(PageRequest request) {
        return request.parameter("lang")
                .flatMap(Language::tagged)
                .or(() -> request.cookie(Cookies.LANGUAGE).flatMap(Language::tagged))
                .or(() -> request.header("accept-language").flatMap(Language::accepted))
                .orElse(Language.ENGLISH);
    }
}

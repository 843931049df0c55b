package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.Optional;

/** Which language a browser is answered in: what it asks for, asked for before, likes best, else English. */
final class Languages {

    private Languages() {}

    /** Where it is not known whose pages they are, and nothing can be remembered. */
    static Language of(PageRequest request) {
        return asked(request).or(() -> liked(request)).orElse(Language.ENGLISH);
    }

    static Language of(PageRequest request, Pool pool) {
        return asked(request)
                .or(() -> request.cookie(Cookies.language(pool)).flatMap(Language::tagged))
                .or(() -> liked(request))
                .orElse(Language.ENGLISH);
    }

    private static Optional<Language> asked(PageRequest request) {
        return request.parameter("lang").flatMap(Language::tagged);
    }

    private static Optional<Language> liked(PageRequest request) {
        return request.header("accept-language").flatMap(Language::accepted);
    }
}

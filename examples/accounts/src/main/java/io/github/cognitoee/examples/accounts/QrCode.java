package io.github.cognitoee.examples.accounts;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code, for an SVG element to show.
 *
 * @param size of a side, in modules, without the margin
 * @param path the dark modules: what belongs into the {@code d} of a {@code path}
 */
public record QrCode(int size, String path) {

    static QrCode of(String text) {
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        String path = IntStream.range(0, code.size * code.size)
                .filter(i -> code.getModule(i % code.size, i / code.size))
                .mapToObj(i -> "M%d %dh1v1h-1z".formatted(i % code.size, i / code.size))
                .collect(Collectors.joining());
        return new QrCode(code.size, path);
    }

    /** What it shows may be a secret. */
    @Override
    public String toString() {
        return "QrCode";
    }
}

package io.github.cognitoee.internal.session;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;

/** A text as a QR code (ISO/IEC 18004) in SVG, which a page holds in itself. */
final class QrPicture {

    /** Light modules around it, by the specification. */
    private static final int BORDER = 4;

    private QrPicture() {}

    /** Empty where the text is too long for one. */
    static String of(String text) {
        QrCode code;
        try {
            code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        } catch (DataTooLongException e) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(',')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        int size = code.size + 2 * BORDER;
        return """
                <svg viewBox="0 0 %1$d %1$d" role="img" aria-label="QR code with the key" shape-rendering="crispEdges">
                <path fill="#fff" d="M0,0h%1$dv%1$dh-%1$dz"/><path fill="#000" d="%2$s"/></svg>
                """
                .formatted(size, path);
    }
}

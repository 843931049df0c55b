package io.github.cognitoee.examples.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures to upload, with grain so that a file of one has some size. */
final class Pictures {

    static final int WIDTH = 960;

    private static final int HEIGHT = 640;

    private Pictures() {}

    /** Hills under a sky, as a PNG file of this name; the same seed gives the same picture. */
    static Path landscape(Path file, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = seed * .13f;
        canvas.setPaint(new GradientPaint(0, 0, color(hue, .55f, .75f), 0, HEIGHT, color(hue + .12f, .35f, 1)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setPaint(color(hue + .1f, .2f, 1));
        int sun = 90 + random.nextInt(60);
        canvas.fillOval(120 + random.nextInt(WIDTH - 360), 90 + random.nextInt(120), sun, sun);
        for (int ridge = 0; ridge < 4; ridge++) {
            canvas.setPaint(color(hue + .45f, .35f + .1f * ridge, .65f - .14f * ridge));
            canvas.fill(ridge(280 + 85 * ridge, random));
        }
        canvas.dispose();
        grain(image, random);
        return written(image, file);
    }

    private static Color color(float hue, float saturation, float brightness) {
        return Color.getHSBColor(hue, saturation, brightness);
    }

    private static Path2D ridge(int top, Random random) {
        Path2D path = new Path2D.Float();
        double phase = random.nextDouble() * Math.PI * 2;
        path.moveTo(0, HEIGHT);
        for (int x = 0; x <= WIDTH; x += 8) {
            path.lineTo(x, top + 45 * Math.sin(phase + x / 150.0) + 16 * Math.sin(phase * 3 + x / 47.0));
        }
        path.lineTo(WIDTH, HEIGHT);
        path.closePath();
        return path;
    }

    private static void grain(BufferedImage image, Random random) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int color = image.getRGB(x, y);
                int grain = random.nextInt();
                image.setRGB(x, y, grained(color, grain, 16) | grained(color, grain, 8) | grained(color, grain, 0));
            }
        }
    }

    /** One of the three colours, a little lighter or darker. */
    private static int grained(int color, int grain, int shift) {
        int value = (color >> shift & 0xFF) + (grain >> shift & 0xF) - 8;
        return Math.max(0, Math.min(255, value)) << shift;
    }

    private static Path written(BufferedImage image, Path file) {
        try {
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.cognitoee.examples.demo;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures to upload, with grain so that a file of one has some size. */
final class Pictures {

    static final int WIDTH = 960;

    private static final int HEIGHT = 640;
    private static final int GRAIN = 6;

    private Pictures() {}

    /** Hills under a sky, in PNG; the same seed gives the same picture. */
    static FilePayload landscape(String name, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = random.nextFloat();
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
        return new FilePayload(name, "image/png", png(image));
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
                Color color = new Color(image.getRGB(x, y));
                image.setRGB(
                        x,
                        y,
                        new Color(
                                        grained(color.getRed(), random),
                                        grained(color.getGreen(), random),
                                        grained(color.getBlue(), random))
                                .getRGB());
            }
        }
    }

    private static int grained(int value, Random random) {
        return Math.max(0, Math.min(255, value + random.nextInt(2 * GRAIN + 1) - GRAIN));
    }

    private static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

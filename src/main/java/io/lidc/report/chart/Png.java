package io.lidc.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Draws charts as PNG, two pixels of the image to a CSS pixel, in the light colours. */
public final class Png implements Canvas {
    private static final int SCALE = 2;
    private static final int MARGIN = 8;

    private final Graphics2D graphics;

    private Png(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /**
     * The bytes of an image.
     *
     * @throws IOException when the platform cannot draw: it has no fonts, say
     */
    public static byte[] of(Chart chart) throws IOException {
        try {
            return draw(chart);
        } catch (RuntimeException | LinkageError e) {
            // A runtime without fonts fails in as many ways as it has fonts.
            throw new IOException("this platform draws no text: " + e, e);
        }
    }

    private static byte[] draw(Chart chart) throws IOException {
        int width = (Chart.WIDTH + 2 * MARGIN) * SCALE;
        int height = (chart.height() + 2 * MARGIN) * SCALE;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.decode(Ink.PAPER.light()));
        graphics.fillRect(0, 0, width, height);
        graphics.scale(SCALE, SCALE);
        graphics.translate(MARGIN, MARGIN);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.draw(new Png(graphics));
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Ink ink, String tip) {
        graphics.setColor(Color.decode(ink.light()));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink) {
        graphics.setColor(Color.decode(ink.light()));
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void text(double x, double y, Anchor anchor, Size size, Ink ink, String text) {
        graphics.setColor(Color.decode(ink.light()));
        graphics.setFont(new Font(Font.SANS_SERIF, size == Size.TITLE ? Font.BOLD : Font.PLAIN, size.pixels()));
        double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
        double start =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width / 2;
                    case END -> x - width;
                };
        graphics.drawString(text, (float) start, (float) y);
    }
}

package io.lidc.report;

import static io.lidc.report.chart.Markup.escape;

import io.lidc.quality.Finding;
import io.lidc.report.chart.Numerals;
import io.lidc.report.chart.Svg;
import java.util.List;

/**
 * The report as one HTML document that needs nothing beside it: style, script and charts stand inside, and its content security policy
 * allows these and nothing else. It is well-formed XML, too.
 */
final class HtmlPage {
    /** Longer texts break where they must: many reasons. UIDs do not. */
    private static final int LONG = 80;

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final PageAssets assets;

    private HtmlPage(PageAssets assets) {
        this.assets = assets;
    }

    static String of(Report report, PageAssets assets) {
        HtmlPage page = new HtmlPage(assets);
        page.document(report);
        return page.out.toString();
    }

    private void document(Report report) {
        out.append(
                "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(assets.contentSecurityPolicy())
                .append("\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        out.append(
                        "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>Report on the DICOM collection</title>\n<style>")
                .append(assets.style())
                .append(
                        "</style>\n</head>\n<body>\n<header>\n<h1>Report on the DICOM collection</h1>\n<p class=\"muted\">")
                .append(escape(report.database()))
                .append(", <time>")
                .append(report.time())
                .append("</time></p>\n");
        navigation(report.sections());
        out.append("</header>\n<main>\n");
        if (report.remark() != null) {
            out.append("<p class=\"remark\">").append(escape(report.remark())).append("</p>\n");
        }
        report.sections().forEach(this::section);
        out.append("</main>\n<script>").append(assets.script()).append("</script>\n</body>\n</html>\n");
    }

    private void navigation(List<Section> sections) {
        out.append("<nav>\n");
        sections.forEach(section -> out.append("<a href=\"#")
                .append(section.id())
                .append("\">")
                .append(escape(section.title()))
                .append("</a>\n"));
        out.append("</nav>\n");
    }

    private void section(Section section) {
        out.append("<section id=\"")
                .append(section.id())
                .append("\">\n<h2>")
                .append(escape(section.title()))
                .append("</h2>\n");
        if (section.remark() != null) {
            out.append("<p>").append(escape(section.remark())).append("</p>\n");
        }
        if (section.tiles() != null) {
            tiles(section.tiles());
        }
        out.append("<div class=\"charts\">\n");
        section.figures().forEach(this::chart);
        out.append("</div>\n");
        section.tables().forEach(this::tableFigure);
        if (section.id().equals("quality")) {
            codes();
        }
        out.append("</section>\n");
    }

    private void tiles(Figure figure) {
        out.append("<figure id=\"")
                .append(figure.statistic().id())
                .append("\" class=\"tiles-figure\">\n<dl class=\"tiles\">\n");
        Table table = figure.table();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i);
            double number = ((Number) table.cell(i)).doubleValue();
            out.append("<div class=\"tile tile-")
                    .append(name)
                    .append("\"><dt>")
                    .append(escape(words(name)))
                    .append("</dt><dd>")
                    .append(name.equals("bytes") ? ByteCount.of((long) number) : Numerals.of(number))
                    .append("</dd></div>\n");
        }
        out.append("</dl>\n");
        sources(figure, false);
        out.append("</figure>\n");
    }

    private void chart(Figure figure) {
        out.append("<figure id=\"").append(figure.statistic().id()).append("\" class=\"card\">\n");
        if (figure.chart() == null) {
            out.append("<h3>").append(escape(figure.statistic().title())).append("</h3>\n");
        } else {
            out.append(Svg.inline(figure.chart()));
        }
        if (figure.remark() != null) {
            out.append("<p>").append(escape(figure.remark())).append("</p>\n");
        }
        sources(figure, figure.chart() != null);
        out.append("</figure>\n");
    }

    private void tableFigure(Figure figure) {
        out.append("<figure id=\"")
                .append(figure.statistic().id())
                .append("\">\n<h3>")
                .append(escape(figure.statistic().title()))
                .append("</h3>\n");
        if (figure.remark() != null) {
            out.append("<p>").append(escape(figure.remark())).append("</p>\n");
        } else {
            table(figure.table());
        }
        sources(figure, false);
        out.append("</figure>\n");
    }

    /** Where the numbers come from, and where they are in files. */
    private void sources(Figure figure, boolean hasChart) {
        String id = figure.statistic().id();
        out.append("<figcaption>\n");
        if (hasChart) {
            out.append("<details><summary>Numbers</summary>\n");
            table(figure.table());
            out.append("</details>\n");
        }
        out.append("<details class=\"sql\"><summary>SQL</summary>\n<pre>")
                .append(escape(figure.statistic().sql()))
                .append("</pre></details>\n<span class=\"files\"><a href=\"")
                .append(id)
                .append(".csv\">CSV</a>");
        if (hasChart) {
            out.append(" <a href=\"plots/")
                    .append(id)
                    .append(".svg\">SVG</a> <a href=\"plots/")
                    .append(id)
                    .append(".png\">PNG</a>");
        }
        out.append("</span>\n</figcaption>\n");
    }

    private void table(Table table) {
        out.append("<div class=\"scroll\" tabindex=\"0\"><table class=\"sortable\">\n<thead><tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            out.append(table.numeric().get(i) ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
                    .append(escape(words(table.columns().get(i))))
                    .append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        table.rows().forEach(row -> row(row, table.numeric()));
        out.append("</tbody>\n</table></div>\n");
        if (table.total() > table.rows().size()) {
            out.append("<p class=\"muted\">The first ")
                    .append(Numerals.of(table.rows().size()))
                    .append(" of ")
                    .append(Numerals.of(table.total()))
                    .append("; the CSV file has all.</p>\n");
        }
    }

    private void row(List<Object> row, List<Boolean> numeric) {
        out.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            Object cell = row.get(i);
            String text = cell == null
                    ? ""
                    : cell instanceof Number number ? Numerals.of(number.doubleValue()) : cell.toString();
            String style = numeric.get(i) ? " class=\"number\"" : text.length() > LONG ? " class=\"long\"" : "";
            out.append("<td").append(style).append('>').append(escape(text)).append("</td>");
        }
        out.append("</tr>\n");
    }

    private void codes() {
        out.append(
                "<details><summary>What the codes mean</summary>\n<div class=\"scroll\" tabindex=\"0\"><table>\n"
                        + "<thead><tr><th scope=\"col\">code</th><th scope=\"col\">verdict at best</th><th scope=\"col\">meaning</th></tr></thead>\n<tbody>\n");
        for (Finding finding : Finding.values()) {
            out.append("<tr><td>")
                    .append(finding.name())
                    .append("</td><td>")
                    .append(finding.verdict())
                    .append("</td><td>")
                    .append(escape(finding.meaning()))
                    .append("</td></tr>\n");
        }
        out.append("</tbody>\n</table></div></details>\n");
    }

    private static String words(String column) {
        return column.replace('_', ' ');
    }
}

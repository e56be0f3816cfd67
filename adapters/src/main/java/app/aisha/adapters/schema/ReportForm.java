package app.aisha.adapters.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a report is written. */
enum ReportForm {
    MARKDOWN {
        @Override
        List<String> lines(Report report) {
            var lines = new ArrayList<>(List.of("# " + text(report.title())));
            for (var section : report.sections()) {
                lines.addAll(List.of("", "## " + text(section.heading()), ""));
                if (section.rows().isEmpty()) {
                    lines.add(text(section.otherwise()));
                    continue;
                }
                lines.add(row(section.columns()));
                lines.add("|---".repeat(section.columns().size()) + "|");
                section.rows().forEach(cells -> lines.add(row(cells)));
            }
            return lines;
        }

        private String row(List<String> cells) {
            return cells.stream()
                    .map(cell -> cell.isEmpty() ? "" : text(cell))
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }

        private String text(String words) {
            return escaped(words).replaceAll("[\\\\|*`\\[\\]#]", "\\\\$0");
        }
    },

    HTML {
        @Override
        List<String> lines(Report report) {
            var lines = new ArrayList<>(List.of(
                    "<!DOCTYPE html>",
                    "<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(report.title()) + "</title>",
                    "<style>body{font:15px sans-serif;margin:2em}table{border-collapse:collapse}"
                            + "th,td{border:1px solid #bbb;padding:.2em .6em;text-align:left}</style></head><body>",
                    "<h1>" + escaped(report.title()) + "</h1>"));
            for (var section : report.sections()) {
                lines.add("<h2>" + escaped(section.heading()) + "</h2>");
                if (section.rows().isEmpty()) {
                    lines.add("<p>" + escaped(section.otherwise()) + "</p>");
                    continue;
                }
                lines.add("<table>" + row("th", section.columns()));
                section.rows().forEach(cells -> lines.add(row("td", cells)));
                lines.add("</table>");
            }
            lines.add("</body></html>");
            return lines;
        }

        private String row(String tag, List<String> cells) {
            return cells.stream()
                    .map(cell -> "<%s>%s</%s>".formatted(tag, escaped(cell), tag))
                    .collect(Collectors.joining("", "<tr>", "</tr>"));
        }
    };

    abstract List<String> lines(Report report);

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\s+", " ");
    }
}

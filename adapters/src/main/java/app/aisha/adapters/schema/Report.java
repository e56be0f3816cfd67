package app.aisha.adapters.schema;

import java.util.List;

/** What was observed about a database, for people to read. */
public record Report(String title, List<Section> sections) {

    public Report {
        sections = List.copyOf(sections);
    }

    /** A table under a heading; where it has no rows, {@code otherwise} stands for it. */
    public record Section(String heading, List<String> columns, List<List<String>> rows, String otherwise) {

        public Section {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public List<String> markdown() {
        return ReportForm.MARKDOWN.lines(this);
    }

    /** A page of its own. */
    public List<String> html() {
        return ReportForm.HTML.lines(this);
    }
}

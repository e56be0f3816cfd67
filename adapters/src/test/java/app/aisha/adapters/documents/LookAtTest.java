package app.aisha.adapters.documents;

import app.aisha.core.document.*;
import java.nio.file.*;
import org.junit.jupiter.api.Test;

class LookAtTest {
    @Test
    void look() throws Exception {
        var dir = Files.createDirectories(Path.of("/tmp/look"));
        java.util.Map<String, TextDocument> docs = java.util.Map.of(
                "meeting",
                SampleDocuments.meeting(60),
                "minutes",
                SampleDocuments.minutes(),
                "letter",
                SampleDocuments.letter(),
                "big",
                SampleDocuments.meeting(2000),
                "odd",
                SampleDocuments.random(7));
        for (var d : docs.entrySet()) {
            var t = System.nanoTime();
            var w = new WriteDocument(new PoiDocumentWriter(), new PdfBoxDocumentWriter());
            for (var f : DocumentFormat.values()) {
                w.write(d.getValue(), f, dir.resolve(d.getKey() + "." + f.extension()));
                System.out.println("LOOK " + d.getKey() + " " + f + " " + (System.nanoTime() - t) / 1000000);
                t = System.nanoTime();
            }
        }
    }
}

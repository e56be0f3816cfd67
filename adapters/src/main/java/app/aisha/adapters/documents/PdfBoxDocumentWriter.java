package app.aisha.adapters.documents;

import app.aisha.core.document.DocumentWriter;
import app.aisha.core.document.TextDocument;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Writes PDF with Apache PDFBox, in DejaVu Sans Condensed, of which the letters that occur are embedded. A letter the font
 * lacks is shown as a box, and is there all the same when the text is copied or searched. Text from right to left is set
 * that way. Needs neither fonts nor AWT of the machine.
 */
public final class PdfBoxDocumentWriter implements DocumentWriter {

    @Override
    public void write(TextDocument document, Path target) throws IOException {
        try (var pdf = new PDDocument();
                var out = new BufferedOutputStream(Files.newOutputStream(target))) {
            describe(pdf, document);
            var fonts = Fonts.load(pdf);
            try (var pages = new Pages(pdf)) {
                new PdfComposition(fonts, pages, document).compose();
            }
            new PageFooters(pdf, fonts, document).add();
            pdf.save(out);
        }
    }

    private static void describe(PDDocument pdf, TextDocument document) {
        pdf.setDocumentId(0L);
        pdf.getDocumentInformation().setTitle(document.title());
        pdf.getDocumentInformation().setCreator("Aisha");
        var catalog = pdf.getDocumentCatalog();
        catalog.setLanguage(document.language().toLanguageTag());
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }
}

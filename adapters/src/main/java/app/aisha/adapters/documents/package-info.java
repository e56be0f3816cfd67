/** Documents as DOCX, by Apache POI, and as PDF, by Apache PDFBox and with the font DejaVu Sans. */
@NullMarked
package app.aisha.adapters.documents;

import org.jspecify.annotations.NullMarked;

package app.aisha.bot.screen;

import app.aisha.core.account.Language;
import com.ibm.icu.text.MessageFormat;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The wording of texts, from {@code texts/*.properties}. Thread-safe. */
public final class Texts {

    private static final String ESCAPED = "&<>";

    private record Template(Class<?> text, Language language) {}

    private final Map<Template, MessageFormat> templates = new ConcurrentHashMap<>();

    /** As Telegram HTML: what fills the gaps is escaped. */
    public String html(Text text, Language language) {
        return worded(text, language, true);
    }

    /** As plain text, for buttons and toasts. */
    public String plain(Text text, Language language) {
        return worded(text, language, false);
    }

    private String worded(Text text, Language language, boolean escape) {
        var gaps = new HashMap<String, Object>();
        for (var component : text.getClass().getRecordComponents()) {
            gaps.put(component.getName(), filling(valueOf(component, text), language, escape));
        }
        var template = templates.computeIfAbsent(new Template(text.getClass(), language), Texts::load);
        synchronized (template) {
            return template.format(gaps);
        }
    }

    private Object filling(Object value, Language language, boolean escape) {
        return switch (value) {
            case Text nested -> worded(nested, language, escape);
            case Duration length -> clock(length);
            case ZonedDateTime moment ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language.locale())
                        .format(moment);
            case String words -> escape ? escaped(words) : words;
            case Number number -> number;
            default -> throw new IllegalArgumentException("No wording for a " + value.getClass());
        };
    }

    /** 1:05 or 2:03:04. */
    private static String clock(Duration length) {
        return length.toHours() > 0
                ? "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart())
                : "%d:%02d".formatted(length.toMinutesPart(), length.toSecondsPart());
    }

    /** Escapes what Telegram's HTML gives a meaning, and drops NUL, which it refuses. */
    static String escaped(String words) {
        var safe = new StringBuilder(words.length() + 16);
        words.chars().filter(c -> c != 0).forEach(c -> {
            switch (ESCAPED.indexOf(c)) {
                case 0 -> safe.append("&amp;");
                case 1 -> safe.append("&lt;");
                case 2 -> safe.append("&gt;");
                default -> safe.append((char) c);
            }
        });
        return safe.toString();
    }

    private static MessageFormat load(Template template) {
        var set = template.text().getEnclosingClass();
        var bundle = ResourceBundle.getBundle(
                "texts." + set.getSimpleName(),
                template.language().locale(),
                set.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(
                bundle.getString(template.text().getSimpleName()),
                template.language().locale());
    }

    private static Object valueOf(RecordComponent component, Text text) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(text);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component + " of a text", e);
        }
    }
}

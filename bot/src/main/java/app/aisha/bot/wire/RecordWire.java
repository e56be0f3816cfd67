package app.aisha.bot.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Records of sealed sets as strings and back: the wire name, then the components, joined by colons. Thread-safe.
 *
 * @param <T> what the sets have in common
 */
final class RecordWire<T> {

    private record Form(String name, Class<?> type, Constructor<?> constructor, List<RecordComponent> components) {}

    private final Class<T> marker;
    private final Map<String, Form> byName = new HashMap<>();
    private final Map<Class<?>, Form> byType = new HashMap<>();

    /** Refuses a record without a name and a name given twice. */
    RecordWire(Class<T> marker, List<Class<? extends T>> sets, Function<Class<?>, String> naming) {
        this.marker = marker;
        sets.stream().flatMap(RecordWire::records).forEach(type -> {
            var form = new Form(naming.apply(type), type, constructor(type), List.of(type.getRecordComponents()));
            if (byName.putIfAbsent(form.name(), form) != null) {
                throw new IllegalArgumentException("Two records are called " + form.name() + " on the wire");
            }
            byType.put(type, form);
        });
    }

    static String annotated(Class<?> type) {
        var wire = type.getAnnotation(Wire.class);
        if (wire == null) {
            throw new IllegalArgumentException(type + " has no name on the wire");
        }
        return wire.value();
    }

    String pack(T value) {
        var form = byType.get(value.getClass());
        if (form == null) {
            throw new IllegalArgumentException(value.getClass() + " is in no set of " + marker.getSimpleName());
        }
        var parts = new ArrayList<String>();
        parts.add(form.name());
        for (var component : form.components()) {
            parts.add(Atoms.pack(Atoms.read(component, value)));
        }
        return String.join(":", parts);
    }

    /** Empty for anything that {@link #pack} did not write. */
    Optional<T> unpack(String wire) {
        var parts = wire.split(":", -1);
        var form = byName.get(parts[0]);
        if (form == null || parts.length != form.components().size() + 1) {
            return Optional.empty();
        }
        try {
            var values = new Object[form.components().size()];
            for (var i = 0; i < values.length; i++) {
                values[i] = Atoms.unpack(parts[i + 1], form.components().get(i).getGenericType());
            }
            var value = marker.cast(Atoms.construct(form.constructor(), values));
            return pack(value).equals(wire) ? Optional.of(value) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Every name with its components, sorted: what must not change once it was used. */
    Set<String> names() {
        var names = new TreeSet<String>();
        byName.values()
                .forEach(form -> names.add(form.name()
                        + form.components().stream()
                                .map(component -> ":" + component.getName())
                                .reduce("", String::concat)));
        return names;
    }

    static Stream<Class<?>> records(Class<?> set) {
        return set.isSealed()
                ? Arrays.stream(set.getPermittedSubclasses()).flatMap(RecordWire::records)
                : Stream.of(set);
    }

    private static Constructor<?> constructor(Class<?> type) {
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor;
    }
}

package app.aisha.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Values of any record, made up from a seed: the same seed makes the same values. Not thread-safe. */
public final class Examples {

    private static final List<String> WORDS =
            List.of("", "Диля", "<b>&amp;", "it's \"so\"", "a\nb\tc", "ә — 🎧", "100 % {0} {x}", "\\'; --");

    private final Random random;
    private final Map<Class<?>, Supplier<?>> given = new HashMap<>();

    public Examples(long seed) {
        this.random = new Random(seed);
    }

    /** Takes values of this type from the source instead of making them up. */
    public <T> Examples given(Class<T> type, Supplier<? extends T> source) {
        given.put(type, source);
        return this;
    }

    /** One value; of a sealed type, a record of its set. */
    public <T> T of(Class<T> type) {
        return type.cast(made(type));
    }

    /** The records of a sealed set, also of the sets within. */
    public static Stream<Class<?>> recordsOf(Class<?> set) {
        return set.isSealed()
                ? Arrays.stream(set.getPermittedSubclasses()).flatMap(Examples::recordsOf)
                : Stream.of(set);
    }

    private Object made(Type type) {
        var plain = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        var source = given.get(plain);
        if (source != null) {
            return source.get();
        }
        if (type instanceof ParameterizedType generic) {
            var inner = generic.getActualTypeArguments()[0];
            return plain == Optional.class
                    ? (random.nextBoolean() ? Optional.of(made(inner)) : Optional.empty())
                    : List.of(made(inner), made(inner));
        }
        return plain.isEnum() ? oneOf(List.of(plain.getEnumConstants())) : simple(plain);
    }

    private Object simple(Class<?> type) {
        if (type.isSealed()) {
            return made(oneOf(recordsOf(type).toList()));
        }
        if (type.isRecord()) {
            return constructed(type);
        }
        return switch (type.getName()) {
            case "java.lang.String" -> oneOf(WORDS) + random.nextInt(1000);
            case "int" -> random.nextInt(1, 1_000_000);
            case "long" -> random.nextLong(1, 1L << 52);
            case "boolean" -> random.nextBoolean();
            case "java.util.UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "java.time.Duration" -> Duration.ofMillis(random.nextLong(1, 100_000_000));
            case "java.time.Instant" -> Instant.ofEpochMilli(random.nextLong(1L << 42));
            case "java.time.LocalDate" -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case "java.time.ZonedDateTime" ->
                ZonedDateTime.ofInstant(Instant.ofEpochMilli(random.nextLong(1L << 42)), ZoneId.of("Asia/Almaty"));
            default -> throw new IllegalArgumentException("No example of " + type);
        };
    }

    private Object constructed(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(component -> made(component.getGenericType()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type + " refuses " + Arrays.toString(values), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + type, e);
        }
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

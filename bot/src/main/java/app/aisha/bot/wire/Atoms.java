package app.aisha.bot.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * One component on the wire: a number, an enum, a UUID (22 characters), words without a colon, an id record around one of these,
 * or an optional.
 */
final class Atoms {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Atoms() {}

    static String pack(Object value) {
        return switch (value) {
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Enum<?> constant -> constant.name();
            case String words when isOnePart(words) -> words;
            case UUID id ->
                ENCODER.encodeToString(ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
            case Optional<?> optional -> optional.map(Atoms::pack).orElse("");
            case Record id -> pack(onlyComponent(id));
            default -> throw new IllegalArgumentException("No wire form for " + value.getClass());
        };
    }

    /**
     * The value of that type.
     *
     * @throws IllegalArgumentException when the string is not a value of the type
     */
    static Object unpack(String wire, Type type) {
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return wire.isEmpty() ? Optional.empty() : Optional.of(unpack(wire, optional.getActualTypeArguments()[0]));
        }
        return unpackOne(wire, (Class<?>) type);
    }

    private static Object unpackOne(String wire, Class<?> type) {
        if (type == int.class) {
            return Integer.valueOf(wire);
        }
        if (type == long.class) {
            return Long.valueOf(wire);
        }
        if (type == String.class && isOnePart(wire)) {
            return wire;
        }
        if (type == UUID.class) {
            return uuid(DECODER.decode(wire));
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such constant"));
        }
        return construct(
                type.getDeclaredConstructors()[0], unpack(wire, type.getRecordComponents()[0].getGenericType()));
    }

    private static boolean isOnePart(String words) {
        return !words.isEmpty() && words.indexOf(':') < 0;
    }

    private static UUID uuid(byte[] bytes) {
        if (bytes.length != 2 * Long.BYTES) {
            throw new IllegalArgumentException("Not a UUID");
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /**
     * Calls a record's constructor.
     *
     * @throws IllegalArgumentException when the constructor refuses the values
     */
    static Object construct(Constructor<?> constructor, Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("Refused by its own constructor", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot call " + constructor, e);
        }
    }

    private static Object onlyComponent(Record id) {
        var components = id.getClass().getRecordComponents();
        if (components.length != 1) {
            throw new IllegalArgumentException(id.getClass() + " is not an id");
        }
        return read(components[0], id);
    }

    static Object read(RecordComponent component, Object value) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}

package app.aisha.app;

import app.aisha.core.avatar.Avatar;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.transcript.Transcript;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps between states, read off the code: a step is a method of one state that returns another. */
public final class Transitions {

    private Transitions() {}

    /** Sorted lines of the form {@code Queued --started--> Working}. */
    public static List<String> of(Class<?> aggregate) {
        return Arrays.stream(aggregate.getPermittedSubclasses())
                .flatMap(state -> stepsFrom(state, aggregate))
                .sorted()
                .toList();
    }

    private static Stream<String> stepsFrom(Class<?> state, Class<?> aggregate) {
        return Arrays.stream(state.getDeclaredMethods())
                .filter(method -> !method.isBridge() && aggregate.isAssignableFrom(method.getReturnType()))
                .map(Transitions::step);
    }

    private static String step(Method method) {
        return "%s --%s--> %s"
                .formatted(
                        method.getDeclaringClass().getSimpleName(),
                        method.getName(),
                        method.getReturnType().getSimpleName());
    }

    static String table() {
        return Stream.of(Transcript.class, Avatar.class, PictureOrder.class, Picture.class)
                .map(Transitions::table)
                .collect(Collectors.joining("\n"));
    }

    private static String table(Class<?> aggregate) {
        return of(aggregate).stream().collect(Collectors.joining("\n", aggregate.getSimpleName() + "\n", "\n"));
    }
}

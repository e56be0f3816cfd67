package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoInspector.Face;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a cascade sees a face, all as parts of the picture.
 *
 * @param votes how many windows it stands for
 */
record Window(double left, double top, double width, double height, int votes) {

    private static final double NEAR = 0.2;

    /** Means of the windows that lie on each other; those with too few votes, or inside of one with more, are chance. */
    static List<Window> grouped(List<Window> found, int fewest) {
        var groups = new ArrayList<List<Window>>();
        for (var window : found) {
            var near = groups.stream()
                    .filter(group -> group.stream().anyMatch(window::isNear))
                    .toList();
            var joined = new ArrayList<>(List.of(window));
            near.forEach(joined::addAll);
            groups.removeAll(near);
            groups.add(joined);
        }
        var means = groups.stream()
                .filter(group -> group.size() >= fewest)
                .map(Window::mean)
                .toList();
        return means.stream()
                .filter(mean -> means.stream().noneMatch(other -> other.swallows(mean)))
                .toList();
    }

    Face face() {
        var cutLeft = Math.max(0, left);
        var cutTop = Math.max(0, top);
        return new Face(cutLeft, cutTop, Math.min(1 - cutLeft, width), Math.min(1 - cutTop, height));
    }

    private boolean isNear(Window other) {
        var across = NEAR * Math.min(width, other.width);
        var down = NEAR * Math.min(height, other.height);
        return Math.abs(left - other.left) <= across
                && Math.abs(top - other.top) <= down
                && Math.abs(left + width - other.left - other.width) <= across
                && Math.abs(top + height - other.top - other.height) <= down;
    }

    private boolean swallows(Window other) {
        var middleAcross = other.left + other.width / 2;
        var middleDown = other.top + other.height / 2;
        var isOver =
                middleAcross > left && middleAcross < left + width && middleDown > top && middleDown < top + height;
        return isOver && votes > other.votes;
    }

    private static Window mean(List<Window> group) {
        return new Window(
                group.stream().mapToDouble(Window::left).average().orElseThrow(),
                group.stream().mapToDouble(Window::top).average().orElseThrow(),
                group.stream().mapToDouble(Window::width).average().orElseThrow(),
                group.stream().mapToDouble(Window::height).average().orElseThrow(),
                group.size());
    }
}

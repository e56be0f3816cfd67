package app.aisha.app.architecture.wrong.hen;

import app.aisha.app.architecture.wrong.egg.Egg;
import java.util.List;

/** One half of a circle. */
public record Hen(List<Egg> eggs) {}

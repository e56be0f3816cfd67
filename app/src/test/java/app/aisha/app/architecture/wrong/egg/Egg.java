package app.aisha.app.architecture.wrong.egg;

import app.aisha.app.architecture.wrong.hen.Hen;
import java.util.Optional;

/** The other half of a circle. */
public record Egg(Optional<Hen> layer) {}

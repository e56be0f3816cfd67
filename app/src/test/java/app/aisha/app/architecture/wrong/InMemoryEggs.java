package app.aisha.app.architecture.wrong;

/** Named by how it is made. */
final class InMemoryEggs {}

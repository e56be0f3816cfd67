package app.aisha.core.privacy;

class InMemoryErasuresTest implements ErasuresContract {

    private final InMemoryErasures erasures = new InMemoryErasures();

    @Override
    public Erasures erasures() {
        return erasures;
    }

    @Override
    public void inLine(String subject) {
        erasures.line.add(subject);
    }

    @Override
    public void idle(String subject) {
        erasures.line.remove(subject);
        erasures.idle.add(subject);
    }

    @Override
    public boolean isInLine(String subject) {
        return erasures.line.contains(subject) || erasures.idle.contains(subject);
    }

    @Override
    public void outOfLine(String subject) {
        erasures.line.remove(subject);
    }
}

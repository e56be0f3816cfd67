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
    public void outOfLine(String subject) {
        erasures.line.remove(subject);
    }
}

package app.aisha.core.work;

/** A piece of long work. Each feature seals its own. A job names what it is about; the state says what to do next. */
public interface Job {

    /** Two jobs of the same type and subject are one job. */
    String subject();
}

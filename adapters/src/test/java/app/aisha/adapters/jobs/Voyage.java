package app.aisha.adapters.jobs;

import app.aisha.core.work.Job;

/** A long job of these tests. */
record Voyage(String subject) implements Job {

    static final String NAME = "voyage";
}

package app.aisha.adapters.jobs;

import app.aisha.core.work.Job;

/** A job of these tests. */
record Errand(String subject) implements Job {

    static final String NAME = "errand";
}

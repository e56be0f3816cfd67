/** FAL: trainings and pictures through its queue, its files, and the webhooks it rings with. */
@NullMarked
package app.aisha.adapters.fal;

import org.jspecify.annotations.NullMarked;

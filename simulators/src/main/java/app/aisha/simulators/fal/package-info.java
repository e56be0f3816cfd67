/** A strict stand-in for fal.ai (queue, storage, CDN, platform, webhooks) with real trainings and scripted faults. */
@NullMarked
package app.aisha.simulators.fal;

import org.jspecify.annotations.NullMarked;

package app.aisha.app.architecture.wrong;

/** A port with a suffix. */
interface EggRepository {}

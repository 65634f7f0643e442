/** A worker says so often that it lives; one that was silent for so long is dead, and its job is run again. The shortest that is allowed is 10. */
export const HEARTBEAT_SECONDS = 30

/** The pause before a retry grows up to this. */
export const LONGEST_PAUSE_SECONDS = 3600

/** A job that nobody took for so long is given up. */
export const WAIT_SECONDS = 90 * 86_400

/** What is over stays to be seen for so long. */
export const KEEP_SECONDS = 30 * 86_400

/** So often a job is started again whose process was killed, beside its retries: one that kills its process each time must end. */
export const MOST_KILLS = 10

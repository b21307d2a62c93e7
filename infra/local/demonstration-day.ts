/** The day on which the demonstration data stands, apart from the data, which only those who make it load. */

/** Day of the demonstration data. */
export const DEMONSTRATION_DAY = "2026-09-28";

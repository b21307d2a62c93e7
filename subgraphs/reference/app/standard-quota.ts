/** What an app may ask for without a data-sharing agreement. */

/** Points of weighted cost. */
export const STANDARD_QUOTA = { aMinute: 6_000_000, aDay: 1_000_000_000 } as const;

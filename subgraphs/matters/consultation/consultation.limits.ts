/** How much is asked in one consultation. */

/** Most questions, with those that follow an answer. */
export const MOST_TURNS = 20;

/** What it costs to be told all that stands behind a door. */

/** Units of weighted cost: one for each 1,024 characters, which are written and sent again to each who asks. */
export const listPrice = (characters: number): number => Math.ceil(characters / 1_024);

/** Where households in need may be counted: above the village alone (docs/reference/visibility.md#groups-of-persons). */

/** True for divisions down to the township: a village's households are known to its board alone. */
export const isAboveVillage = (division: string): boolean => division.length <= 9;

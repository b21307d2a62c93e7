/** Counts of small groups are hidden, with as many more as it takes that none can be computed. */
export { MIN_GROUP, hiddenCells, type CountedCell } from "./suppress.js";

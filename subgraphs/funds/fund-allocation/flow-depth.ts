/** How far a flow is followed. */
import { badInput } from "../../../platform/errors/index.js";

/** A depth of 1 to 6. Throws BAD_USER_INPUT otherwise. */
export const checkedDepth = (depth: number): number => {
  if (depth < 1 || depth > 6) throw badInput("depth", "DEPTH", "depth is between 1 and 6.");
  return depth;
};

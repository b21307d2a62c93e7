/** Tags that no contract takes or leaves: written wrongly, or for another graph. */
import type { Contract } from "../../config/index.js";
import { directivesNamed, type NamedDocument } from "../declarations.js";
import { locate, printLocation, type Problem } from "../problem.js";
import { coordinatesIn } from "./tags.js";

/** A sentence for each such tag, where it first stands. */
export const unknownTags = (partner: NamedDocument, contracts: readonly Contract[]): Problem[] => {
  const known = new Set(contracts.flatMap(({ include, exclude }) => [...include, ...exclude]));
  const told = new Set<string>();
  return partner.document.definitions.flatMap(coordinatesIn).flatMap(({ coordinate, node }) =>
    directivesNamed(node, "tag").flatMap(({ name }) => {
      const tag = String(name);
      if (known.has(tag) || told.has(tag)) return [];
      told.add(tag);
      const location = locate(partner, node, coordinate);
      const message = `${printLocation(location)} is tagged ${tag}, which no contract takes or leaves: known are ${[...known].sort().join(", ") || "none"}.`;
      return [{ ...location, message }];
    }),
  );
};

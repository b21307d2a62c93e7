/** Real data of the reference schema: divisions; the law's data is loaded by the nouns that keep it. */
import { createHash } from "node:crypto";
import type { ReferenceData } from "../../../platform/subgraph/index.js";
import { divisionFile, loadDivisions } from "./divisions.js";

/** Divisions. */
export const referenceData: ReferenceData = {
  fingerprint: () =>
    createHash("sha256")
      .update([divisionFile("divisions.tsv"), divisionFile("division-changes.json")].join("\0"))
      .digest("hex"),
  load: async (trx) => `${await loadDivisions(trx)} divisions`,
};

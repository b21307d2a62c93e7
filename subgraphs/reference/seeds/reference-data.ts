/** Real data of the reference schema: divisions and the legal bases that the policy and the domain rules cite. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Knex } from "knex";
import { projectPath } from "../../../platform/config/index.js";
import { toRow } from "../../../platform/database/index.js";
import type { ReferenceData } from "../../../platform/subgraph/index.js";
import type { LegalBasis } from "../legal-basis/legal-basis.js";
import { LEGAL_BASES } from "../legal-basis/legal-basis.rows.js";
import { divisionFile, loadDivisions } from "./divisions.js";

/** All of them say since when they are in force. */
type ShippedBasis = LegalBasis & { readonly effectiveFrom: string };

const legalBasesFile = (): string => readFileSync(projectPath("schema/legal-bases.json"), "utf8");

/** Ids of the legal bases that ship with the product; others come by import. */
export const shippedBases = (): readonly ShippedBasis[] => JSON.parse(legalBasesFile()) as ShippedBasis[];

/** Those that ship replace what they were; those that came by import stay. */
const loadLegalBases = async (db: Knex): Promise<number> => {
  const rows = shippedBases().map(({ id, lawName, docNo, articleNo, text, effectiveFrom, effectiveTo }) =>
    toRow(LEGAL_BASES, { id, lawName, docNo, articleNo, text, effectiveFrom, effectiveTo }),
  );
  await db("legal_bases").insert(rows).onConflict("id").merge();
  return rows.length;
};

/** Divisions and legal bases. */
export const referenceData: ReferenceData = {
  fingerprint: () =>
    createHash("sha256")
      .update([divisionFile("divisions.tsv"), divisionFile("division-changes.json"), legalBasesFile()].join("\0"))
      .digest("hex"),
  load: async (trx) => `${await loadDivisions(trx)} divisions, ${await loadLegalBases(trx)} legal bases`,
};

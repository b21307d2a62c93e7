/** Legal bases as a file of the law's data: what ships and what is loaded fills legal_bases. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";
import { parseLegalBases } from "../../../platform/domain/index.js";
import type { LawTable } from "../../../platform/law/index.js";
import type { LegalRank } from "./legal-basis.enums.js";
import { writeLegalBases } from "./legal-basis.repository.js";

/** The table of legal bases. */
export const LEGAL_BASIS_LAW: LawTable = {
  kind: "legal-bases",
  shipped: () => readFileSync(projectPath("schema/legal-bases.json"), "utf8"),
  read: parseLegalBases,
  adds: true,
  async load(trx, texts) {
    const bases = texts.flatMap((text) => parseLegalBases("legal bases", text).bases);
    await writeLegalBases(
      trx,
      [...new Map(bases.map((basis) => [basis.id, basis])).values()].map((basis) => ({
        ...basis,
        rank: basis.rank as LegalRank,
        articleNo: basis.articleNo,
        text: basis.text,
        effectiveTo: basis.effectiveTo,
        setsIntermediaryService: basis.setsIntermediaryService,
      })),
    );
  },
};

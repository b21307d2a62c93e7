/** Legal bases as a file of the law's data: the copy by which lists are checked. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";
import { parseLegalBases } from "../../../platform/domain/index.js";
import type { LawTable } from "../../../platform/law/index.js";
import { keepPeriods } from "./intermediary-service.list.repository.js";

/** The copy of legal bases. */
export const COPIED_LAW: LawTable = {
  kind: "legal-bases",
  shipped: () => readFileSync(projectPath("schema/legal-bases.json"), "utf8"),
  read: parseLegalBases,
  adds: true,
  load: (trx, texts) =>
    keepPeriods(
      trx,
      texts.flatMap((text) => parseLegalBases("legal bases", text).bases),
    ),
};

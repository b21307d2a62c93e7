/** Severity rules as a table that files of the law's data fill: what ships, and what is loaded later. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";
import { fenFromYuan, LawFileRefused } from "../../../platform/domain/index.js";
import type { LawTable, LawTransaction } from "../../../platform/law/index.js";
import { faultsBetween, faultsOfSystems, parseSeverityRules } from "./severity-rule-file.js";
import { findSeverityRules, putSeverityRulesAside, writeSeverityRules } from "./severity-rule.repository.js";

/** Writes rules beside those that are there. Throws LawFileRefused where they contradict them. */
const load = async (trx: LawTransaction, texts: readonly string[]): Promise<void> => {
  const rules = texts.flatMap((text) => parseSeverityRules("severity rules", text).rules);
  await writeSeverityRules(
    trx,
    [...new Map(rules.map((rule) => [rule.id, rule])).values()].map(({ fineFrom, note, ...rule }) => ({
      ...rule,
      setAside: false,
      noteEn: note?.en,
      noteZh: note?.zh,
      regulatorId: rule.regulatorId,
      regulatorUscc: rule.regulatorUscc,
      system: rule.system,
      articleNo: rule.articleNo,
      fineFrom: fineFrom === undefined ? undefined : fenFromYuan(fineFrom),
    })),
  );
  const inTable = await findSeverityRules(trx);
  const faults = [...faultsOfSystems(inTable), ...faultsBetween(inTable)];
  if (faults.length > 0) throw new LawFileRefused("With the rules that are there, the file", faults);
};

/** The table of severity rules. */
export const SEVERITY_RULE_LAW: LawTable = {
  kind: "severity-rules",
  shipped: () => readFileSync(projectPath("platform/domain/law/severity-rules.json"), "utf8"),
  adds: true,
  read: parseSeverityRules,
  load,
  async putAside(trx, text) {
    await putSeverityRulesAside(
      trx,
      parseSeverityRules("severity rules", text).rules.map(({ id }) => id),
    );
  },
};

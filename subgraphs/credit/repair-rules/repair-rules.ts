/** Which measures govern the repair of a penalty: the general ones, or those of a regulator's own system (信用修复). Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { RepairRules } from "./repair-rules.type.js";

/** A system with measures of its own; the stored text. */
export type RepairSystem = "MARKET_SUPERVISION";

/** The general ones, for the system of "Credit China" (“信用中国”). */
export const GENERAL_REPAIR_RULES: RepairRules = {
  title: "信用修复管理办法",
  number: "国家发展改革委令第36号",
  issuer: "国家发展和改革委员会",
  since: "2026-04-01",
  verified: true,
};

/** Those of systems of their own, each with what its authorities are called. */
const OWN_RULES: Readonly<Record<RepairSystem, { readonly rules: RepairRules; readonly authorities: RegExp }>> = {
  MARKET_SUPERVISION: {
    // Title and number as in force since that day are not confirmed from a primary text.
    rules: {
      title: "市场监督管理信用修复管理办法",
      issuer: "国家市场监督管理总局",
      since: "2025-12-25",
      verified: false,
    },
    authorities: /市场监督管理|市场监管/u,
  },
};

/** The system of an authority, by its name; undefined where the general measures hold. */
export const repairSystemOf = ({ name = "" }: { readonly name?: string }): RepairSystem | undefined =>
  (Object.keys(OWN_RULES) as RepairSystem[]).find((system) => OWN_RULES[system].authorities.test(name));

/** The measures that govern on a day; the general ones also where the authority's system is not known. */
export const repairRulesOf = (system: RepairSystem | null, today: LocalDate): RepairRules => {
  const own = system === null ? undefined : OWN_RULES[system].rules;
  return own !== undefined && own.since <= today ? own : GENERAL_REPAIR_RULES;
};

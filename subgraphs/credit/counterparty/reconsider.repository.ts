/**
 * Reconsiders stored penalties by the rules that are in force: what a law seals is sealed, and what a severity rule publishes no longer is
 * closed, without its export being loaded again. It closes and never opens: what a record does not show any more, its export may.
 */
import type { Knex } from "knex";
import type { BatchCall } from "../../../platform/import/index.js";
import type { PenaltyKind, Severity } from "../penalty/penalty.enums.js";
import { ruleOf, type SeverityRuleFacts } from "../severity-rule/severity-rule.js";
import { findSeverityRules } from "../severity-rule/severity-rule.repository.js";
import { sealingOf } from "./sealed.js";

/** What of a penalty decides; of one that was imported there is a hash of its contents. */
interface Stored {
  readonly id: string;
  readonly kinds: PenaltyKind[];
  readonly basis: string | null;
  readonly doc_no: string;
  readonly authority_uscc: string;
  readonly repair_system: string | null;
  readonly division_code: string;
  readonly severity: Severity;
  readonly decision_date: string;
  readonly content_hash: string | null;
  readonly max_months: number;
}

const PIECE = 2_000;

const pieceAfter = async (db: Knex, after: string): Promise<Stored[]> =>
  (await db("penalties as p")
    .join("severity_rules as r", "r.id", "p.severity_rule_id")
    .select(
      "p.id",
      "p.kinds",
      "p.basis",
      "p.doc_no",
      "p.authority_uscc",
      "p.repair_system",
      "p.division_code",
      "p.severity",
      "p.content_hash",
      "r.max_months",
    )
    .select(db.raw("to_char(p.decision_date, 'YYYY-MM-DD') as decision_date"))
    .where("p.id", ">", after)
    .whereNull("p.sealed_by")
    .orderBy("p.id")
    .limit(PIECE)) as Stored[];

/** The rule that publishes nothing of it, where one is in force now; demonstration records are made with theirs. */
const closingRule = (rules: readonly SeverityRuleFacts[], row: Stored): SeverityRuleFacts | undefined => {
  if (row.content_hash === null || row.max_months === 0) return undefined;
  const decider = { uscc: row.authority_uscc, system: row.repair_system, division: row.division_code };
  const rule = ruleOf(rules, decider, row.severity, row.decision_date);
  return rule.maxMonths === 0 ? rule : undefined;
};

const grouped = <Row extends { readonly id: string }>(
  rows: readonly (readonly [Row, string])[],
): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const [{ id }, key] of rows) groups.set(key, [...(groups.get(key) ?? []), id]);
  return groups;
};

/** Names of the authorities by credit code, as reference knows them. */
const authoritiesOf = async (call: BatchCall, rows: readonly Stored[], known: Map<string, string | undefined>) => {
  const codes = [...new Set(rows.map((row) => row.authority_uscc))].filter((code) => !known.has(code));
  if (codes.length === 0) return;
  const found = await call<({ name?: string } | null)[]>("reference", "organizationsByUscc", codes);
  codes.forEach((code, index) => known.set(code, found[index]?.name));
};

/** Closes what may not be public as of the day; answers with how many penalties. Throws what asking reference throws. */
export const reconsiderPenalties = async (db: Knex, call: BatchCall, today: string): Promise<number> => {
  const rules = await findSeverityRules(db);
  const names = new Map<string, string | undefined>();
  let closed = 0;
  for (let after = ""; ;) {
    const rows = await pieceAfter(db, after);
    await authoritiesOf(call, rows, names);
    const sealed = rows.flatMap((row) => {
      const { kinds, doc_no: docNo, basis, authority_uscc: uscc } = row;
      const authorityName = names.get(uscc);
      const facts = { record: "PENALTY", minor: false, kinds, docNo } as const;
      const law = sealingOf({ ...facts, ...(basis === null ? {} : { basis }), authorityName }, today)?.law;
      return law === undefined ? [] : [[row, law.id] as const];
    });
    const ids = new Set(sealed.map(([{ id }]) => id));
    const ruled = rows.flatMap((row) => {
      const rule = ids.has(row.id) ? undefined : closingRule(rules, row);
      return rule === undefined ? [] : [[row, rule.id] as const];
    });
    const version = db.raw("version + 1");
    for (const [code, of] of grouped(sealed))
      await db("penalties").whereIn("id", of).update({ sealed_by: code, version });
    for (const [id, of] of grouped(ruled))
      await db("penalties")
        .whereIn("id", of)
        .update({ severity_rule_id: id, published_on: null, publicity_until: null, version });
    closed += sealed.length + ruled.length;
    if (rows.length < PIECE) return closed;
    after = rows.at(-1)!.id;
  }
};

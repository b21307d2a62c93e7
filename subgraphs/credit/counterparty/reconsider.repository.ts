/**
 * Reconsiders stored penalties by the rules that are in force, without their export being loaded again: what a law seals is sealed, what the
 * rules classified is classified again, and what a severity rule publishes no longer, or for less long, follows it. It closes and shortens, and
 * never opens or prolongs: what a record does not show any more, its export may.
 */
import type { Knex } from "knex";
import type { BatchCall } from "../../../platform/import/index.js";
import type { SeverityRuleFacts } from "../severity-rule/severity-rule.js";
import { findSeverityRules } from "../severity-rule/severity-rule.repository.js";
import { otherRule, type RuledRow } from "../severity-rule/other-rule.js";
import { sealingOf } from "./sealed.js";

/** A stored penalty. */
interface Stored extends RuledRow {
  readonly id: string;
  readonly basis: string | null;
  readonly doc_no: string;
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
      "p.severity_by_rule",
      "p.severity_rule_id",
      "p.procedure",
      "p.fine_fen",
      "p.content_hash",
      "r.max_months",
      "r.when_unperformed",
    )
    .select(db.raw("to_char(p.publicity_until, 'YYYY-MM-DD') as publicity_until"))
    .select(db.raw("to_char(p.decision_date, 'YYYY-MM-DD') as decision_date"))
    .where("p.id", ">", after)
    .whereNull("p.sealed_by")
    .orderBy("p.id")
    .limit(PIECE)) as Stored[];

/** Ids of rows by what they go under. */
const grouped = <Key>(rows: readonly (readonly [Stored, Key])[]): Map<Key, string[]> => {
  const groups = new Map<Key, string[]>();
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

/** Puts records under a rule: what it does not publish has no day of publication, and what it ends earlier has no later last day. */
const putUnder = async (
  db: Knex,
  { id, severity, maxMonths }: SeverityRuleFacts,
  of: readonly string[],
): Promise<void> => {
  const ends = db.raw(
    "case when publicity_until <= (decision_date + make_interval(months => ?))::date then publicity_until end",
    [maxMonths],
  );
  await db("penalties")
    .whereIn("id", [...of])
    .update({
      ...{ severity, severity_rule_id: id, version: db.raw("version + 1") },
      ...(maxMonths === 0 ? { published_on: null, publicity_until: null } : { publicity_until: ends }),
    });
};

/** Closes what may not be public as of the day, and puts under their rule those of which it says less; answers with how many penalties. Throws what asking reference throws. */
export const reconsiderPenalties = async (db: Knex, call: BatchCall, today: string): Promise<number> => {
  const rules = await findSeverityRules(db);
  const names = new Map<string, string | undefined>();
  let changed = 0;
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
      const rule = ids.has(row.id) ? undefined : otherRule(rules, row);
      return rule === undefined ? [] : [[row, rule] as const];
    });
    const version = db.raw("version + 1");
    for (const [code, of] of grouped(sealed))
      await db("penalties").whereIn("id", of).update({ sealed_by: code, version });
    for (const [rule, of] of grouped(ruled)) await putUnder(db, rule, of);
    changed += sealed.length + ruled.length;
    if (rows.length < PIECE) return changed;
    after = rows.at(-1)!.id;
  }
};

/** The one decision of disclosure: what a viewer sees of a closed field, for one row or before any row is known. Pure. */
import type { Viewer } from "../../auth/index.js";
import type { LocalDate } from "../../domain/index.js";
import { NO_AGREEMENTS, type AgreementBook } from "./agreements.js";
import { couldRead, mayRead, recordFacts } from "./audience.js";
import { acrLevelOf } from "../vocabulary/index.js";
import { failedGuard } from "./guards.js";
import { recordPathsOf, type FieldRule, type PolicyTable, type RecordPaths } from "../table/index.js";

/** What a viewer sees of a closed value. */
export type Verdict = "FULL" | "MASKED" | "WITHHELD";

/** What is certain before a row is known; PER_RECORD where rows differ. */
export type VerdictOfAll = Verdict | "PER_RECORD";

/** Decides by one table and one book of agreements. */
export interface Decider {
  /** For one row; `row` holds the properties that the type's record paths name. */
  ofRow(rule: FieldRule, viewer: Viewer, row: unknown, on: LocalDate): Verdict;
  /** For all rows. The viewer's agreements are taken as they stand: whoever made the viewer has checked them. */
  ofAll(rule: FieldRule, viewer: Viewer): VerdictOfAll;
  /** Text that is the same for viewers whom `ofAll` treats alike; plans and answers may be shared within it. */
  classOf(viewer: Viewer): string;
}

const outside = ({ tier, mask }: FieldRule): Verdict =>
  tier.includes("MASKED") && mask !== undefined ? "MASKED" : "WITHHELD";

/** Creates the decider. */
export const createDecider = (table: PolicyTable, agreements: AgreementBook = NO_AGREEMENTS): Decider => {
  const paths = new Map<FieldRule, RecordPaths | undefined>(
    table.fields.map((rule) => [rule, recordPathsOf(table, rule)]),
  );
  const pathsOf = (rule: FieldRule): RecordPaths | undefined =>
    paths.has(rule) ? paths.get(rule) : recordPathsOf(table, rule);
  const names = namesIn(table);

  /** Before any row is looked at; undefined where the row decides. */
  const withoutRow = (rule: FieldRule, viewer: Viewer, shared: boolean): Verdict | undefined => {
    if (failedGuard(rule.requires, viewer)) return "WITHHELD";
    if (rule.tier.length === 0 || shared) return "FULL";
    const root = rule.root === true;
    if (!couldRead(rule.tier, viewer, { paths: pathsOf(rule), shared, root })) return outside(rule);
    // A root field has no row: belonging to the audience is enough there, and the service refuses rows.
    return root ? "FULL" : undefined;
  };
  const isShared = (rule: FieldRule): boolean => rule.tier.includes("SHARED");

  return {
    ofAll: (rule, viewer) =>
      withoutRow(rule, viewer, isShared(rule) && agreements.names(viewer.agreements, rule)) ?? "PER_RECORD",
    ofRow(rule, viewer, row, on) {
      const shared = isShared(rule) && agreements.covers(viewer, rule, on);
      const certain = withoutRow(rule, viewer, shared);
      if (certain) return certain;
      return mayRead(rule.tier, viewer, recordFacts(row, pathsOf(rule)), shared) ? "FULL" : outside(rule);
    },
    classOf: (viewer) =>
      viewer.kind === "anonymous"
        ? "anonymous"
        : JSON.stringify([
            [...viewer.roles].sort(),
            [viewer.subjectHash, viewer.subjectUscc, viewer.agencyUscc, viewer.divisionCode].map(
              (claim) => claim !== undefined,
            ),
            viewer.scopes.filter((scope) => names.scopes.has(scope)).sort(),
            viewer.acr !== undefined && names.levels.has(viewer.acr) ? viewer.acr : null,
            [...viewer.agreements].sort(),
          ]),
  };
};

/** Scopes and levels that the table asks for: what else a token holds makes no difference. */
const namesIn = (table: PolicyTable): { scopes: ReadonlySet<string>; levels: ReadonlySet<string | undefined> } => ({
  scopes: new Set(table.fields.flatMap(({ requires }) => (requires?.scopes ?? []).flat())),
  levels: new Set(table.fields.flatMap(({ requires }) => (requires?.policies ?? []).flat().map(acrLevelOf))),
});

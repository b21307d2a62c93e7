/** What changed between two policy tables, as the people concerned would put it. Pure. */
import type { LocalDate } from "../domain/index.js";
import { ruleName, type FieldRule, type PolicyTable } from "../disclosure/table/index.js";
import { compareReaders } from "./readers.js";

/** One difference; `breaking` where the people whom the field is about lose protection, or a review is overdue. */
export interface PolicyChange {
  readonly kind:
    | "NEWLY_PUBLIC"
    | "REMOVED"
    | "NEWLY_CLOSED"
    | "WEAKER"
    | "STRONGER"
    | "OTHER_READERS"
    | "MASK"
    | "REASON"
    | "BASIS"
    | "UNTIL"
    | "RECORD"
    | "OVERDUE";
  readonly subgraph: string;
  /** `Type.field`, or a type for RECORD. */
  readonly place: string;
  readonly breaking: boolean;
  readonly text: string;
}

/** What is compared. */
export interface Comparison {
  readonly previous: PolicyTable;
  readonly next: PolicyTable;
  /** Day on which an `until` counts as past. */
  readonly on: LocalDate;
  /** Says whether a field is still in the new schema. @default unknown, it is then taken to be public */
  readonly exists?: (subgraph: string, type: string, field: string) => boolean;
}

const keyOf = ({ subgraph, type, field }: FieldRule): string => `${subgraph} ${type}.${field}`;

const readers = ({ tier, requires }: FieldRule): string => {
  const guards = requires
    ? Object.entries(requires).map(([kind, value]) => (value === true ? kind : `${kind} ${JSON.stringify(value)}`))
    : [];
  return [tier.length === 0 ? "everyone" : tier.join(", "), ...guards].join(" with ");
};

/** Every change, in the order of places. */
export const diffPolicies = ({ previous, next, on, exists }: Comparison): PolicyChange[] => {
  const before = new Map(previous.fields.map((rule) => [keyOf(rule), rule]));
  const after = new Map(next.fields.map((rule) => [keyOf(rule), rule]));
  const changes: PolicyChange[] = [];
  for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, now] = [before.get(key), after.get(key)];
    if (old && now) changes.push(...ruleChanges(old, now));
    else if (old) changes.push(opened(old, exists));
    else if (now) changes.push(change(now, "NEWLY_CLOSED", false, `is closed: read by ${readers(now)}`));
    if (now?.until !== undefined && now.until < on)
      changes.push(
        change(now, "OVERDUE", true, `was to be reviewed by ${now.until}: review it and write a later until`),
      );
  }
  return [...changes, ...recordChanges(previous, next)];
};

const change = (rule: FieldRule, kind: PolicyChange["kind"], breaking: boolean, text: string): PolicyChange => ({
  kind,
  subgraph: rule.subgraph,
  place: ruleName(rule),
  breaking,
  text,
});

const opened = (old: FieldRule, exists: Comparison["exists"]): PolicyChange =>
  exists && !exists(old.subgraph, old.type, old.field)
    ? change(old, "REMOVED", false, "is gone from the schema")
    : change(old, "NEWLY_PUBLIC", true, `is public${exists ? "" : ", or gone"}: it was read by ${readers(old)}`);

const ruleChanges = (old: FieldRule, now: FieldRule): PolicyChange[] => {
  const changes: PolicyChange[] = [];
  const say = (kind: PolicyChange["kind"], breaking: boolean, text: string): void =>
    void changes.push(change(now, kind, breaking, text));
  const moved = `was read by ${readers(old)}, is read by ${readers(now)}`;
  const comparison = compareReaders(old, now);
  if (comparison === "WEAKER") say("WEAKER", true, moved);
  if (comparison === "STRONGER") say("STRONGER", false, moved);
  // Some who could not read it now can.
  if (comparison === "OTHER") say("OTHER_READERS", true, moved);
  if (old.mask !== now.mask && old.tier.includes("MASKED") && now.tier.includes("MASKED"))
    say("MASK", true, `was masked as ${old.mask ?? "nothing"}, is masked as ${now.mask ?? "nothing"}`);
  if (old.reason !== now.reason) say("REASON", false, `was closed as ${old.reason}, is closed as ${now.reason}`);
  if (old.basis !== now.basis) say("BASIS", false, `was based on ${old.basis}, is based on ${now.basis}`);
  if (old.until !== now.until)
    say("UNTIL", false, `was until ${old.until ?? "further notice"}, is until ${now.until ?? "further notice"}`);
  return changes;
};

/** Other paths to whose a row is are other readers. */
const recordChanges = (previous: PolicyTable, next: PolicyTable): PolicyChange[] =>
  Object.entries(previous.records).flatMap(([subgraph, types]) =>
    Object.entries(types).flatMap(([type, paths]): PolicyChange[] => {
      const now = next.records[subgraph]?.[type];
      return now === undefined || JSON.stringify(paths) === JSON.stringify(now)
        ? []
        : [
            {
              kind: "RECORD",
              subgraph,
              place: type,
              breaking: true,
              text: `rows said whose they are by ${JSON.stringify(paths)}, and say it by ${JSON.stringify(now)}`,
            },
          ];
    }),
  );

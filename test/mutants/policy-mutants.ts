/** Every way in which one line of the policy table may be weaker or stronger than it is, each as a table of its own. */
import type { FieldRule, PolicyTable } from "../../platform/disclosure/table/index.js";
import type { Mask, Tier } from "../../platform/disclosure/vocabulary/index.js";

/** A table with one line changed. */
export interface PolicyMutant {
  /** Such as `credit AdministrativePenalty.personName: without OWNER`. */
  readonly name: string;
  readonly kind: "OPENED" | "TIER_REMOVED" | "TIER_ADDED" | "MASK_REMOVED" | "MASK_CHANGED";
  readonly rule: FieldRule;
  readonly table: PolicyTable;
}

/** Audiences that a row decides, with the path that must be declared for them: without it they hold nobody, whatever the line says. */
const PATHS = { OWNER: "subject", AGENCY: "agency", SUPERVISOR: "division" } as const;

/** A mask that leaves what the rule's own mask would hide, or the reverse. */
const otherMask = (mask: Mask): Mask => (mask === "NAME" ? "ACCOUNT" : "NAME");

/**
 * All mutants of the table, in its order; those that can change nothing for want of a path or a mask are not made, nor those of the
 * gateway's own fields, which no service can be asked for (test/e2e/own-use.test.ts is their table).
 */
export const policyMutants = (table: PolicyTable): PolicyMutant[] =>
  table.fields.flatMap((rule) => {
    if (rule.subgraph === "gateway") return [];
    const place = `${rule.subgraph} ${rule.type}.${rule.field}`;
    const paths = table.records[rule.subgraph]?.[rule.type];
    const changed = (kind: PolicyMutant["kind"], what: string, line?: FieldRule): PolicyMutant => ({
      name: `${place}: ${what}`,
      kind,
      rule,
      table: { ...table, fields: table.fields.flatMap((entry) => (entry === rule ? (line ? [line] : []) : [entry])) },
    });
    const audiences = (Object.keys(PATHS) as (keyof typeof PATHS)[]).filter(
      (tier) => paths?.[PATHS[tier]] !== undefined,
    );
    const has = (tier: Tier): boolean => rule.tier.includes(tier);
    return [
      changed("OPENED", "open"),
      ...rule.tier.map((tier) =>
        changed("TIER_REMOVED", `without ${tier}`, {
          ...rule,
          // A line without any audience would be one that guards alone decide.
          tier: rule.tier.length === 1 ? ["NEVER"] : rule.tier.filter((other) => other !== tier),
        }),
      ),
      ...audiences
        .filter((tier) => !has(tier))
        .map((tier) => changed("TIER_ADDED", `with ${tier}`, { ...rule, tier: [...rule.tier, tier] })),
      ...(rule.mask === undefined
        ? []
        : [
            changed("MASK_REMOVED", "without its mask", { ...rule, mask: undefined }),
            changed("MASK_CHANGED", "with another mask", { ...rule, mask: otherMask(rule.mask) }),
          ]),
    ];
  });

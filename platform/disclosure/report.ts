/** What one subgraph answer withheld: pattern paths with counts, in the shape that the gateway collects. */
import type { Reason, Tier } from "./vocabulary.js";

/** One kind of withheld value in an answer. */
export interface WithheldEntry {
  /** Response keys from the root, `@` for a position in a list. */
  readonly path: readonly string[];
  readonly count: number;
  /** `Type.field` of the rule. */
  readonly rule: string;
  readonly tier: readonly Tier[];
  readonly reason: Reason;
  readonly basis: string;
}

/** What travels in `extensions.disclosure` of a subgraph's answer. */
export interface DisclosureReport {
  readonly withheld: readonly WithheldEntry[];
}

/** Collects what is withheld while an answer is made. */
export interface DisclosureLog {
  withhold(entry: Omit<WithheldEntry, "count">): void;
  report(): DisclosureReport | undefined;
}

/** Creates an empty log for one request. */
export const createDisclosureLog = (): DisclosureLog => {
  const entries = new Map<string, WithheldEntry>();
  return {
    withhold(entry) {
      const key = `${entry.path.join(".")} ${entry.rule}`;
      entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
    },
    report: () => (entries.size === 0 ? undefined : { withheld: [...entries.values()] }),
  };
};

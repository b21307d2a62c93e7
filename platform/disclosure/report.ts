/** What one subgraph answer withheld or masked: pattern paths with counts, in the shape that the gateway collects. */
import type { Mask, Reason, Tier } from "./vocabulary.js";

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

/** One kind of masked value in an answer. */
export interface MaskedEntry {
  readonly path: readonly string[];
  readonly count: number;
  readonly rule: string;
  readonly mask: Mask;
}

/** What travels in `extensions.disclosure` of a subgraph's answer. */
export interface DisclosureReport {
  readonly withheld: readonly WithheldEntry[];
  readonly masked: readonly MaskedEntry[];
}

/** Collects what is withheld and masked while an answer is made. */
export interface DisclosureLog {
  withhold(entry: Omit<WithheldEntry, "count">): void;
  mask(entry: Omit<MaskedEntry, "count">): void;
  report(): DisclosureReport | undefined;
}

/** Adds an entry to those of the same path and rule. */
const counted = <Entry extends { readonly path: readonly string[]; readonly rule: string }>(): {
  add(entry: Entry): void;
  list(): (Entry & { readonly count: number })[];
} => {
  const entries = new Map<string, Entry & { count: number }>();
  return {
    add(entry) {
      const key = `${entry.path.join(".")} ${entry.rule}`;
      entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
    },
    list: () => [...entries.values()],
  };
};

/** Creates an empty log for one request. */
export const createDisclosureLog = (): DisclosureLog => {
  const withheld = counted<Omit<WithheldEntry, "count">>();
  const masked = counted<Omit<MaskedEntry, "count">>();
  return {
    withhold: withheld.add,
    mask: masked.add,
    report() {
      const report = { withheld: withheld.list(), masked: masked.list() };
      return report.withheld.length + report.masked.length === 0 ? undefined : report;
    },
  };
};

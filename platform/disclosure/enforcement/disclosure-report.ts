/** What one subgraph answer withheld or masked: pattern paths with counts, in the shape that the gateway collects. */
import type { Mask } from "../vocabulary/index.js";

/** One kind of withheld value in an answer. */
export interface WithheldEntry {
  /** Response keys from the root, `@` for a position in a list. */
  readonly path: readonly string[];
  readonly count: number;
  /** `Type.field` of the rule. */
  readonly rule: string;
}

/** One kind of masked value in an answer. */
export interface MaskedEntry extends WithheldEntry {
  readonly mask: Mask;
}

/** What travels in `extensions.disclosure` of a subgraph's answer. */
export interface DisclosureReport {
  readonly withheld: readonly WithheldEntry[];
  readonly masked: readonly MaskedEntry[];
  /** True where the subgraph's rules are not those of the gateway, so that it withheld all closed fields. */
  readonly otherPolicy?: true;
}

/** Collects what is withheld and masked while an answer is made. */
export interface DisclosureLog {
  withhold(entry: Omit<WithheldEntry, "count">, count?: number): void;
  mask(entry: Omit<MaskedEntry, "count">, count?: number): void;
  report(): DisclosureReport | undefined;
}

/** Adds an entry to those of the same path and rule. */
const counted = <Entry extends { readonly path: readonly string[]; readonly rule: string }>(): {
  add(entry: Entry, count?: number): void;
  list(): (Entry & { readonly count: number })[];
} => {
  const entries = new Map<string, Entry & { count: number }>();
  return {
    add(entry, count = 1) {
      const key = `${entry.path.join(".")} ${entry.rule}`;
      const known = entries.get(key);
      if (known) known.count += count;
      else entries.set(key, { ...entry, count });
    },
    list: () => [...entries.values()],
  };
};

/** Creates an empty log for one request. */
export const createDisclosureLog = ({ otherPolicy = false } = {}): DisclosureLog => {
  const withheld = counted<Omit<WithheldEntry, "count">>();
  const masked = counted<Omit<MaskedEntry, "count">>();
  return {
    withhold: withheld.add,
    mask: masked.add,
    report() {
      const report = { withheld: withheld.list(), masked: masked.list() };
      if (otherPolicy) return { ...report, otherPolicy };
      return report.withheld.length + report.masked.length === 0 ? undefined : report;
    },
  };
};

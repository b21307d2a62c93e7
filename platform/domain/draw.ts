/**
 * A draw by lot, as anyone can recompute it (subgraphs/intermediary/README.md, "Recomputing a draw"). Pure.
 *
 * Before the list of candidates is closed, a public source of randomness is named whose value nobody knows yet. After it is known:
 * 1. candidates: their ids, such as those of all accepted bidders, sorted by their bytes;
 * 2. candidateListHash = SHA-256 of the ids joined by line feeds, as lower-case hexadecimal digits;
 * 3. seed = SHA-256 of `<source value> LF <project number> LF <candidateListHash>`, as lower-case hexadecimal digits;
 * 4. position = seed read as one whole number, modulo the number of candidates; the first candidate has position 0.
 */
import { createHash } from "node:crypto";
import type { LocalDate } from "./local-date.js";

/** Name of this procedure; a change of any step is another name. */
export const DRAW_ALGORITHM = "GOVGRAPH-DRAW-1";

/** What a draw is made from. */
export interface DrawFacts {
  /** Number of the project, or of what else is drawn for. */
  readonly projectNo: string;
  /** Ids in any order. */
  readonly candidates: readonly string[];
  /** The value that the public source gave. */
  readonly sourceValue: string;
}

/** What a draw gives. */
export interface DrawResult {
  /** Sorted as they were hashed. */
  readonly candidates: readonly string[];
  readonly candidateListHash: string;
  readonly seed: string;
  readonly position: number;
  readonly selected: string;
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a, "utf8"), Buffer.from(b, "utf8"));

/** Hash of a list of ids in any order, by which whoever draws is bound to the list before the draw. */
export const listHashOf = (ids: readonly string[]): string => sha256([...ids].sort(byBytes).join("\n"));

/** Draws. The same facts give the same result; undefined where there is no candidate, or one stands twice. */
export const draw = ({ projectNo, candidates, sourceValue }: DrawFacts): DrawResult | undefined => {
  const sorted = [...candidates].sort(byBytes);
  if (sorted.length === 0 || new Set(sorted).size !== sorted.length) return undefined;
  const candidateListHash = listHashOf(sorted);
  const seed = sha256(`${sourceValue}\n${projectNo}\n${candidateListHash}`);
  const position = Number(BigInt(`0x${seed}`) % BigInt(sorted.length));
  return { candidates: sorted, candidateListHash, seed, position, selected: sorted[position]! };
};

/** What was published of a draw. */
export interface PublishedDraw extends DrawFacts {
  readonly candidateListHash: string;
  readonly seed: string;
  readonly selected: string;
}

/** What is kept of a draw; project and selected candidate stand beside it. */
export type KeptDraw = Omit<PublishedDraw, "projectNo" | "selected">;

/** A public source of randomness, chosen before its value is known (公共随机源). */
export interface RandomSource {
  readonly name: string;
  /** Which of its values counts, such as an issue number. */
  readonly reference: string;
  readonly chosenAt: LocalDate;
  /** Day on which its value becomes known; not told by projects of before 2026-11-30. */
  readonly knownOn?: LocalDate;
}

/** True where the published figures follow from each other. */
export const recomputes = (published: PublishedDraw): boolean => {
  const result = draw(published);
  return (
    result !== undefined &&
    result.candidateListHash === published.candidateListHash &&
    result.seed === published.seed &&
    result.selected === published.selected
  );
};

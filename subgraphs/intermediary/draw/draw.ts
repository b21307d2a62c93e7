/**
 * The draw of an intermediary by lot, as anyone can recompute it (README, "Recomputing a draw"). Pure.
 *
 * Before bids close, the market names a public source of randomness whose value nobody knows yet. After it is known:
 * 1. candidates: the ids of all accepted bidders, sorted by their bytes;
 * 2. candidateListHash = SHA-256 of the ids joined by line feeds, as lower-case hexadecimal digits;
 * 3. seed = SHA-256 of `<source value> LF <project number> LF <candidateListHash>`, as lower-case hexadecimal digits;
 * 4. position = seed read as one whole number, modulo the number of candidates; the first candidate has position 0.
 */
import { createHash } from "node:crypto";
import type { LocalDate } from "../../../platform/domain/index.js";

/** Name of this procedure; a change of any step is another name. */
export const DRAW_ALGORITHM = "GOVGRAPH-DRAW-1";

/** What a draw is made from. */
export interface DrawFacts {
  readonly projectNo: string;
  /** Ids of the accepted bidders in any order. */
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

/** Draws. The same facts give the same result; undefined where there is no candidate, or one stands twice. */
export const draw = ({ projectNo, candidates, sourceValue }: DrawFacts): DrawResult | undefined => {
  const sorted = [...candidates].sort(byBytes);
  if (sorted.length === 0 || new Set(sorted).size !== sorted.length) return undefined;
  const candidateListHash = sha256(sorted.join("\n"));
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

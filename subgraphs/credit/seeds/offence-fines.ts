/** How a breach is punished within its article: procedure, least fine, and a fine between the bounds. */
import { PenaltyKind, Procedure, Severity } from "../penalty/penalty.enums.js";
import type { Offence } from "./offences.js";

/** A warning may be given on the spot (行政处罚法 第五十一条). */
export const procedureOf = ({ severity }: Offence): Procedure =>
  severity === Severity.MINOR ? Procedure.SIMPLE_01 : Procedure.GENERAL_02;

/** Where the article sets no least, the demonstration fines no less. */
const FINED_FROM = 1_000;
const SERIOUS_FROM = 100_000;
const UNSERIOUS_TO = 90_000;

/** Least of what is fined, in yuan: where the fine alone makes it serious, as much as that takes. Throws RangeError where the article fines nothing. */
export const leastFine = ({ severity, kinds, fine }: Offence): number => {
  if (fine === undefined) throw new RangeError("The article sets no fine.");
  return Math.max(
    fine[0],
    severity === Severity.SERIOUS && kinds.every((kind) => kind === PenaltyKind.FINE) ? SERIOUS_FROM : FINED_FROM,
  );
};

/** A fine within the article, in whole hundreds of yuan: up to three times the least. `drawn` is in [0, 1). */
export const fineWithin = (offence: Offence, drawn: number): number => {
  const least = leastFine(offence);
  const most = Math.min(least * 3, offence.fine![1], offence.severity === Severity.SERIOUS ? Infinity : UNSERIOUS_TO);
  return Math.floor((least + drawn * (most - least)) / 100) * 100;
};

/** What decisions of the demonstration cite: an article that is in force on their day, by the days of the legal bases. */
import { validOn, type LocalDate } from "../../../platform/domain/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import type { Citation, Offence } from "./offences.js";

type LegalBasis = DemonstrationWorld["legalBases"][number];

const holdsOn = ({ effectiveFrom, effectiveTo }: LegalBasis, day: LocalDate): boolean =>
  validOn({ validFrom: effectiveFrom, validTo: effectiveTo }, day);

/** What a record says of its ground, such as 《中华人民共和国食品安全法》第一百二十六条第一款第三项. Throws RangeError where no such basis is known. */
export const citationText = (legalBases: readonly LegalBasis[], { basis, item = "" }: Citation): string => {
  const found = legalBases.find(({ id }) => id === basis);
  if (found === undefined) throw new RangeError(`No legal basis ${basis} is known.`);
  return `《${found.lawName}》${found.articleNo ?? ""}${item}`;
};

/** The ground of a breach on a day. Throws RangeError where none of its articles is in force. */
export const citedOn = (legalBases: readonly LegalBasis[], { cites, breach }: Offence, day: LocalDate): string => {
  const inForce = cites.find(({ basis }) => legalBases.some((known) => known.id === basis && holdsOn(known, day)));
  if (inForce === undefined) throw new RangeError(`Nothing punishes ${breach} on ${day}.`);
  return citationText(legalBases, inForce);
};

const MARKS = /[《》]/g;

/** The articles that a text of a ground names: all known ones of its law, or of its article where it names one. */
const namedBy = (legalBases: readonly LegalBasis[], text: string): LegalBasis[] => {
  const cited = text.replace(MARKS, "");
  const ofLaw = legalBases.filter(({ lawName }) => cited.startsWith(lawName));
  const article = /^第[^条]+条/.exec(cited.slice(ofLaw[0]?.lawName.length ?? 0))?.[0];
  return ofLaw.filter(({ articleNo }) => articleNo === undefined || article === undefined || articleNo === article);
};

/** What is wrong with a ground on the day of its decision: the law is not known, or not in force. */
export const wrongOn = (legalBases: readonly LegalBasis[], text: string, day: LocalDate): string | undefined => {
  const named = namedBy(legalBases, text);
  if (named.length === 0) return `${text}, which no legal basis tells of`;
  return named.some((basis) => holdsOn(basis, day)) ? undefined : `${text} on ${day}`;
};

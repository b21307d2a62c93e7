/** Legal bases as data (schema/legal-bases.json, docs/law.md): articles on which things rest, each with its rank, place and whether it was read. */
import { z } from "zod";
import type { LocalDate } from "../local-date.js";
import { faultsOfTwice, lawArticle, lawDay, lawPlace, readLaw } from "./law-file.js";
import { LEGAL_RANKS } from "./legal-ranks.js";

const basisShape = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, "is no id of a legal basis, such as EIA-2018-16"),
  rank: z.enum(LEGAL_RANKS),
  lawName: z.string().min(1),
  articleNo: lawArticle.optional(),
  docNo: z.string().min(1),
  text: z.string().min(1).optional(),
  effectiveFrom: lawDay,
  effectiveTo: lawDay.optional(),
  jurisdiction: lawPlace,
  /** False where number, article and days were not read in the text itself. */
  verified: z.boolean(),
  /** Whether the article makes a service of an intermediary a condition of an approval; absent where nobody looked. */
  setsIntermediaryService: z.boolean().optional(),
});

/** A legal basis as a file has it. */
export type LegalBasisEntry = z.infer<typeof basisShape>;

const fileShape = z.strictObject({ edition: lawDay, bases: z.array(basisShape).min(1) });

/** Ranks whose instruments hold in the whole country, and those that never do. */
const NATIONAL = ["LAW", "ADMINISTRATIVE_REGULATION", "STATE_COUNCIL_DECISION", "DEPARTMENTAL_RULE"];
const LOCAL = ["LOCAL_REGULATION", "LOCAL_RULE"];

const faultsOf = ({ bases }: z.infer<typeof fileShape>): string[] => {
  const ids = bases.map(({ id }) => id);
  const whole = (jurisdiction: string): boolean => jurisdiction === "000000";
  return [
    ...faultsOfTwice(ids),
    ...bases.flatMap(({ id, rank, jurisdiction, effectiveFrom, effectiveTo }) => [
      ...(effectiveTo !== undefined && effectiveTo < effectiveFrom
        ? [`${id} ends on ${effectiveTo}, before it begins (${effectiveFrom})`]
        : []),
      ...(NATIONAL.includes(rank) && !whole(jurisdiction)
        ? [`${id} is of the rank ${rank}, which holds in the whole country, not in ${jurisdiction}`]
        : []),
      ...(LOCAL.includes(rank) && whole(jurisdiction) ? [`${id} is of the rank ${rank} and says no place`] : []),
    ]),
  ];
};

/** A file of legal bases. */
export interface LegalBasisFile {
  /** Day that it says it is of. */
  readonly edition: LocalDate;
  readonly bases: readonly LegalBasisEntry[];
}

/** A file's text. Throws LawFileRefused with all faults where it contradicts itself. */
export const parseLegalBases = (name: string, text: string): LegalBasisFile => readLaw(name, text, fileShape, faultsOf);

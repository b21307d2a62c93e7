/** Legal time limits as data (limits.json, docs/law.md): a local promise is another row, never another branch. */
import { z } from "zod";
import type { LocalDate } from "../local-date.js";
import { bilingual, faultsOfTwice, instrumentShape, lawDay, readLaw, type Bilingual } from "./law-file.js";

/** WD working days, D natural days, H hours, M months, Y years. */
export type LimitRuleUnit = "WD" | "D" | "H" | "M" | "Y";

/** Law, regulation or document that sets a limit. */
export type Instrument = z.infer<typeof instrumentShape>;

/** By how much a limit may be extended. */
export interface LimitExtension {
  /** In the unit of the limit. */
  readonly amount: number;
  readonly approver: Bilingual;
  /** False where the span could not be confirmed in the document. */
  readonly verified: boolean;
}

/** One limit. */
export interface LimitRule {
  readonly id: string;
  /** What starts the clock, and what must have happened at its end. */
  readonly trigger: Bilingual;
  readonly unit: LimitRuleUnit;
  readonly amount: number;
  /** Least span, where the law gives a range. */
  readonly minimum?: number;
  readonly extension?: LimitExtension;
  /** Procedures whose time does not count. */
  readonly excludes: readonly string[];
  readonly instrument: Instrument;
  readonly article?: string;
  /** Title with article, or with number where it has no articles. */
  readonly basisClause: string;
  /** Six-digit division; 000000 for the whole country. */
  readonly jurisdiction: string;
  readonly validFrom: LocalDate;
  /** False where the span could not be confirmed in the document itself. */
  readonly verified: boolean;
  readonly note?: Bilingual;
}

const span = z.int().min(0).max(1_000);
const limitShape = z.strictObject({
  id: z.string().regex(/^L\d{2}(-[A-Z0-9]+)?$/, "is no name of a limit, such as L12 or L24-FEEDBACK"),
  trigger: bilingual,
  unit: z.enum(["WD", "D", "H", "M", "Y"]),
  amount: span,
  minimum: span.optional(),
  extension: z.strictObject({ amount: span.min(1), approver: bilingual, verified: z.boolean() }).optional(),
  excludes: z.array(z.string().regex(/^[A-Z_]+$/)).optional(),
  instrument: z.string(),
  article: z
    .string()
    .regex(/^第.+条/, "is no article (第…条)")
    .optional(),
  since: lawDay,
  jurisdiction: z.string().regex(/^\d{6}$/, "is no six-digit division"),
  verified: z.boolean(),
  note: bilingual.optional(),
});
const fileShape = z.strictObject({
  edition: lawDay,
  instruments: z.record(z.string().regex(/^[A-Z_]+$/), instrumentShape),
  limits: z.array(limitShape).min(1),
});
type LimitFile = z.infer<typeof fileShape>;

const faultsOf = ({ instruments, limits }: LimitFile): string[] => {
  const ids = limits.map(({ id, since }) => `${id} of ${since}`);
  const cited = new Set(limits.map(({ instrument }) => instrument));
  return [
    ...faultsOfTwice(ids),
    ...Object.keys(instruments)
      .filter((key) => !cited.has(key))
      .map((key) => `no limit cites ${key}`),
    ...limits.flatMap(({ id, amount, minimum, instrument, since, article, verified, note }) => {
      const set = instruments[instrument];
      if (!set) return [`${id} cites ${instrument}, which is not among the instruments`];
      return [
        ...(minimum !== undefined && minimum > amount ? [`${id} is at least ${minimum} and at most ${amount}`] : []),
        ...(set.inForceFrom !== undefined && since < set.inForceFrom
          ? [`${id} is since ${since}, before ${set.title} was in force (${set.inForceFrom})`]
          : []),
        ...(article === undefined && set.number === undefined && set.source === undefined
          ? [`${id} has neither article nor a document with number or source`]
          : []),
        ...(verified && set.source !== undefined && note === undefined ? [`${id} does not say where it was read`] : []),
      ];
    }),
  ];
};

/** A file of limits. */
export interface LimitRuleFile {
  /** Day that it says it is of. */
  readonly edition: LocalDate;
  readonly limits: readonly LimitRule[];
}

/** A file's text. Throws LawFileRefused where it contradicts itself. */
export const parseLimits = (name: string, text: string): LimitRuleFile => {
  const { edition, instruments, limits } = readLaw(name, text, fileShape, faultsOf);
  const toRule = ({
    instrument: key,
    since,
    article,
    excludes = [],
    ...limit
  }: LimitFile["limits"][number]): LimitRule => {
    const instrument = instruments[key]!;
    const { title, number } = instrument;
    const basisClause = article ? `${title} ${article}` : number ? `${title}（${number}）` : title;
    return { ...limit, excludes, instrument, article, basisClause, validFrom: since } as LimitRule;
  };
  return { edition: edition as LocalDate, limits: limits.map(toRule) };
};

/** A limit of a place that no document of the nation sets: a value for demonstration, in working days. */
export const demonstrationLimit = (
  limit: Pick<LimitRule, "id" | "trigger" | "amount" | "jurisdiction" | "validFrom"> & Partial<LimitRule>,
  title: string,
): LimitRule & { readonly unit: "WD" } => ({
  excludes: [],
  ...limit,
  unit: "WD",
  instrument: { title },
  basisClause: title,
  verified: false,
  note: { en: "Value for demonstration; places set their own.", zh: "演示用值，由各地自行规定。" },
});

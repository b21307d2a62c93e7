/** Legal time limits as data (limits.json, docs/law.md): a local promise is another row, never another branch. */
import { z } from "zod";
import type { LocalDate } from "../local-date.js";
import {
  bilingual,
  citationOf,
  faultsOfTwice,
  instrumentShape,
  lawArticle,
  lawDay,
  lawPlace,
  readLaw,
  type Bilingual,
} from "./law-file.js";
import type { VersionedFile } from "./versions.js";

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
  /** Title with article, or with number where it has no articles; says where the span is not confirmed. */
  readonly basisClause: string;
  /** Six-digit division; 000000 for the whole country. */
  readonly jurisdiction: string;
  readonly validFrom: LocalDate;
  /** False where the span could not be confirmed in the document itself: nobody is late by it. */
  readonly verified: boolean;
  /** True where no document sets the span, or its day: a value for demonstration (演示用值). */
  readonly demonstration?: true;
  readonly note?: Bilingual;
}

const span = z.int().min(0).max(1_000);
const limitShape = z.strictObject({
  id: z.string().regex(/^(L\d{2}|[A-Z])(-[A-Z0-9]+)*$/, "is no name of a limit, such as L12 or L24-FEEDBACK"),
  trigger: bilingual,
  unit: z.enum(["WD", "D", "H", "M", "Y"]),
  amount: span,
  minimum: span.optional(),
  extension: z.strictObject({ amount: span.min(1), approver: bilingual, verified: z.boolean() }).optional(),
  excludes: z.array(z.string().regex(/^[A-Z_]+$/)).optional(),
  instrument: z.string(),
  article: lawArticle.optional(),
  since: lawDay,
  jurisdiction: lawPlace,
  verified: z.boolean(),
  demonstration: z.literal(true).optional(),
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
    ...limits.flatMap(
      ({ id, amount, minimum, instrument, since, article, jurisdiction, verified, demonstration, note }) => {
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
          ...(demonstration && (verified || jurisdiction === "000000" || note === undefined)
            ? [`${id} is a value for demonstration: it is not verified, names a place, and says why`]
            : []),
          ...(verified && set.source !== undefined && note === undefined
            ? [`${id} does not say where it was read`]
            : []),
        ];
      },
    ),
  ];
};

/** A file's text. Throws LawFileRefused where it contradicts itself. */
export const parseLimits = (name: string, text: string): VersionedFile<LimitRule> => {
  const { edition, instruments, limits } = readLaw(name, text, fileShape, faultsOf);
  const toRule = ({
    instrument: key,
    since,
    article,
    excludes = [],
    ...limit
  }: LimitFile["limits"][number]): LimitRule => {
    const instrument = instruments[key]!;
    const remark = limit.demonstration ? "演示用值" : limit.verified ? undefined : "期限未经原文核实";
    const basisClause = citationOf({ ...instrument, article }, remark);
    return { ...limit, excludes, instrument, article, basisClause, validFrom: since } as LimitRule;
  };
  return { edition, entries: limits.map(toRule) };
};

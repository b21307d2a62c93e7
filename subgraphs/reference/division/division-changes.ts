/** Changes of divisions as data (division-changes.json): which code stood for what, from when to when, by which document. Pure. */
import { z } from "zod";
import { bilingual, instrumentShape, lawDay, lawPlace, readLaw } from "../../../platform/domain/index.js";
import { DivisionLevel } from "./division.enums.js";

const code = z.string().regex(/^[1-9]\d{5}(\d{3})?$/, "is no code of six or nine digits");
const changeShape = z.strictObject({
  code,
  name: z.string().min(1),
  level: z.enum(DivisionLevel),
  kind: z.string().min(1).optional(),
  parent: code.optional(),
  validFrom: lawDay.optional(),
  validTo: lawDay.optional(),
  replacedBy: code.optional(),
  document: z.string(),
  verified: z.boolean(),
  note: bilingual.optional(),
});
const fileShape = z.strictObject({
  edition: lawDay,
  /** Six-digit division to which the documents apply; 000000 for the whole country. */
  jurisdiction: lawPlace,
  documents: z.record(z.string().regex(/^[A-Z0-9_]+$/), instrumentShape),
  /** Places under one parent that share a name and are two all the same, such as 伊宁市 and 伊宁县. */
  distinct: z.array(z.tuple([code, code])).optional(),
  changes: z.array(changeShape).min(1),
});

/** One span of time of a code. */
export interface DivisionChange extends z.infer<typeof changeShape> {
  /** Document that made it, as people read it. */
  readonly source: string;
}

/** A file of changes that agrees with itself. */
export interface DivisionChanges {
  /** Day that it says it is of. */
  readonly edition: string;
  readonly changes: readonly DivisionChange[];
  /** Pairs of codes, joined by a hyphen, whose names are alike and whose places are two. */
  readonly distinct: readonly string[];
}

type Content = z.infer<typeof fileShape>;

/** The name without its kind: 沙县 and 沙县区 are one place, 会理县 and 会理市 too. */
export const stemOf = (name: string): string => {
  const stem = name.replace(/(?:自治县|自治旗|县|区|市|旗)$/u, "");
  // 沙县 is a name of one character; 沙县区 loses both endings.
  return stem.length > 1 && /县$/u.test(stem) ? stem.slice(0, -1) : stem;
};

/** The spans of each code, in their order. */
export const spansByCode = <Span extends { readonly code: string }>(spans: readonly Span[]): Map<string, Span[]> => {
  const byCode = new Map<string, Span[]>();
  for (const span of spans) byCode.set(span.code, [...(byCode.get(span.code) ?? []), span]);
  return byCode;
};

const faultsOf = ({ documents, changes }: Content): string[] => {
  const cited = new Set(changes.map(({ document }) => document));
  return [
    ...Object.keys(documents)
      .filter((key) => !cited.has(key))
      .map((key) => `no change cites ${key}`),
    ...changes.flatMap(({ code: of, level, validFrom, validTo, replacedBy, document, verified }) => {
      const set = documents[document];
      return [
        ...(set === undefined ? [`${of} cites ${document}, which is not among the documents`] : []),
        ...(validFrom === undefined && validTo === undefined ? [`${of} has neither a first nor a last day`] : []),
        ...(validFrom !== undefined && validTo !== undefined && validFrom > validTo
          ? [`${of} ends on ${validTo}, before it begins`]
          : []),
        ...(replacedBy !== undefined && validTo === undefined ? [`${of} is replaced and does not end`] : []),
        ...(replacedBy === of ? [`${of} is replaced by itself`] : []),
        ...((of.length === 9) !== (level === DivisionLevel.TOWNSHIP) ? [`${of} is no code of a ${level}`] : []),
        ...(verified && set !== undefined && set.number === undefined && set.source === undefined
          ? [`${of} does not say where it was read`]
          : []),
      ];
    }),
    ...[...spansByCode(changes)].flatMap(([of, spans]) =>
      spans.slice(1).flatMap(({ validFrom }, index) => {
        const { validTo } = spans[index]!;
        return validFrom === undefined || validTo === undefined || validFrom <= validTo
          ? [`the spans of ${of} overlap or do not stand oldest first`]
          : [];
      }),
    ),
  ];
};

/** The changes of a file's text. Throws LawFileRefused where it contradicts itself. */
export const readDivisionChanges = (name: string, text: string): DivisionChanges => {
  const { edition, documents, changes, distinct = [] } = readLaw(name, text, fileShape, faultsOf);
  return {
    edition,
    distinct: distinct.map((pair) => [...pair].sort().join("-")),
    changes: changes.map((change) => {
      const { title, number } = documents[change.document]!;
      return { ...change, source: number === undefined ? title : `${title}（${number}）` };
    }),
  };
};

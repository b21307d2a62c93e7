/** Laws that seal records, as data (sealing-laws.json): what of them is told to nobody, since when, and how a record shows that it is one of these (依法封存). */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "../../config/index.js";
import type { LocalDate } from "../local-date.js";
import { bilingual, faultsOfTwice, instrumentShape, lawArticle, lawDay, readLaw } from "./law-file.js";
import { createVersions, type VersionedFile } from "./versions.js";

/** Titles as they are looked for in a basis: letters and digits alone, because brackets, blanks and marks are left out there. */
const titles = z
  .array(z.string().regex(/^[\p{L}\p{N}]{3,}$/u, "is no title in letters and digits alone"))
  .min(1)
  .optional();
const lawShape = z.strictObject({
  id: z.string().regex(/^[A-Z]+(_[A-Z]+)*$/, "is no name of what is sealed, such as PUBLIC_SECURITY"),
  title: instrumentShape.shape.title,
  number: z.string().min(1),
  article: lawArticle,
  since: lawDay,
  jurisdiction: z.literal("000000"),
  /** False where the article was not read in the law itself. */
  verified: z.boolean(),
  /** What is sealed, in a phrase. */
  what: bilingual,
  record: z.enum(["LICENCE", "PENALTY"]),
  /** True where it seals the records of natural persons who were not of age on the day of the decision. */
  minors: z.literal(true).optional(),
  /** Titles by which a basis cites the law: such a record is sealed. */
  citedAs: titles,
  /** Titles of other laws by which the police punish: a record of theirs that names none of them can not be shown to be open. */
  policeUnless: titles,
  note: bilingual.optional(),
});
const fileShape = z.strictObject({ edition: lawDay, laws: z.array(lawShape).min(1) });

/** A law that seals records; its id is stored with a record that it seals. */
export interface SealingLaw extends Omit<z.infer<typeof lawShape>, "since"> {
  readonly validFrom: LocalDate;
}

/** Cited by every decision, whatever else it rests on: that it is named shows nothing. */
const EVERYWHERE = "中华人民共和国行政处罚法";

const faultsOf = ({ laws }: z.infer<typeof fileShape>): string[] => [
  ...faultsOfTwice(laws.map(({ id, since }) => `${id} of ${since}`)),
  ...laws.flatMap(({ id, minors, citedAs, policeUnless, record, verified, note }) => [
    ...((minors === undefined) === (citedAs === undefined)
      ? [`${id} seals either what is of minors or what cites the law, and one of both`]
      : []),
    ...(policeUnless !== undefined && citedAs === undefined
      ? [`${id} says what is open of a law that nobody cites`]
      : []),
    ...(citedAs !== undefined && record !== "PENALTY" ? [`${id} looks for a basis, which licences do not have`] : []),
    ...(policeUnless ?? [])
      .filter((open) => (citedAs ?? []).some((title) => open.includes(title) || title.includes(open)))
      .map((open) => `${id} says of ${open} that it seals and that it opens`),
    ...(policeUnless ?? [])
      .filter((open) => EVERYWHERE.includes(open))
      .map((open) => `${id} opens what cites ${open}, and every decision cites ${EVERYWHERE}`),
    ...(verified || note !== undefined ? [] : [`${id} does not say what of it was not read`]),
  ]),
];

/** A file's text. Throws LawFileRefused where it contradicts itself. */
export const parseSealingLaws = (name: string, text: string): VersionedFile<SealingLaw> => {
  const { edition, laws } = readLaw(name, text, fileShape, faultsOf);
  return { edition, entries: laws.map(({ since, ...law }) => ({ ...law, validFrom: since })) };
};

/** A later version of a shipped law seals records of the same kind by the same mark: what is sealed is not opened by a file. */
const faultsBeside = (loaded: readonly SealingLaw[], shipped: readonly SealingLaw[]): string[] =>
  loaded.flatMap(({ id, record, minors, citedAs = [], policeUnless }) => {
    const known = shipped.find((law) => law.id === id);
    if (known === undefined) return [];
    const missing = (known.citedAs ?? []).filter((title) => !citedAs.includes(title));
    return [
      ...(record === known.record && minors === known.minors ? [] : [`${id} seals other records than the product's`]),
      ...missing.map((title) => `${id} no longer seals what cites ${title}`),
      ...(known.policeUnless !== undefined && policeUnless === undefined
        ? [`${id} no longer says by which other laws the police punish`]
        : []),
    ];
  });

const versions = createVersions(
  parseSealingLaws("sealing-laws.json", readFileSync(projectPath("platform/domain/law/sealing-laws.json"), "utf8")),
  faultsBeside,
);

/** Day that the file of sealing laws says it is of which ships. */
export const SHIPPED_SEALING_LAWS_EDITION = versions.shippedEdition;

/** Puts laws into force beside the shipped ones, without any the shipped ones alone. Throws LawFileRefused, and changes nothing. */
export const useSealingLaws = versions.use;

/** All versions of all laws. */
export const sealingLaws = versions.all;

/** Of each law the version that is in force on the day, in the order in which they are asked; none of one that is not yet. */
export const sealingLawsOn = (day: LocalDate): readonly SealingLaw[] =>
  [...new Set(versions.all().map(({ id }) => id))].flatMap((id) => versions.inForce(id, day) ?? []);

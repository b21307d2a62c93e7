/** Reads a file of the law's data: versioned, with its sources, refused with a sentence where it contradicts itself. */
import { z } from "zod";
import { isLocalDate, type LocalDate } from "../local-date.js";

/** Text in both languages. */
export const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

/** A day that exists, YYYY-MM-DD. */
export const lawDay = z.string().refine(isLocalDate, "is no day (YYYY-MM-DD)");

/** An article, with what it is subdivided into. */
export const lawArticle = z.string().regex(/^第.+条/, "is no article (第…条)");

/** Where it holds: a division of six digits, 000000 for the whole country. */
export const lawPlace = z.string().regex(/^\d{6}$/, "is no six-digit division");

/** A law, regulation or document in which something is set (法律、法规、规范性文件). */
export const instrumentShape = z.strictObject({
  title: z.string().min(1),
  number: z.string().min(1).optional(),
  issuedOn: lawDay.optional(),
  inForceFrom: lawDay.optional(),
  /** Where it was read, for one that has no number. */
  source: z.string().min(1).optional(),
});

/** An instrument as a basis is told: title with article, or with number where it has no articles, and what is to be known of it. */
export const citationOf = (
  { title, number, article }: { readonly title: string; readonly number?: string; readonly article?: string },
  remark?: string,
): string => {
  const inBrackets = [article === undefined ? number : undefined, remark].filter((part) => part !== undefined);
  return `${title}${article === undefined ? "" : ` ${article}`}${inBrackets.length === 0 ? "" : `（${inBrackets.join("，")}）`}`;
};

/** A file of the law's data that contradicts itself or has not the shape; nothing of it is used. */
export class LawFileRefused extends Error {
  override readonly name = "LawFileRefused";
  constructor(file: string, faults: readonly string[]) {
    super(`${file} is refused: ${faults.join("; ")}.`);
  }
}

/**
 * A file that ships and those that were loaded, in the order in which they lie over each other: the day that a file says it is of decides,
 * and of one day what was loaded lies on top. What a lower one says beside those above it stays.
 */
export const inOrderOfDay = <File extends { readonly edition: LocalDate }>(
  shipped: File,
  loaded: readonly File[],
): readonly File[] =>
  [shipped, ...loaded].sort((left, right) =>
    left.edition < right.edition ? -1 : left.edition > right.edition ? 1 : 0,
  );

/** What is there more than once, each said once. */
export const namedTwice = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

/** The fault of each. */
export const faultsOfTwice = (values: readonly string[]): string[] =>
  namedTwice(values).map((value) => `${value} is there twice`);

/** The content of a file, by its shape and its own rules. Throws LawFileRefused with all faults. */
export const readLaw = <Content>(
  name: string,
  text: string,
  shape: z.ZodType<Content>,
  faultsOf: (content: Content) => readonly string[],
): Content => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new LawFileRefused(name, [`it is no JSON (${(cause as Error).message})`]);
  }
  // Once for each shape: to compile a parser for it takes longer than it saves.
  const { data, error } = shape.safeParse(json, { jitless: true });
  if (error)
    throw new LawFileRefused(
      name,
      error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`),
    );
  const faults = faultsOf(data!);
  if (faults.length > 0) throw new LawFileRefused(name, faults);
  return data!;
};

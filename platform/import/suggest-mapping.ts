/** Writes a mapping for a file from its headings and its values, as JSON with comments: what is known, what is likely, and what is left to say. */
import { everyField, refusalsOf } from "./every-field.js";
import { createHeadingFinder, foldHeading, readHeading, type Heading } from "./headings.js";
import type { ImportContext, ImportKind } from "./import-kind.js";
import type { ImportField, Mapping } from "./mapping.js";
import type { SourceFile } from "./read-records.js";
import { createRowMapper, type RowMapper } from "./row-mapper.js";
import { repeatable, scrubRow } from "./scrub-row.js";
import { ImportRefused } from "./violation.js";

/** Rows that are looked at for values that are not understood. */
const SAMPLE = 200;
/** Values of one field that are listed. */
const MOST_VALUES = 10;
const LEAST_LIKENESS = 0.5;

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set([...text].slice(1).map((character, index) => `${[...text][index]}${character}`));

/** How alike two headings are: the share of pairs of characters that they have in common (Dice). */
const likeness = (one: string, other: string): number => {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
};

const likeliest = (heading: string, fields: readonly (readonly [string, ImportField])[]): string | undefined => {
  const { base } = readHeading(heading);
  const ranked = fields
    .map(
      ([field, { columns }]) => [field, Math.max(...columns.map((name) => likeness(base, foldHeading(name))))] as const,
    )
    .sort(([, a], [, b]) => b - a);
  const [best] = ranked;
  return best !== undefined && best[1] >= LEAST_LIKENESS ? best[0] : undefined;
};

/** Values of coded fields that no table has, with what is allowed; those of persons are not looked at. */
const unknownValues = async (
  kind: ImportKind,
  source: SourceFile,
  mapper: RowMapper,
  context: ImportContext,
): Promise<ReadonlyMap<string, { readonly values: Set<string>; readonly remedy: string }>> => {
  const found = new Map<string, { values: Set<string>; remedy: string }>();
  let looked = 0;
  for await (const { values } of source.records()) {
    if ((looked += 1) > SAMPLE) break;
    const written = mapper.map(values);
    const subject = kind.subjectOf?.(written) ?? { natural: false, names: [] };
    const { row } = scrubRow(written, kind.fields, { ...subject, today: context.today });
    try {
      everyField({
        item: () => kind.accept(row, { ...context, hasColumn: mapper.hasColumn, notice: () => undefined }),
      });
    } catch (error) {
      if (error instanceof ImportRefused) continue;
      for (const { field, remedy } of refusalsOf(error)) {
        const value = field === undefined ? undefined : row[field];
        if (field === undefined || value === undefined || value.length > 20 || !remedy.startsWith("Use one of"))
          continue;
        if (kind.fields[field]?.holds !== "CODE") continue;
        const entry = found.get(field) ?? { values: new Set<string>(), remedy };
        if (entry.values.size < MOST_VALUES) entry.values.add(repeatable(value, { ...subject, today: context.today }));
        found.set(field, entry);
      }
    }
  }
  return found;
};

const mapperOrNone = (source: SourceFile, fields: ImportKind["fields"], mapping: Mapping): RowMapper | undefined => {
  try {
    return createRowMapper(source, fields, mapping);
  } catch (error) {
    if (error instanceof ImportRefused) return undefined;
    throw error;
  }
};

const object = (lines: readonly { readonly entry?: string; readonly comment?: string }[]): string => {
  const last = lines.findLastIndex(({ entry }) => entry !== undefined);
  return lines
    .flatMap(({ entry, comment }, index) => [
      ...(comment === undefined ? [] : [`    // ${comment.replaceAll(/\s+/g, " ")}`]),
      ...(entry === undefined ? [] : [`    ${entry}${index === last ? "" : ","}`]),
    ])
    .join("\n");
};

/** A column of a file, with the field that its heading means, or is likely to mean. */
export interface SuggestedColumn {
  readonly heading: string;
  readonly field?: string;
  /** True where the heading is not known, and like one that is: somebody has to look. */
  readonly likely?: true;
}

/** What the headings of a file mean, column by column. */
export const suggestColumns = ({ fields }: Pick<ImportKind, "fields">, source: SourceFile): SuggestedColumn[] => {
  const { known, guesses } = readHeadings(fields, source.columns);
  const fieldOf = new Map(
    [...known].flatMap(([field, heading]) => (heading ? [[heading.written, field] as const] : [])),
  );
  const likelyFor = new Map(guesses);
  return source.columns
    .filter((heading) => heading.trim() !== "")
    .map((heading) => {
      const field = fieldOf.get(heading);
      if (field !== undefined) return { heading, field };
      const likely = likelyFor.get(heading);
      return likely === undefined ? { heading } : { heading, field: likely, likely: true };
    });
};

/** The heading of each field, and for each heading that is no field's the field that it is likest to. */
const readHeadings = (
  kindFields: ImportKind["fields"],
  columns: readonly string[],
): {
  readonly known: ReadonlyMap<string, Heading | undefined>;
  readonly open: readonly (readonly [string, ImportField])[];
  readonly guesses: readonly (readonly [heading: string, field: string | undefined])[];
} => {
  const find = createHeadingFinder(columns);
  const fields = Object.entries(kindFields);
  const known = new Map(
    fields.map(([field, { columns: names }]) => [field, [field, ...names].flatMap(find)[0]] as const),
  );
  const taken = new Set([...known.values()].flatMap((heading) => heading?.written ?? []));
  const open = fields.filter(([field]) => known.get(field) === undefined);
  const guesses = columns
    .filter((name) => name.trim() !== "" && !taken.has(name))
    .map((name) => [name, likeliest(name, open)] as const);
  return { known, open, guesses };
};

/** The text of a mapping that reads the file as far as its headings say, with a comment on each line that is to be looked at. */
export const suggestMapping = async (
  kind: ImportKind,
  source: SourceFile,
  mapping: Mapping,
  context: ImportContext,
): Promise<string> => {
  const fields = Object.entries(kind.fields);
  const { known, open, guesses } = readHeadings(kind.fields, source.columns);
  const mapper = mapperOrNone(source, kind.fields, mapping);
  const unknown = mapper ? await unknownValues(kind, source, mapper, context) : new Map<string, never>();
  const columns = [
    ...fields.flatMap(([field, { doc }]) => {
      const heading = known.get(field);
      return heading ? [{ comment: doc, entry: `${JSON.stringify(field)}: ${JSON.stringify(heading.written)}` }] : [];
    }),
    ...guesses.map(([name, field]) => ({
      comment: `${field === undefined ? "not used" : `likely ${JSON.stringify(field)}`}: ${JSON.stringify(name)}`,
    })),
  ];
  const missing = open.filter(([field, { required }]) => required && !guesses.some(([, guess]) => guess === field));
  const units = fields.flatMap(([field, { unit }]) =>
    unit === undefined || known.get(field) === undefined
      ? []
      : [{ comment: `"${field}": "${known.get(field)!.unit ?? unit}"` }],
  );
  const codes = [...unknown].map(([field, { values, remedy }]) => ({
    comment: `"${field}": { ${[...values].map((value) => `${JSON.stringify(value)}: "…"`).join(", ")} } ${remedy}`,
  }));
  return [
    "{",
    `  // From the headings of the file: look at each line. Lines behind // say what is left to you.`,
    `  "columns": {\n${object(columns)}\n  },`,
    `  // Values that every row has; required and without a column:`,
    `  "constants": {\n${object(missing.map(([field, { doc }]) => ({ comment: `"${field}": "…" ${doc}` })))}\n  },`,
    `  // Units of amounts, where the heading does not say them rightly:`,
    `  "units": {\n${object(units)}\n  },`,
    `  // Values of the file that are not known:`,
    `  "codes": {\n${object(codes)}\n  }`,
    "}\n",
  ].join("\n");
};

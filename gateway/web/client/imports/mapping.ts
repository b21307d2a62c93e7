/** What a publisher says of a file in the form, and the mapping that it makes. Pure. */
import type { Kind, LookedColumn } from "./loads.js";

/** The form. */
export interface MappingForm {
  /** Field of each column by its heading; empty where it is not read. */
  readonly fields: Readonly<Record<string, string>>;
  /** Values that every row has, by field. */
  readonly constants: Readonly<Record<string, string>>;
  /** How the file is read: sheet, headerRow, skip, encoding, path, entry; empty where it is found. */
  readonly reading: Readonly<Record<string, string>>;
  /** What else the mapping says, such as units and codes, as JSON; empty for nothing. */
  readonly more: string;
}

/** Nothing is said. */
export const EMPTY_FORM: MappingForm = { fields: {}, constants: {}, reading: {}, more: "" };

/** Entries of `reading` that are numbers. */
const NUMBERS = new Set(["headerRow", "skip"]);

const filled = (entries: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(entries).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]]));

const readMore = (text: string): Record<string, unknown> | undefined => {
  if (text.trim() === "") return {};
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

/** True for a JSON object, and for nothing. */
export const isMappingText = (text: string): boolean => readMore(text) !== undefined;

/** The field that a column has in the form: what was chosen, else what its heading means or is likely to mean. */
export const fieldOf = ({ fields }: MappingForm, { heading, field = "" }: LookedColumn): string =>
  fields[heading] ?? field;

/** The mapping of the form: what is as the headings say is left out of it. */
export const toMapping = (form: MappingForm, columns: readonly LookedColumn[]): Record<string, unknown> => {
  const chosen: Record<string, string[]> = {};
  const ignore: string[] = [];
  for (const column of columns) {
    const field = fieldOf(form, column);
    const known = column.likely ? undefined : column.field;
    if (field === "" && known !== undefined) ignore.push(column.heading);
    if (field !== "" && field !== known) (chosen[field] ??= []).push(column.heading);
  }
  const constants = Object.fromEntries(filled(form.constants));
  const reading = filled(form.reading).map(([name, value]): [string, string | number] => [
    name,
    NUMBERS.has(name) || (name === "sheet" && /^\d{1,3}$/.test(value)) ? Number(value) : value,
  ]);
  return {
    ...readMore(form.more),
    ...(Object.keys(chosen).length > 0 ? { columns: chosen } : {}),
    ...(ignore.length > 0 ? { ignore } : {}),
    ...(Object.keys(constants).length > 0 ? { constants } : {}),
    ...Object.fromEntries(reading),
  };
};

/** A file after a look: its columns, and the fields whose value stands above its table. */
export interface LookedFile {
  readonly columns: readonly LookedColumn[];
  readonly said: readonly string[];
}

/** Required fields that no column, no line above the table and no constant of the form gives. */
export const missingFields = (form: MappingForm, { columns, said }: LookedFile, { fields }: Kind): string[] => {
  const given = new Set([
    ...said,
    ...columns.map((column) => fieldOf(form, column)),
    ...filled(form.constants).map(([name]) => name),
  ]);
  return fields.flatMap(({ name, required }) => (required && !given.has(name) ? [name] : []));
};

/** The first rows of a file as they would be loaded, for whoever looks before loading: what is a person's is masked. */
import { checkRow } from "./check-rows.js";
import { refusalsOf } from "./every-field.js";
import type { ImportContext, ImportKind } from "./import-kind.js";
import type { Mapping } from "./mapping.js";
import type { SourceFile } from "./read-records.js";
import { createRowMapper } from "./row-mapper.js";
import { ownAgencyOf } from "./own-agency.js";
import { repeatable } from "./scrub-row.js";
import type { RowRefused } from "./violation.js";

/** A row as lines for people: its values by the names of the product, or why it is refused. Throws ImportRefused where columns are missing. */
export const previewRows = async (
  kind: ImportKind,
  source: SourceFile,
  mapping: Mapping,
  { context, rows }: { readonly context: ImportContext; readonly rows: number },
): Promise<string[]> => {
  const mapper = createRowMapper(source, kind.fields, mapping, ownAgencyOf(kind.owner, context.agency));
  const lines = mapper.notices.map(({ place, rule, remedy }) => `${place}: ${rule}. ${remedy}`);
  let shown = 0;
  for await (const record of source.records()) {
    if ((shown += 1) > rows) break;
    const { subject, notices, outcome } = checkRow(kind, context, record, { conflicts: new Set(), mapper });
    const clean = (text: string): string => repeatable(text, { ...subject, today: context.today });
    const said = ({ field, rule, remedy }: Pick<RowRefused, "field" | "rule" | "remedy">): string =>
      `${field ?? ""} ${rule}. ${clean(remedy)}`;
    lines.push(`line ${record.line}`);
    if (outcome instanceof Error) lines.push(...refusalsOf(outcome).map((refusal) => `  refused: ${said(refusal)}`));
    else lines.push(...valuesOf(outcome, clean));
    lines.push(...notices.map((notice) => `  notice: ${said(notice)}`));
  }
  return lines;
};

/** Keys by which records are found again and persons are hashed say nothing to who looks. */
const HIDDEN = /hash$/i;

const valuesOf = (item: unknown, clean: (text: string) => string, path = ""): string[] =>
  Object.entries(item as Record<string, unknown>).flatMap(([key, value]): string[] => {
    if (value === undefined || HIDDEN.test(key) || (Array.isArray(value) && value.length === 0)) return [];
    const name = path === "" ? key : `${path}.${key}`;
    if (value !== null && typeof value === "object" && !Array.isArray(value)) return valuesOf(value, clean, name);
    return [`  ${name}: ${clean(Array.isArray(value) ? value.map(textOf).join(", ") : textOf(value))}`];
  });

const textOf = (value: unknown): string =>
  typeof value === "string"
    ? value
    : JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? String(part) : part));

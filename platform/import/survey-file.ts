/** The first reading of a file: that it parses, whether it needs a key, and which keys stand for different contents; and its chunks. */
import { createNamedBodies } from "./named-bodies.js";
import type { FileFacts } from "./check-rows.js";
import type { ImportContext, ImportKind } from "./import-kind.js";
import type { Mapping } from "./mapping.js";
import { scrubbedName } from "./quarantine.js";
import type { FileNotice, SourceFile, SourceRecord } from "./read-records.js";
import { createRowMapper, type RowMapper } from "./row-mapper.js";
import { createNameTest, ownAgencyOf } from "./own-agency.js";
import { createSeenKeys } from "./seen-keys.js";
import { hashesPerson, subjectKeyOf } from "./subject-key.js";
import { ImportRefused } from "./violation.js";

/** Names of sheets may be those of persons, with their numbers. */
const withoutPersons = (notice: FileNotice): FileNotice => ({ ...notice, place: scrubbedName(notice.place) });

/** Reads the whole file once: that it parses, whether it needs a key, and which keys stand for different contents. */
export const surveyFile = async <Item>(
  kind: ImportKind<Item>,
  context: ImportContext,
  mapping: Mapping,
  source: SourceFile,
): Promise<FileFacts & { readonly total: number; readonly file: readonly FileNotice[] }> => {
  const seen = createSeenKeys();
  const conflicts = new Set<string>();
  if (source.columns.length === 0) throw new ImportRefused("The file has no records.");
  const mapper = createRowMapper(source, kind.fields, mapping, ownAgencyOf(kind.owner, context.agency));
  const file: FileNotice[] = [...mapper.notices];
  const assumed = new Map<string, number>();
  const assume = (field: string): void => void assumed.set(field, (assumed.get(field) ?? 0) + 1);
  let total = 0;
  for await (const { values } of source.records((notice) => void file.push(withoutPersons(notice)))) {
    total += 1;
    const row = mapper.map(values, assume);
    if (hashesPerson(kind, row)) subjectKeyOf(context);
    const key = kind.keyOf(row);
    if (key !== undefined && seen.differs(key, JSON.stringify(row))) conflicts.add(key);
  }
  if (total === 0) throw new ImportRefused("The file has no records.");
  for (const [field, rows] of assumed) file.push(assumedNotice(field, rows, kind, mapper));
  return {
    ...{ total, conflicts, mapper, file, bodies: createNamedBodies() },
    ...(mapper.ofOwnAgency ? { isOwnName: await createNameTest(context.agency!, context.call) } : {}),
  };
};

/** Told of a field that rows do not say. */
const assumedNotice = <Item>(
  field: string,
  rows: number,
  { fields }: ImportKind<Item>,
  mapper: RowMapper,
): FileNotice => ({
  rule: "VALUE_ASSUMED",
  place: mapper.columnOf(field) ?? field,
  remedy: `${rows} row${rows === 1 ? " does" : "s do"} not say it and ${rows === 1 ? "is" : "are"} read as ${fields[field]!.assumed}: say another one with --set ${field}=….`,
});

/** Records in lists of so many. */
export async function* chunksOf(source: SourceFile, chunkSize: number): AsyncGenerator<SourceRecord[]> {
  let chunk: SourceRecord[] = [];
  for await (const record of source.records()) {
    chunk.push(record);
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

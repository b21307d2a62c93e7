/** Layouts of real exports load without a mapping, each cell as meant; what a layout does not say is set for the whole file. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRecordKey, parseRecordKeys, runImport, type ImportKind } from "../../platform/import/index.js";
import { loadingOf } from "../../schema/loadings.js";
import { KNOWN_LAYOUTS } from "../../docs/import-layouts.js";
import { LAYOUTS, type Layout } from "../support/layouts.js";
import { startStack, type TestStack } from "../support/stack.js";

const KEYS = parseRecordKeys(createRecordKey("test"));
let stack: TestStack;
let directory: string;
beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-layouts-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const kindOf = async ({ kind, stored }: Layout): Promise<ImportKind> =>
  (await loadingOf(stored.service)).imports!.find((known) => known.kind === kind)!;

const agencyOf = ({ agency }: Layout): { agency?: string } => (agency === undefined ? {} : { agency });

const quoted = (cells: readonly string[], separator: string): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator);

it.each(LAYOUTS)("$name", async (layout) => {
  const file = join(directory, `${layout.kind}.csv`);
  const { cells, separator = ",", below } = layout;
  const lines = [quoted(Object.keys(cells), separator), quoted(Object.values(cells), separator), below ?? ""];
  writeFileSync(file, `\uFEFF${lines.join("\r\n")}`);
  const { service, table, key } = layout.stored;
  const db = stack.databases[service]!;
  const summary = await runImport(
    await kindOf(layout),
    {
      db,
      today: "2026-09-28",
      source: "layouts",
      call: stack.batchCall,
      subjectKey: "key",
      recordKeys: KEYS,
      ...agencyOf(layout),
    },
    { file, mapping: layout.set === undefined ? {} : { constants: layout.set }, dryRun: false },
  );
  expect([summary.quarantined, summary.accepted]).toEqual([[], 1]);
  expect(summary.unusedColumns.map((name) => name.trim())).toEqual(layout.unused);
  const [row] = await db(table).where(key);
  expect(row).toMatchObject(layout.expected);
});

it("eight of fifteen need nothing but the file, two to be loaded by their agency, the others a constant of what none of their cells says", () => {
  expect(KNOWN_LAYOUTS.map(({ name, set, byAgency = false }) => [name, set, byAgency])).toEqual(
    LAYOUTS.map(({ name, set = {}, agency }) => [name, Object.keys(set), agency !== undefined]),
  );
  const alone = LAYOUTS.filter(({ set }) => set === undefined);
  expect([LAYOUTS.length, alone.length, alone.filter(({ agency }) => agency === undefined).length]).toEqual([
    15, 10, 8,
  ]);
});

/** What is said where one of the fields that no cell says is not set. */
const saidWithout = async (layout: Layout, field: string): Promise<string> => {
  const file = join(directory, "without.csv");
  const { cells, separator = "," } = layout;
  writeFileSync(
    file,
    `\uFEFF${[Object.keys(cells), Object.values(cells)].map((line) => quoted(line, separator)).join("\r\n")}`,
  );
  const constants = Object.fromEntries(Object.entries(layout.set!).filter(([name]) => name !== field));
  const db = stack.databases[layout.stored.service]!;
  const context = { db, today: "2026-09-28", source: "layouts", call: stack.batchCall, subjectKey: "key" };
  try {
    const { quarantined } = await runImport(await kindOf(layout), context, {
      file,
      mapping: { constants },
      dryRun: true,
    });
    return quarantined.map(({ rule, remedy }) => `${rule}: ${remedy}`).join(" ");
  } catch (error) {
    return (error as Error).message;
  }
};

it.each(
  LAYOUTS.flatMap((layout) => Object.keys(layout.set ?? {}).map((field) => ({ name: layout.name, field, layout }))),
)("$name: says what is to be said where $field is not set", async ({ field, layout }) => {
  expect(await saidWithout(layout, field)).toMatch(new RegExp(`--set (?:\\w+=… )*${field}=…`));
});

it("a row without a code that names another body than the one that loads is refused, and nothing of it is kept", async () => {
  const layout = LAYOUTS.find(({ name }) => name === "penalties of 2015")!;
  const cells: Record<string, string> = {
    ...layout.cells,
    处罚机关: "另一个局",
    行政处罚决定书文号: "他罚〔2017〕1号",
  };
  const file = join(directory, "other.csv");
  writeFileSync(file, `\uFEFF${quoted(Object.keys(cells), ",")}\r\n${quoted(Object.values(cells), ",")}`);
  const db = stack.databases["credit"]!;
  const summary = await runImport(
    await kindOf(layout),
    { db, today: "2026-09-28", source: "layouts", call: stack.batchCall, recordKeys: KEYS, ...agencyOf(layout) },
    { file, mapping: {}, dryRun: false },
  );
  expect(summary.quarantined).toMatchObject([{ column: "处罚机关", rule: "OTHER_AGENCY" }]);
  expect(summary.file).toContainEqual(expect.objectContaining({ rule: "OWN_AGENCY" }));
  expect(await db("penalties").where({ doc_no: "他罚〔2017〕1号" })).toEqual([]);
});

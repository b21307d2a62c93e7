/** Looking before loading: a suggested mapping reads the file, a preview shows no person, a template has headings that are known. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { lookAt, writeTemplate } from "../../../commands/import-look.js";
import { readMapping } from "../../../platform/import/index.js";
import { createRowMapper } from "../../../platform/import/row-mapper.js";
import { templateHeading } from "../../../platform/import/template-workbook.js";
import { projectPath } from "../../../platform/config/index.js";
import { importKinds, loadingOf } from "../../../schema/loadings.js";
import { matterImport } from "../../../subgraphs/matters/matter/matter.import.js";
import { runNode } from "../../support/commands.js";
import { penaltyImport } from "../../../subgraphs/credit/penalty/penalty.import.js";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "govgraph-look-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

const fileOf = (name: string, rows: readonly string[]): string => {
  const path = join(directory, name);
  writeFileSync(path, `${rows.join("\n")}\n`);
  return path;
};

describe("a suggested mapping", () => {
  const file = (): string =>
    fileOf("odd.csv", [
      "事项名称,事项编码,事项的类型,实施主体编码,行政区划,事项状态,备注栏",
      "甲,L-1,行政许可,X-1,511602,作废,张三",
    ]);

  it("is read by the import, and says what is known, likely, missing and not understood", async () => {
    const path = join(directory, "mapping.jsonc");
    await lookAt(matterImport, file(), {}, { suggestMapping: path });
    const text = readFileSync(path, "utf8");
    expect(readMapping(path, matterImport.fields).columns).toMatchObject({
      taskName: "事项名称",
      taskState: "事项状态",
    });
    expect(text).toContain('// likely "taskType": "事项的类型"');
    expect(text).toContain('// not used: "备注栏"');
    // No value of a text is repeated.
    expect(text).not.toContain("张三");
  });

  it("lists values of codes that no table has", async () => {
    const path = join(directory, "codes.jsonc");
    await lookAt(matterImport, file(), { columns: { taskType: "事项的类型" } }, { suggestMapping: path });
    expect(readFileSync(path, "utf8")).toMatch(/\/\/ "taskState": \{ "作废": "…" \} Use one of 1 在用/);
  });
});

describe("values that slipped into a column of codes", () => {
  it("are masked in a suggested mapping", async () => {
    const path = join(directory, "slipped.jsonc");
    const rows = ["事项名称,事项编码,事项类型,实施主体编码,行政区划", "甲,S-1,13800138000,X-1,511602"];
    await lookAt(matterImport, fileOf("slipped.csv", rows), {}, { suggestMapping: path });
    const text = readFileSync(path, "utf8");
    expect(text).toMatch(/"taskType": \{ "\[电话已隐去\]": "…" \}/);
    expect(text).not.toContain("13800138000");
  });
});

describe("a preview", () => {
  it("says of a cell that can not be trusted that its row is refused", async () => {
    const record = { 事项名称: "甲", 事项编码: { a: 1 }, 事项类型: "01", 实施主体编码: "X-1", 行政区划: "511602" };
    const file = fileOf("untrusted.json", [JSON.stringify([record])]);
    expect(await lookAt(matterImport, file, {}, { preview: 1 })).toMatch(/refused: taskCode NESTED_VALUE/);
  });
});

describe("mapping files", () => {
  it("may have comments, and texts with slashes", () => {
    const path = fileOf("comments.jsonc", [
      '{ // a comment with "quotes"',
      '  "columns": { "linkAddr": "http://x//y" }, // another',
      '  "units": {}',
      "}",
    ]);
    expect(readMapping(path, matterImport.fields).columns).toEqual({ linkAddr: "http://x//y" });
  });

  it("name units that are known alone", () => {
    const path = fileOf("units.json", ['{ "units": { "fineWan": "斗" } }']);
    expect(() => readMapping(path, penaltyImport.fields)).toThrow(/is no unit that is known/);
  });
});

describe("a preview", () => {
  const HEADER = "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFJGDM";
  const row = (name: string, type: string, uscc: string, number: string): string =>
    `${name},${type},${uscc},${number},某罚〔2026〕1号,违规,罚款,罚款,0.5,2026-05-06,11990101MB9000015E`;

  it("shows rows as they would be loaded, and of persons no name and no number", async () => {
    const text = await lookAt(
      penaltyImport,
      fileOf("persons.csv", [
        HEADER,
        row("周成年", "自然人", "", "990101199001010019"),
        row("某公司", "02", "91990101MA900002XF", ""),
        row("某公司", "09", "", ""),
      ]),
      {},
      { preview: 2 },
    );
    expect(text).not.toMatch(/周成年|990101199001010019|hash/i);
    expect(text).toContain("line 2");
    expect(text).toContain("  fineFen: 500000");
    expect(text).toContain("  name: 某公司");
    expect(text).not.toContain("line 4");
  });

  it("says why a row would be refused, all of it", async () => {
    const text = await lookAt(
      penaltyImport,
      fileOf("refused.csv", [HEADER, row("", "09", "", "")]),
      {},
      { preview: 5 },
    );
    expect(text).toMatch(/refused: name NAME_MISSING/);
    expect(text).toMatch(/refused: type COUNTERPARTY_TYPE_UNKNOWN/);
  });

  it.each([0, -1, 1.5, Number.NaN, 5_000])("of %s rows is refused", async (preview) => {
    await expect(lookAt(penaltyImport, fileOf("x.csv", [HEADER]), {}, { preview })).rejects.toThrow(/number of rows/);
  });
});

describe("a template", () => {
  it.each(importKinds().map(({ service, kind }) => [kind, service]))(
    "of %s has headings that its import knows",
    async (name, service) => {
      const { fields } = (await loadingOf(service)).imports!.find(({ kind }) => kind === name)!;
      const columns = Object.entries(fields).map(([field, declared]) => templateHeading(field, declared));
      const mapper = createRowMapper({ columns, units: new Map() }, fields, {});
      expect([new Set(columns).size, mapper.unused, mapper.notices]).toEqual([columns.length, [], []]);
      for (const [field, { required }] of Object.entries(fields))
        if (required) expect(mapper.columnOf(field)).toBeDefined();
    },
  );

  it("is a workbook with these headings, lists to choose from and prompts", async () => {
    const path = join(directory, "matters.xlsx");
    await writeTemplate(matterImport, path);
    const [sheet] = (await readXlsx(readFileSync(path))).sheets;
    expect(sheet!.rows[0]).toContain("事项名称*");
    const lists = sheet!.dataValidations!.filter(({ type }) => type === "list");
    expect(lists.map(({ values, formula1 }) => values?.join(",") ?? formula1).join(" ")).toMatch(/在用,暂停,取消/);
    expect(sheet!.dataValidations!.some(({ inputMessage }) => inputMessage?.includes("例：20个工作日"))).toBe(true);
  });
});

describe("the command", () => {
  const run = (...words: readonly string[]): Promise<{ readonly code: number; readonly output: string }> => {
    const { ended, output } = runNode([projectPath("dist/commands/import.js"), ...words], {
      GOVGRAPH_DIRECTORY: directory,
    });
    return ended.then((code) => ({ code: code ?? -1, output: output() }));
  };
  const file = (): string => fileOf("command.csv", [MATTER_HEADER, "甲,CMD-1,行政许可,X-1,511602"]);
  const MATTER_HEADER = "事项名称,事项编码,事项类型,实施主体编码,行政区划";

  it("shows rows, suggests a mapping and writes a template, and never in the place of a file", async () => {
    const shown = await run("matters", file(), "--preview", "1");
    expect(shown).toEqual({ code: 0, output: expect.stringContaining("taskName: 甲") as string });
    expect((await run("matters", file(), "--suggest-mapping", join(directory, "new.jsonc"))).code).toBe(0);
    for (const words of [
      [file(), "--suggest-mapping", file()],
      [file(), "--template"],
    ])
      expect(await run("matters", ...words)).toEqual({
        code: 1,
        output: expect.stringContaining("is there already: name a new one") as string,
      });
    expect(readFileSync(file(), "utf8")).toContain("CMD-1");
    expect((await run("matters", join(directory, "empty.xlsx"), "--template")).code).toBe(0);
  });
});

/** Undo of lists: matters with their versions, and intermediary services with their links; what others name stays. */
import "reflect-metadata";
import type { RunningGateway } from "../../gateway/gateway.js";
import type { Worker } from "../../commands/loads/work.js";
import { createRecordKey } from "../../platform/import/index.js";
import { createMachine, prepareTestLoads, type TestLoads } from "../support/loads.js";
import { startStack, type TestStack } from "../support/stack.js";

const OWN = "11990101MB9000015E";
const EIA = "《中华人民共和国环境影响评价法》第十六条";

let stack: TestStack;
let loads: TestLoads;
let worker: Worker;
let gateway: RunningGateway;
let own: ReturnType<typeof createMachine>;
beforeAll(async () => {
  stack = await startStack();
  loads = await prepareTestLoads(stack, createRecordKey("test"));
  ({ gateway } = await stack.another({ loads: loads.place }));
  worker = loads.startWorker();
  own = createMachine(gateway.url, "publisher-1");
});
afterAll(async () => {
  await worker?.stop();
  await loads?.stop();
  await stack?.stop();
});

const load = async (kind: string, content: string): Promise<string> => {
  const { id } = await own.upload(kind, `${kind}.csv`, content);
  const done = (await own.step(id, "LOAD")).steps.at(-1);
  expect(done).toMatchObject({ state: "DONE", result: { figures: { refused: 0 } } });
  return id;
};

const undo = async (id: string): Promise<{ state: string; failure?: string; result?: unknown }> =>
  (await own.step(id, "UNDO")).steps.at(-1);

describe("matters", () => {
  const matters = (...names: readonly (readonly [code: string, name: string])[]): string =>
    `事项名称,事项编码,事项类型,实施主体编码,实施主体名称,行政区划\n${names.map(([code, name]) => `${name},${code},1,${OWN},某局,222401\n`).join("")}`;
  const stored = (code: string): Promise<{ id: string; version: number; task_name: string }[]> =>
    stack.databases["matters"]!("service_matters")
      .where({ local_task_code: code })
      .select("id", "version", "task_name");

  it("that a load changed are as before in a version more, those that it inserted go, and the feed tells both", async () => {
    await load("matters", matters(["UNDO-1", "甲事项"]));
    const [before] = await stack.databases["matters"]!("service_matters").where({ local_task_code: "UNDO-1" });
    const second = await load("matters", matters(["UNDO-1", "甲事项（误）"], ["UNDO-2", "乙事项"]));
    const [{ id: inserted } = { id: "" }] = await stored("UNDO-2");
    expect(await undo(second)).toMatchObject({ state: "DONE", result: { removed: 1, restored: 1 } });
    const [after] = await stack.databases["matters"]!("service_matters").where({ local_task_code: "UNDO-1" });
    expect(after).toEqual({ ...before, version: 3 });
    expect(await stored("UNDO-2")).toEqual([]);
    const versions = await stack.databases["matters"]!("service_matter_versions")
      .where({ matter_id: before.id })
      .orderBy("version")
      .select("version", "task_name", "status", "content", stack.databases["matters"]!.raw("valid_to is null as open"));
    expect(versions.map(({ version, task_name, status, open }) => [version, task_name, status, open])).toEqual([
      [1, "甲事项", "PUBLISHED", false],
      [2, "甲事项（误）", "PUBLISHED", false],
      [3, "甲事项", "PUBLISHED", true],
    ]);
    expect(versions[2].content).toEqual(versions[0].content);
    const told = await stack.databases["matters"]!("changes")
      .whereIn("key", [before.id, inserted])
      .orderBy("seq", "desc")
      .limit(2)
      .select("key", "op");
    expect(told).toEqual(
      expect.arrayContaining([
        { key: before.id, op: "UPSERT" },
        { key: inserted, op: "DELETE" },
      ]),
    );
    expect(await load("matters", matters(["UNDO-1", "甲事项（误）"]))).toBeDefined();
    expect(await stored("UNDO-1")).toMatchObject([{ version: 4, task_name: "甲事项（误）" }]);
  });

  it("that cases name are not removed, and those that another service names neither: nothing is undone", async () => {
    const first = await load("matters", matters(["UNDO-3", "丙事项"], ["UNDO-4", "丁事项"]));
    const [{ id } = { id: "" }] = await stored("UNDO-3");
    const [row] = await stack.databases["credit"]!("licences").limit(1).select("id");
    const { matter_id: kept } = await stack.databases["credit"]!("licences").where({ id: row.id }).first();
    await stack.databases["credit"]!("licences").where({ id: row.id }).update({ matter_id: id });
    expect(await undo(first)).toMatchObject({
      state: "FAILED",
      failure: expect.stringContaining(`1 of its records are named by later ones`),
    });
    expect(await stored("UNDO-4")).toHaveLength(1);
    await stack.databases["credit"]!("licences").where({ id: row.id }).update({ matter_id: kept });
    const [aCase] = await stack.databases["matters"]!("service_cases").limit(1).select("case_no", "matter_id");
    await stack.databases["matters"]!("service_cases").where({ case_no: aCase.case_no }).update({ matter_id: id });
    expect(await undo(first)).toMatchObject({ state: "FAILED", failure: expect.stringContaining(id) });
    await stack.databases["matters"]!("service_cases")
      .where({ case_no: aCase.case_no })
      .update({ matter_id: aCase.matter_id });
    expect(await undo(first)).toMatchObject({ state: "DONE", result: { removed: 2, restored: 0 } });
    expect(await undo(first)).toMatchObject({ state: "FAILED" });
  });
});

describe("intermediary services", () => {
  const list = (...rows: readonly (readonly [code: string, name: string, matters: string])[]): string =>
    `中介服务事项名称,事项编码,审批事项编码,审批部门,审批部门编码,设定依据,收费性质,行政区划\n${rows
      .map(([code, name, matters]) => `${name},${code},${matters},某局,${OWN},${EIA},市场调节价,222400\n`)
      .join("")}`;
  const links = async (code: string): Promise<string[]> =>
    (await stack.databases["intermediary"]!("service_matter_links").where({ service_code: code }).select("matter_id"))
      .map(({ matter_id: id }: { matter_id: string }) => id)
      .sort();
  const catalogCodes = async (): Promise<string[]> =>
    (
      await stack.databases["matters"]!("service_matters")
        .where({ status: "PUBLISHED" })
        .whereNotNull("catalog_code")
        .where("division_code", "like", "2224%")
        .distinct("catalog_code")
        .orderBy("catalog_code")
        .limit(2)
    ).map(({ catalog_code: code }: { catalog_code: string }) => code);

  it("have the links again that the list before made, also where nothing but the links changed", async () => {
    const [one, two] = await catalogCodes();
    await load("intermediary-services", list(["ZJ-1", "评价", one!], ["ZJ-2", "测绘", ""]));
    const before = await links("ZJ-1");
    expect(before.length).toBeGreaterThan(0);
    const second = await load(
      "intermediary-services",
      list(["ZJ-1", "评价（误）", two!], ["ZJ-2", "测绘", one!], ["ZJ-3", "检测", one!]),
    );
    expect(await links("ZJ-1")).not.toEqual(before);
    expect(await links("ZJ-3")).toEqual(before);
    expect(await undo(second)).toMatchObject({ state: "DONE", result: { removed: 1, restored: 2 } });
    expect(await links("ZJ-1")).toEqual(before);
    expect(await links("ZJ-2")).toEqual([]);
    expect(await links("ZJ-3")).toEqual([]);
    expect(
      await stack.databases["intermediary"]!("intermediary_services").where({ code: "ZJ-1" }).first("name", "version"),
    ).toEqual({ name: "评价", version: 3 });
  });

  it("whose links were changed since are left alone", async () => {
    const [one, two] = await catalogCodes();
    const first = await load("intermediary-services", list(["ZJ-4", "评估", one!]));
    const left = await links("ZJ-4");
    const [other] = await stack.databases["matters"]!("service_matters").where({ catalog_code: two }).limit(1);
    await stack.databases["intermediary"]!("service_matter_links").insert({
      service_code: "ZJ-4",
      matter_id: other.id,
    });
    expect(await undo(first)).toMatchObject({
      state: "FAILED",
      failure: expect.stringMatching(/^1 of its records were changed or removed since: ZJ-4/),
    });
    await stack.databases["intermediary"]!("service_matter_links")
      .where({ service_code: "ZJ-4", matter_id: other.id })
      .delete();
    expect(await links("ZJ-4")).toEqual(left);
    expect(await undo(first)).toMatchObject({ state: "DONE", result: { removed: 1, restored: 0 } });
  });
});

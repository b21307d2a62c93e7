/** Loads of agencies over HTTP: upload, look, trial, load, result and undo through a gateway and a worker; each agency its own alone. */
import "reflect-metadata";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findKind } from "../../commands/find-kind.js";
import { databaseVariable } from "../../commands/service-urls.js";
import { importKinds } from "../../schema/loadings.js";
import { projectPath, registeredServices } from "../../platform/config/index.js";
import { createRecordKey } from "../../platform/import/index.js";
import { runNode, waitFor, type CommandRun } from "../support/commands.js";
import type { RunningGateway } from "../../gateway/gateway.js";
import type { Worker } from "../../commands/loads/work.js";
import { createMachine, prepareTestLoads, type TestLoads } from "../support/loads.js";
import { startStack, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

const KEY = createRecordKey("test");
const OWN = "11990101MB9000015E";
const OTHER = "12990101MB90000236";
const HEADER =
  "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFJGDM,失信严重程度,公示日期";

const line = (docNo: string, { authority = OWN, content = "罚款", fine = "0.2" } = {}): string =>
  `导入甲公司,02,91990101MA900002XF,${docNo},违规,罚款,${content},${fine},2026-08-03,${authority},一般,2026-08-05`;

const csv = (...lines: readonly string[]): string => `${HEADER}\n${lines.join("\n")}\n`;

let stack: TestStack;
let loads: TestLoads;
let worker: Worker;
let gateway: RunningGateway;
let own: ReturnType<typeof createMachine>;
let other: ReturnType<typeof createMachine>;
beforeAll(async () => {
  stack = await startStack({
    viewers: {
      "publisher-2": { ...VIEWERS["publisher-1"], username: "publisher-2", agencyUscc: OTHER },
      "at-suspended-app": { ...VIEWERS["publisher-1"], clientId: "app-demo-suspended" },
    },
  });
  loads = await prepareTestLoads(stack, KEY);
  ({ gateway } = await stack.another({ loads: loads.place }));
  worker = loads.startWorker();
  own = createMachine(gateway.url, "publisher-1");
  other = createMachine(gateway.url, "publisher-2");
});
afterAll(async () => {
  await worker?.stop();
  await loads?.stop();
  await stack?.stop();
});

const stored = async (docNo: string): Promise<{ version: number; content: string }[]> =>
  stack.databases["credit"]!("penalties").where({ doc_no: docNo }).select("version", "content");

describe("a load", () => {
  it("is looked at, tried, loaded, and its refused rows come back in the columns of the file", async () => {
    const looked = await own.upload(
      "penalties",
      "处罚 990101199001010019.csv",
      csv(line("页罚〔2026〕1号"), line("页罚〔2026〕2号", { authority: OTHER })),
    );
    expect(looked.fileName).toBe("处罚 [证件号码已隐去].csv");
    expect(looked.sha256).toMatch(/^[0-9a-f]{64}$/);
    const [look] = looked.steps;
    expect(look).toMatchObject({ name: "LOOK", state: "DONE" });
    expect(look.result.columns[3]).toEqual({ heading: "CF_WSH", field: "docNo" });
    expect(look.result.missing).toEqual([]);
    expect(look.result.preview.join("\n")).toMatch(/OTHER_AGENCY/);

    const tried = (await own.step(looked.id, "DRY_RUN")).steps.at(-1);
    expect(tried.result.figures).toMatchObject({ read: 2, accepted: 1, refused: 1 });
    expect(tried.result.refusals).toMatchObject([{ line: 3, column: "CF_CFJGDM", rule: "OTHER_AGENCY" }]);
    expect(await stored("页罚〔2026〕1号")).toEqual([]);

    const done = await own.step(looked.id, "LOAD");
    const loaded = done.steps.at(-1);
    expect(loaded).toMatchObject({ state: "DONE", progress: { done: 2, total: 2 } });
    expect(loaded.result.figures).toMatchObject({ read: 2, accepted: 1, unchanged: 0, refused: 1 });
    expect(await stored("页罚〔2026〕1号")).toHaveLength(1);
    expect(await stored("页罚〔2026〕2号")).toEqual([]);
    const refused = await own.ask(`/uploads/${looked.id}/steps/${loaded.id}/refused.csv`);
    expect(refused.status).toBe(200);
    expect(refused.body).toContain("页罚〔2026〕2号");
    expect(refused.body).toContain("退回原因");
  });

  it("is undone: what it inserted is deleted, what it changed is a new version with the old contents, and the feed tells both", async () => {
    const first = await own.upload("penalties", "a.csv", csv(line("撤罚〔2026〕1号")));
    await own.step(first.id, "LOAD");
    const second = await own.upload(
      "penalties",
      "b.csv",
      csv(line("撤罚〔2026〕1号", { content: "罚款更正" }), line("撤罚〔2026〕2号")),
    );
    expect((await own.step(second.id, "LOAD")).steps.at(-1).result.figures.accepted).toBe(2);
    expect(await stored("撤罚〔2026〕1号")).toEqual([{ version: 2, content: "罚款更正" }]);
    const refused = (await own.step(first.id, "UNDO")).steps.at(-1);
    expect(refused.state).toBe("FAILED");
    expect(refused.failure).toMatch(/^1 of its records were changed or removed since: CF-/);
    const undone = await own.step(second.id, "UNDO");
    expect(undone.steps.at(-1)).toMatchObject({ state: "DONE", result: { removed: 1, restored: 1 } });
    expect(undone.loaded).toBe(false);
    expect(await stored("撤罚〔2026〕1号")).toEqual([{ version: 3, content: "罚款" }]);
    expect(await stored("撤罚〔2026〕2号")).toEqual([]);
    const told = await stack.databases["credit"]!("changes")
      .where({ kind: "PENALTY" })
      .orderBy("seq", "desc")
      .limit(2)
      .select("op");
    expect(told.map(({ op }) => op).sort()).toEqual(["DELETE", "UPSERT"]);
  });

  it("tells that the same file was loaded before", async () => {
    const content = csv(line("重罚〔2026〕1号"));
    const first = await own.upload("penalties", "c.csv", content);
    await own.step(first.id, "LOAD");
    const again = await own.upload("penalties", "d.csv", content);
    expect(again.sameFile).toMatchObject({ uploadId: first.id });
    expect((await own.step(again.id, "LOAD")).steps.at(-1).result.figures).toMatchObject({ accepted: 0, unchanged: 1 });
  });

  it("of a file that can not be read fails in a sentence", async () => {
    const { steps } = await own.upload("penalties", "e.csv", "甲,乙\n1,2\n");
    expect(steps.at(-1).result.problem).toMatch(/^The file has no column for /);
    const broken = await own.upload("penalties", "f.csv", new Uint8Array([0x61, 0x2c, 0xff, 0xff, 0x0a]));
    expect(broken.steps.at(-1)).toMatchObject({ state: "FAILED", failure: expect.stringMatching(/byte/) });
  });

  it("is taken again where its worker was killed in the middle, without loss or duplicate", async () => {
    await worker.stop();
    const { body } = await own.post("/uploads", { kind: "penalties", fileName: "g.csv" });
    await own.part(body.id, 0, csv(line("续罚〔2026〕1号")));
    const held = await loads.store.take();
    expect(held?.upload.id).toBe(body.id);
    await loads
      .db("steps")
      .where({ id: held!.step.id })
      .update({ leased_until: loads.db.raw("now() - interval '1 second'") });
    worker = loads.startWorker();
    await own.settled(body.id);
    expect(await loads.store.finish(held!, { failure: "late" })).toBe(false);
    const done = await own.step(body.id, "LOAD");
    expect(done.steps.map(({ state }: { state: string }) => state)).toEqual(["DONE", "DONE"]);
    expect(await stored("续罚〔2026〕1号")).toHaveLength(1);
  });
});

describe("a worker that is killed in the middle of a load", () => {
  const LINES = 6_000;
  const countOf = async (): Promise<number> =>
    Number(
      (await stack.databases["credit"]!("penalties").where("doc_no", "like", "杀罚%").count({ n: "*" }).first())!["n"],
    );
  const start = (): CommandRun =>
    runNode([projectPath("dist/commands/worker.js")], {
      ...Object.fromEntries(registeredServices().map((name) => [databaseVariable(name), stack.database.urlOf(name)])),
      WORKER_LOADS_STORE: loads.place.store,
      WORKER_LOADS_DIRECTORY: loads.place.directory,
      GOVGRAPH_RECORD_KEYS: KEY,
    });

  it("loses nothing and doubles nothing: another process goes on, and the whole load can be undone", async () => {
    await worker.stop();
    const first = start();
    const content = csv(...Array.from({ length: LINES }, (_, index) => line(`杀罚〔2026〕${index + 1}号`)));
    const { id } = await own.upload("penalties", "l.csv", content);
    await own.post(`/uploads/${id}/steps`, { step: "LOAD" });
    await waitFor(first, async () => (await countOf()) > 0);
    first.child.kill("SIGKILL");
    await first.ended;
    const before = await countOf();
    expect(before).toBeLessThan(LINES);
    await loads
      .db("steps")
      .where({ state: "RUNNING" })
      .update({ leased_until: loads.db.raw("now() - interval '1 second'") });
    const second = start();
    const loaded = (await own.settled(id)).steps.at(-1);
    expect(loaded).toMatchObject({ state: "DONE", result: { resumed: true } });
    expect(loaded.result.figures).toMatchObject({
      read: LINES,
      accepted: LINES - before,
      unchanged: before,
      refused: 0,
    });
    expect(await countOf()).toBe(LINES);
    expect((await own.step(id, "UNDO")).steps.at(-1)).toMatchObject({
      state: "DONE",
      result: { removed: LINES, restored: 0 },
    });
    expect(await countOf()).toBe(0);
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    worker = loads.startWorker();
  });
});

it("an import that is killed in the middle is run again without loss or duplicate", async () => {
  const LINES = 6_000;
  const credit = stack.databases["credit"]!;
  const countOf = async (): Promise<number> =>
    Number((await credit("penalties").where("doc_no", "like", "断罚%").count({ n: "*" }).first())!["n"]);
  const folder = mkdtempSync(join(tmpdir(), "killed-"));
  const file = join(folder, "p.csv");
  writeFileSync(file, csv(...Array.from({ length: LINES }, (_, index) => line(`断罚〔2026〕${index + 1}号`))));
  const start = (): CommandRun =>
    runNode([projectPath("dist/commands/import.js"), "penalties", file], {
      ...Object.fromEntries(registeredServices().map((name) => [databaseVariable(name), stack.database.urlOf(name)])),
      GOVGRAPH_RECORD_KEYS: KEY,
    });
  const first = start();
  await waitFor(first, async () => (await countOf()) > 0);
  first.child.kill("SIGKILL");
  await first.ended;
  const before = await countOf();
  expect(before).toBeLessThan(LINES);
  const second = start();
  expect([await second.ended, second.output()]).toEqual([0, expect.stringContaining(String(LINES))]);
  expect(await countOf()).toBe(LINES);
  rmSync(folder, { recursive: true });
});

it("every kind that agencies load can be undone", async () => {
  const kinds = await Promise.all(importKinds().map(({ kind }) => findKind(kind)));
  expect(kinds.flatMap(({ kind: { kind, owner, undo } }) => (owner && !undo ? [kind] : []))).toEqual([]);
});

describe("who may load", () => {
  it.each([
    ["anonymous", 401, "UNAUTHENTICATED"],
    ["citizen-1", 403, "FORBIDDEN"],
    ["officer-1", 403, "FORBIDDEN"],
    ["supervisor-1", 403, "FORBIDDEN"],
    ["app-partner", 403, "FORBIDDEN"],
  ])("%s may not: %d", async (viewer, status, code) => {
    const machine = createMachine(gateway.url, viewer);
    for (const { status: got, body } of [
      await machine.ask("/kinds"),
      await machine.ask("/uploads"),
      await machine.post("/uploads", { kind: "penalties", fileName: "x" }),
    ]) {
      expect(got).toBe(status);
      expect(body.errors[0].extensions.code).toBe(code);
    }
  });

  it.each([
    ["at-suspended-app", 403, "APP_SUSPENDED"],
    ["nobody", 401, undefined],
  ])("%s is refused before anything, and pays for it", async (viewer, status, reason) => {
    const response = await fetch(`${gateway.url}/imports/kinds`, {
      headers: { authorization: `Bearer ${viewer}.test.test` },
    });
    const { errors } = (await response.json()) as { errors: { extensions: { reason?: string } }[] };
    expect([response.status, errors[0]!.extensions.reason]).toEqual([status, reason]);
    expect(response.headers.get("ratelimit")).toMatch(/;r=\d+;t=\d+$/);
  });

  it("no row takes over a record of another agency by its code", async () => {
    const held = (await stack.databases["matters"]!("service_matters")
      .whereNot({ dept_uscc: OWN })
      .whereNotNull("task_code")
      .orderBy("id")
      .first("task_code")) as { task_code: string };
    const content = `taskName,taskCode,deptCode,division,taskType\n抢来的事项,${held.task_code},${OWN},222401,行政许可\n`;
    const { id } = await own.upload("matters", "o.csv", content);
    for (const name of ["DRY_RUN", "LOAD"]) {
      const { result } = (await own.step(id, name)).steps.at(-1);
      expect(result.figures).toMatchObject({ read: 1, accepted: 0, refused: 1 });
      expect(result.refusals).toMatchObject([{ line: 2, rule: "HELD_BY_OTHER_AGENCY" }]);
    }
    expect((await own.step(id, "UNDO")).steps.at(-1)).toMatchObject({
      state: "FAILED",
      failure: expect.stringMatching(/^The load changed nothing/),
    });
  });

  it("a file that says the agency by name alone is the loading agency's, but for rows of other names", async () => {
    const columns =
      "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_CFLB,CF_NR,CF_JDRQ,失信严重程度,公示日期,处罚机关";
    const row = (docNo: string, authority: string): string =>
      `导入甲公司,02,91990101MA900002XF,${docNo},违规,罚款,罚款,2026-08-03,一般,2026-08-05,${authority}\n`;
    const content = [
      row("名罚〔2026〕1号", "延吉市市场监督管理局（演示）"),
      row("名罚〔2026〕2号", "延吉市市监局"),
      row("名罚〔2026〕3号", "延吉市工商局"),
      row("名罚〔2026〕4号", ""),
    ];
    const { id, steps } = await own.upload("penalties", "n.csv", `${columns}\n${content.join("")}`);
    expect(steps.at(-1).result).toMatchObject({ missing: [] });
    const { result } = (await own.step(id, "LOAD")).steps.at(-1);
    expect(result.figures).toMatchObject({ read: 4, accepted: 3, refused: 1 });
    expect(result.refusals).toMatchObject([{ line: 4, column: "处罚机关", rule: "OTHER_AGENCY" }]);
    expect(result.file).toContainEqual(expect.objectContaining({ rule: "OWN_AGENCY" }));
    expect(
      await stack.databases["credit"]!("penalties").where("doc_no", "like", "名罚%").distinct("authority_uscc"),
    ).toEqual([{ authority_uscc: OWN }]);
  });

  it("another agency finds nothing of an upload", async () => {
    const mine = await own.upload("penalties", "h.csv", csv(line("密罚〔2026〕1号")));
    for (const answer of [
      await other.ask(`/uploads/${mine.id}`),
      await other.post(`/uploads/${mine.id}/steps`, { step: "LOAD" }),
      await other.part(mine.id, 0, "x"),
      await other.ask(`/uploads/${mine.id}/steps/${mine.steps[0].id}/report.csv`),
      await other.ask("/uploads/not-an-id"),
    ])
      expect(answer.status).toBe(404);
    expect((await other.ask("/uploads")).body.uploads).toEqual([]);
    expect(JSON.stringify((await own.ask("/uploads")).body)).not.toContain("publisher-1");
  });

  it("a gateway whose store is down says so, and a gateway without one has no such place", async () => {
    const down = await stack.another({ loads: { ...loads.place, store: "postgresql://nobody@127.0.0.1:1/nothing" } });
    const { status, body } = await createMachine(down.gateway.url, "publisher-1").ask("/kinds");
    expect([status, body.errors[0].extensions.code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
    expect((await createMachine(stack.url, "publisher-1").ask("/kinds")).status).toBe(404);
  });
});

describe("an upload", () => {
  it("comes in parts, each in its place", async () => {
    const content = csv(line("段罚〔2026〕1号"));
    const bytes = new TextEncoder().encode(content);
    const { body } = await own.post("/uploads", { kind: "penalties", fileName: "i.csv" });
    expect((await own.post(`/uploads/${body.id}/steps`, { step: "LOAD" })).body.errors[0].extensions.reason).toBe(
      "LOAD_INCOMPLETE",
    );
    expect((await own.part(body.id, 0, bytes.slice(0, 40), false)).body.received).toBe(40);
    const wrong = await own.part(body.id, 0, bytes.slice(0, 40), false);
    expect([wrong.status, wrong.body.errors[0].extensions.reason]).toEqual([409, "LOAD_PART"]);
    await own.part(body.id, 40, bytes.slice(40));
    const looked = await own.settled(body.id);
    expect(looked.received).toBe(bytes.length);
    expect(looked.steps[0].result.missing).toEqual([]);
    expect((await own.part(body.id, bytes.length, "more")).status).toBe(409);
  });

  it("whose part ends early keeps nothing of it, and goes on from where it was", async () => {
    const { body } = await own.post("/uploads", { kind: "penalties", fileName: "m.csv" });
    const content = csv(line("断罚〔2026〕1号"));
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /imports/uploads/${body.id}/parts?from=0&last=true HTTP/1.1\r\nhost: x\r\nauthorization: Bearer publisher-1.test.test\r\n` +
        "content-type: application/octet-stream\r\ncontent-length: 1000\r\n\r\nhalf",
    );
    while (readdirSync(loads.place.directory).every((name) => name !== body.id))
      await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    const folder = join(loads.place.directory, body.id);
    while (readdirSync(folder).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await own.ask(`/uploads/${body.id}`)).body).toMatchObject({ received: 0, complete: false });
    expect((await own.part(body.id, 0, content)).status).toBe(200);
    expect((await own.settled(body.id)).steps[0].state).toBe("DONE");
  });

  it("is removed before its time, with what was told of its rows; the history keeps the figures", async () => {
    const { id } = await own.upload("penalties", "n.csv", csv(line("删罚〔2026〕1号", { authority: OTHER })));
    const { steps } = await own.step(id, "DRY_RUN");
    expect(steps[1].files).toEqual(["refused", "report"]);
    const { body } = await own.post(`/uploads/${id}/remove`, {});
    expect(body).toMatchObject({
      kept: false,
      steps: [{ files: [] }, { files: [], result: { figures: { refused: 1 } } }],
    });
    expect(body.steps[1].result.refusals).toBeUndefined();
    expect(
      readdirSync(loads.place.directory).filter((name) => name.startsWith(id) || name.startsWith(steps[1].id)),
    ).toEqual([]);
    expect((await own.post(`/uploads/${id}/steps`, { step: "LOAD" })).body.errors[0].extensions.reason).toBe(
      "LOAD_REMOVED",
    );
  });

  it("is refused above its bounds, of another type and of a kind that agencies do not load", async () => {
    const { body } = await own.post("/uploads", { kind: "penalties", fileName: "j.csv" });
    const large = await own.part(body.id, 0, new Uint8Array(8 * 1024 * 1024 + 1));
    expect([large.status, large.body.errors[0].extensions.reason]).toEqual([400, "LOAD_SIZE"]);
    const typed = await own.ask(`/uploads/${body.id}/parts?from=0`, {
      method: "POST",
      body: "x",
      headers: { "content-type": "text/csv" },
    });
    expect(typed.status).toBe(415);
    for (const kind of ["organizations", "subsidy-batches", "__proto__", "nothing"])
      expect((await own.post("/uploads", { kind, fileName: "k.csv" })).body.errors[0].extensions.reason).toBe(
        "LOAD_KIND",
      );
    expect((await own.post(`/uploads/${body.id}/steps`, { step: "DROP" })).status).toBe(400);
  });
});

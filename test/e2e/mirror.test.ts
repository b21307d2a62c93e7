/** The example mirror: a full copy equals the graph, stays equal through writes, ends, days, restores and kills, and a download goes on where it was ended. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { recordKinds } from "../../platform/graphql/index.js";
import { othersSettled } from "../support/feed.js";
import { restore, runSequence, startMirror, WRITTEN_KINDS, type MirrorRun } from "../support/mirror.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let mirror: MirrorRun;
let copy: pg.Client;
let folder: string;
beforeAll(async () => {
  stack = await startStack();
  mirror = await startMirror(stack);
  copy = new pg.Client({ connectionString: stack.database.ownerUrl });
  await copy.connect();
  folder = mkdtempSync(join(tmpdir(), "govgraph-mirror-"));
});
afterAll(async () => {
  mirror.stop();
  await copy.end();
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

const EQUAL = { code: 0, output: expect.stringContaining("Copy and graph are equal.") as string };

describe("the mirror", () => {
  it("copies every kind, and finds copy and graph equal", async () => {
    await othersSettled(stack);
    // Divisions are many, and are copied as articles of laws are: they are left to the long test.
    const kinds = recordKinds().flatMap(({ kind }) => (kind === "DIVISION" ? [] : [kind]));
    const { code, output } = await mirror.run("copy", "--kinds", ...kinds);
    expect([code, output]).toEqual([0, expect.stringMatching(/In step: \d{4,} records, \d+ requests/)]);
    const verified = await mirror.run("verify", "--kinds", ...kinds);
    expect(verified).toEqual(EQUAL);
    expect(
      kinds.filter((kind) => !new RegExp(`^${kind}: [1-9]\\d* records compared`, "m").test(verified.output)),
    ).toEqual([]);
  });

  it("finds a record that is missing, one that is left and one that is other", async () => {
    const records = "govgraph_mirror.records where kind = 'PENALTY'";
    const { rows } = await copy.query<{ node_id: string }>(`select node_id from ${records} order by node_id limit 2`);
    const [missing, other] = rows.map(({ node_id }) => node_id);
    await copy.query("delete from govgraph_mirror.records where node_id = $1", [missing]);
    await copy.query('update govgraph_mirror.records set record = record || \'{"fine": "1.23"}\' where node_id = $1', [
      other,
    ]);
    await copy.query(
      `insert into govgraph_mirror.records select kind, 'AdministrativePenalty:left', copy, record from ${records} limit 1`,
    );
    const { code, output } = await mirror.run("verify", "--kinds", "PENALTY");
    expect(code).toBe(2);
    expect(output).toContain(`1 missing: ${missing!}`);
    expect(output).toContain("1 left: AdministrativePenalty:left");
    expect(output).toContain(`1 other: ${other!}`);
    // Another choice of fields is another copy, which puts all of it right.
    await copy.query("update govgraph_mirror.progress set hash = 'of other fields' where kind = 'PENALTY'");
    expect(await mirror.run("verify", "--kinds", "PENALTY")).toEqual(EQUAL);
  });

  it("stays equal through random writes, repairs, ends and days, killed again and again, and a restored database", async () => {
    const { writes, kills } = await runSequence(stack, mirror, { seed: 17, goesOn: (count) => count < 75 });
    expect([writes, kills]).toEqual([75, 5]);
    expect(await mirror.run("verify", "--kinds", ...WRITTEN_KINDS)).toEqual(EQUAL);
    await restore(stack, "2030-01-01");
    const again = await mirror.run("verify", "--kinds", ...WRITTEN_KINDS);
    expect(again).toEqual(EQUAL);
    expect(again.output).toContain("PENALTY: the graph asks to begin again");
  });

  it("lets one mirror at a time write a copy, and says what is wrong", async () => {
    const following = mirror.follow("--kinds", "LIST_ENTRY");
    await expect(mirror.run("copy", "--kinds", "NOTHING")).resolves.toMatchObject({
      ...{ code: 1, output: expect.stringMatching(/another mirror|No such kind: NOTHING/i) },
    });
    following.child.kill("SIGKILL");
    await following.ended;
    const help = await mirror.run("--help");
    expect(help.output).toContain("verify");
  });

  it("downloads a list as files with a manifest, goes on where it was ended, and finds a file that was changed", async () => {
    const document = join(folder, "licences.graphql");
    writeFileSync(document, "{ licences { nodes { id docNo } } }");
    const into = join(folder, "licences");
    const words = ["download", document, "--into", into, "--format", "csv"];
    const first = await mirror.run(...words);
    expect([first.code, first.output]).toEqual([0, expect.stringMatching(/\d+ rows in 1 parts/)]);
    const manifest = JSON.parse(readFileSync(join(into, "manifest.json"), "utf8")) as {
      rows: number;
      parts: { file: string; sha256: string }[];
    };
    const bytes = readFileSync(join(into, manifest.parts[0]!.file));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(manifest.parts[0]!.sha256);
    expect(gunzipSync(bytes).toString("utf8").split("\r\n")).toHaveLength(manifest.rows + 2);
    const again = await mirror.run(...words);
    expect(again.output).not.toContain("part-00001");
    writeFileSync(join(into, manifest.parts[0]!.file), "x");
    expect(await mirror.run(...words)).toMatchObject({
      code: 1,
      output: expect.stringContaining("not what the manifest says"),
    });
  });
});

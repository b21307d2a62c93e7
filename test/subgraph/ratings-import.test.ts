/** Ratings in exchange tables: loaded once behind their case, refused where they are not understood, and written without the case, to come back unchanged. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Knex } from "knex";
import Papa from "papaparse";
import { exportLines, runExport, type ExportSummary } from "../../platform/export/index.js";
import { ImportRefused, runImport, type ImportSummary, type Mapping } from "../../platform/import/index.js";
import { ratingExport } from "../../subgraphs/matters/service-rating/service-rating.export.js";
import { ratingImport } from "../../subgraphs/matters/service-rating/service-rating.import.js";
import { startStack, type TestStack } from "../support/stack.js";

const TODAY = "2026-09-28";

interface Case {
  readonly case_no: string;
  readonly matter_id: string;
  readonly subject: string;
  readonly dept_uscc: string;
  readonly applied_on: string;
  readonly code: string;
}

let stack: TestStack;
let db: Knex;
let directory: string;
let rated: Case;
let other: Case;
let unrated: Case;
let versions: ReadonlyMap<string, number>;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
  directory = mkdtempSync(join(tmpdir(), "govgraph-ratings-"));
  [rated, other, unrated] = (await db("service_cases as c")
    .join("service_matters as m", "m.id", "c.matter_id")
    .where("c.state", "DELIVERED")
    .where("m.status", "PUBLISHED")
    .whereNotExists(db("service_ratings as r").whereRaw("r.case_no = c.case_no"))
    .orderBy("c.case_no")
    .limit(3)
    .select(
      ...["c.case_no", "c.matter_id", "c.subject", "c.dept_uscc"],
      db.raw("c.applied_on::text"),
      db.raw("coalesce(m.task_code, m.handling_item_code, m.local_task_code) as code"),
    )) as [Case, Case, Case];
  const all = (await db("service_cases").select("case_no", "version")) as { case_no: string; version: number }[];
  versions = new Map(all.map(({ case_no, version }) => [case_no, version]));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const loadText = (content: string, mapping: Mapping = {}, dryRun = false): Promise<ImportSummary> => {
  const file = join(directory, "ratings.csv");
  writeFileSync(file, content);
  const context = { db, today: TODAY, source: "test", call: stack.batchCall };
  return runImport(ratingImport, context, { file, mapping, dryRun, chunkSize: 2 });
};

type Row = Readonly<Record<string, string>>;

/** A row as a system of ratings reports it. */
const row = (more: Row = {}): Row => ({
  projectNo: rated.case_no,
  assessNumber: "1",
  taskCode: rated.code,
  serviceName: "签收",
  satisfaction: "2",
  pf: "1",
  evalDetail: "等候时间长,一次说不清",
  writingEvaluation: "办了三次才办完。",
  assessTime: `${TODAY} 10:20:30`,
  userName: "周成年",
  ...more,
});

const load = (rows: readonly Row[], mapping?: Mapping, dryRun?: boolean): Promise<ImportSummary> =>
  loadText(Papa.unparse(rows as Record<string, string>[]), mapping, dryRun);

const outcome = ({ read, accepted, unchanged, quarantined }: ImportSummary): unknown => [
  read,
  accepted,
  unchanged,
  quarantined.map(({ rule, column }) => `${rule} ${column ?? ""}`.trim()),
];

const exported = async (scope: {
  agency?: string;
  division?: string;
}): Promise<{ text: string; summary: ExportSummary }> => {
  let text = "";
  const summary = await runExport(
    ratingExport,
    { db, today: TODAY, call: stack.batchCall },
    { ...scope, pageSize: 3, write: async (part) => void (text += part) },
  );
  return { text, summary };
};
const rowsOf = (text: string): Row[] =>
  Papa.parse<Row>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true }).data;

const ratingsOf = (caseNo: string): Promise<Readonly<Record<string, unknown>>[]> =>
  db("service_ratings").where({ case_no: caseNo }).orderBy("service_number");

const caseOf = async (caseNo: string): Promise<{ state: string; version: number }> =>
  (await db("service_cases").where({ case_no: caseNo }).select("state", "version"))[0] as {
    state: string;
    version: number;
  };

describe("a rating", () => {
  it("is refused in a dry run as in the run, with all reasons of a row, and what is allowed", async () => {
    const wrong = [
      row({ satisfaction: "6", serviceName: "其他", pf: "6", assessTime: "2026.9" }),
      row({ assessNumber: "2", projectNo: "NO-SUCH-CASE" }),
      row({ assessNumber: "3", taskCode: "ANOTHER-1" }),
      row({ assessNumber: "4", assessTime: "2001-01-01" }),
      row({ assessNumber: "5", evalDetail: "510,515" }),
      row({ assessNumber: "6", assessTime: "2026-09-29" }),
      row({ assessNumber: "7", projectNo: "" }),
      row({ assessNumber: "0" }),
      row({ assessNumber: "8", evalDetail: "字".repeat(21) }),
      row({ assessNumber: "9", writingEvaluation: "长".repeat(1001) }),
    ];
    const rules = [
      ...["STAGE_UNKNOWN serviceName", "STARS_UNKNOWN satisfaction", "CHANNEL_UNKNOWN pf", "DATE_MONTH assessTime"],
      ...["CASE_UNKNOWN projectNo", "OTHER_MATTER taskCode", "RATED_BEFORE_CASE assessTime", "TAG_CODE evalDetail"],
      ...["DATE_IN_FUTURE assessTime", "CASE_MISSING projectNo", "SERVICE_NUMBER assessNumber", "TAGS evalDetail"],
      "COMMENT_LENGTH writingEvaluation",
    ];
    for (const dryRun of [true, false]) {
      const summary = await load(wrong, {}, dryRun);
      expect(outcome(summary)).toEqual([10, 0, 0, rules]);
      expect(summary.quarantinedRows).toBe(10);
      expect(summary.quarantined[2]!.remedy).toContain("1 门户, 2 APP, 3 二维码, 4 窗口评价器, 5 自助终端");
    }
    expect(await ratingsOf(rated.case_no)).toEqual([]);
  });

  it("needs its stage, which a file may say for all rows", async () => {
    const without = Object.fromEntries(Object.entries(row()).filter(([column]) => column !== "serviceName"));
    await expect(load([without])).rejects.toThrow(/no column for stage .*--set stage=…\./su);
    await expect(load([without])).rejects.toThrow(ImportRefused);
    expect(outcome(await load([without], { constants: { stage: "签收" } }, true))).toEqual([1, 1, 0, []]);
  });

  it("is loaded behind its case, whose agency and person it has; a bad one opens, a comment waits for its moderation", async () => {
    const summary = await load([
      row(),
      row({ assessNumber: "2", satisfaction: "满意", pf: "小程序", writingEvaluation: "" }),
    ]);
    expect(outcome(summary)).toEqual([2, 2, 0, []]);
    expect(summary.unusedColumns).toEqual(["userName"]);
    const common = {
      ...{ matter_id: rated.matter_id, subject: rated.subject, dept_uscc: rated.dept_uscc, shown_comment: null },
      ...{ stage: "DELIVERY", by_default: false, rated_on: TODAY, tags: ["等候时间长", "一次说不清"] },
    };
    const [bad, good] = await ratingsOf(rated.case_no);
    expect(bad).toMatchObject({
      ...common,
      ...{ service_number: 1, stars: 2, channel: "PORTAL", comment: "办了三次才办完。" },
      ...{ moderation: "PENDING", rectification_state: "OPEN" },
    });
    expect(good).toMatchObject({
      ...common,
      ...{ service_number: 2, stars: 4, channel: "MINI_PROGRAM", comment: null },
      ...{ moderation: "PASSED", rectification_state: null },
    });
    expect(bad!["id"]).toMatch(/^HP[0-9a-f]{32}$/);
  });

  it("of the delivery ended its case as rated, once, in the part of who applied, whom no file names", async () => {
    expect(await caseOf(rated.case_no)).toEqual({ state: "RATED", version: versions.get(rated.case_no)! + 1 });
    const steps = await db("transitions").where({ kind: "ServiceCase", key: rated.case_no, event: "RATE" });
    expect(steps).toMatchObject([
      { from_state: "DELIVERED", to_state: "RATED", part: "SUBJECT", actor: null, agency: null },
    ]);
  });

  it("waits for its case before it is written: who rates the case meanwhile waits for nothing", async () => {
    const waiting = async (): Promise<string[]> =>
      (
        (await db.raw(
          `select (select count(*) from pg_locks where pid = w.pid and mode = 'RowExclusiveLock' and relation = 'service_ratings'::regclass)::text as held
           from pg_stat_activity w where w.wait_event_type = 'Lock' and w.datname = current_database()`,
        )) as { rows: { held: string }[] }
      ).rows.map(({ held }) => held);
    const rating = await db.transaction(async (trx) => {
      await trx("service_cases").where("case_no", unrated.case_no).forUpdate();
      const loading = load(
        [row({ projectNo: unrated.case_no, taskCode: unrated.code, serviceName: "申报" })],
        {},
        false,
      );
      let seen = await waiting();
      while (seen.length === 0) seen = await waiting();
      expect(seen).toEqual(["0"]);
      return { loading };
    });
    expect(outcome(await rating.loading)).toEqual([1, 1, 0, []]);
    await db("service_ratings").where("case_no", unrated.case_no).delete();
  });

  it("is refused of a stage to which its case has not come, and nothing becomes of the case", async () => {
    const [early] = (await db("service_cases as c")
      .join("service_matters as m", "m.id", "c.matter_id")
      .whereNotNull("c.applied_on")
      .whereNull("c.notice_on")
      .whereNull("c.accepted_on")
      .orderBy("c.case_no")
      .limit(1)
      .select("c.case_no", "c.state", "c.version")) as { case_no: string; state: string; version: number }[];
    const of = { projectNo: early!.case_no, taskCode: "" };
    const summary = await load([
      row(of),
      row({ ...of, assessNumber: "2", serviceName: "补正" }),
      row({ ...of, assessNumber: "3", serviceName: "缴费" }),
      row({ ...of, assessNumber: "4", 默认评价: "是", writingEvaluation: "" }),
    ]);
    expect(outcome(summary)).toEqual([4, 0, 0, Array(4).fill("RATING_STAGE serviceName")]);
    expect(outcome(await load([row({ ...of, serviceName: "申报" })], {}, true))).toEqual([1, 1, 0, []]);
    expect(await caseOf(early!.case_no)).toEqual({ state: early!.state, version: early!.version });
  });

  it("stands: the same row changes nothing, and another word on it is refused", async () => {
    expect(outcome(await load([row()]))).toEqual([1, 0, 1, []]);
    // A row that has no cell of it says nothing of tags and comment.
    expect(outcome(await load([row({ evalDetail: "", writingEvaluation: "" })]))).toEqual([1, 0, 1, []]);
    const changes: readonly Row[] = [
      { satisfaction: "5" },
      { writingEvaluation: "很好。" },
      { pf: "3" },
      { 默认评价: "是", writingEvaluation: "" },
    ];
    for (const change of changes)
      expect(outcome(await load([row(change)]))).toEqual([1, 0, 0, ["RATING_STANDS satisfaction"]]);
    expect((await ratingsOf(rated.case_no)).map(({ stars }) => stars)).toEqual([2, 4]);
  });

  it("is loaded once where a file has it twice, and not at all where it has two words on it", async () => {
    const once = row({ projectNo: other.case_no, taskCode: other.code });
    expect(outcome(await load([once, once]))).toEqual([2, 1, 1, []]);
    const wide = other.case_no.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const spellings: readonly Row[] = [
      { assessNumber: "02" },
      { assessNumber: "2次" },
      { assessNumber: "2", projectNo: ` ${wide}` },
    ];
    for (const again of spellings) {
      const two = [row({ ...once, assessNumber: "2" }), row({ ...once, ...again, satisfaction: "5" })];
      expect(outcome(await load(two))).toEqual([2, 0, 0, ["CODE_WITH_TWO_CONTENTS", "CODE_WITH_TWO_CONTENTS"]]);
    }
    const several = ["4次", "5次"].map((assessNumber) =>
      row({ ...once, assessNumber, satisfaction: assessNumber[0]! }),
    );
    expect(outcome(await load(several, {}, true))).toEqual([2, 2, 0, []]);
  });

  it("that nobody gave is content by default, has no comment, and leaves its case as it was", async () => {
    const byDefault = {
      projectNo: unrated.case_no,
      taskCode: unrated.code,
      assessNumber: "3",
      satisfaction: "5",
      默认评价: "1",
    };
    expect(outcome(await load([row(byDefault)]))).toEqual([1, 0, 0, ["DEFAULT_WITH_COMMENT 默认评价"]]);
    expect(outcome(await load([row({ ...byDefault, writingEvaluation: "", evalDetail: "" })]))).toEqual([1, 1, 0, []]);
    expect((await ratingsOf(unrated.case_no)).at(-1)).toMatchObject({ by_default: true, stars: 5, tags: [] });
    expect(await caseOf(unrated.case_no)).toEqual({ state: "DELIVERED", version: versions.get(unrated.case_no) });
  });

  it("is loaded by no agency for itself: whoever was rated brings no ratings", async () => {
    const file = join(directory, "ratings.csv");
    const context = { db, today: TODAY, source: "test", call: stack.batchCall, agency: rated.dept_uscc };
    await expect(runImport(ratingImport, context, { file, mapping: {}, dryRun: true })).rejects.toThrow(
      "Rows of the kind ratings do not say whose they are: the operator loads them.",
    );
  });
});

describe("an exchange file", () => {
  it("has neither case nor person nor a comment before it passed, and comes back unchanged", async () => {
    const { text, summary } = await exported({ agency: rated.dept_uscc });
    expect(text).not.toContain(rated.case_no);
    expect(text).not.toContain("办了三次");
    const [bad] = await ratingsOf(rated.case_no);
    expect(rowsOf(text).find((line) => line["RATING_NO"] === bad!["id"])).toEqual({
      ...{ RATING_NO: bad!["id"], ASSESS_NUMBER: "1", TASK_CODE: rated.code, SERVICE_NAME: "签收", SATISFACTION: "2" },
      ...{ PF: "1", EVAL_DETAIL: "等候时间长^一次说不清", WRITING_EVALUATION: "", ASSESS_TIME: TODAY, IS_DEFAULT: "0" },
    });
    expect(exportLines(ratingExport, summary)[0]).toMatch(/^\d+ in part, CASE_NUMBER: the case that was rated/);
    expect(outcome(await loadText(text))).toEqual([summary.written, 0, summary.written, []]);
  });

  it("comes back unchanged with all of the demonstration, comments that are shown included", async () => {
    const { text, summary } = await exported({ division: "222401" });
    expect(summary.written).toBeGreaterThan(20);
    expect(rowsOf(text).some((line) => line["WRITING_EVALUATION"] !== "")).toBe(true);
    const before = (await db("service_ratings").orderBy("id")) as object[];
    const again = await loadText(text);
    expect(again.quarantined).toEqual([]);
    expect([again.accepted, again.unchanged]).toEqual([0, summary.written]);
    expect(await db("service_ratings").orderBy("id")).toEqual(before);
  });

  it("comes back unchanged whatever somebody wrote: words with commas and digits are left out, blanks around a comment mean nothing", async () => {
    const [, good] = await ratingsOf(rated.case_no);
    const words = { tags: ["快,好", "100"], shown_comment: " 很好 \n", comment: "很好", moderation: "PASSED" };
    await db("service_ratings").where({ id: good!["id"] }).update(words);
    const { text, summary } = await exported({ agency: rated.dept_uscc });
    const line = rowsOf(text).find(({ RATING_NO }) => RATING_NO === good!["id"])!;
    expect([line["EVAL_DETAIL"], summary.leftOut.get("TAGS")]).toEqual(["", 1]);
    expect(outcome(await loadText(text))).toEqual([summary.written, 0, summary.written, []]);
  });

  it("says of a row whose rating is not here that its case is wanted", async () => {
    const [line] = rowsOf((await exported({ agency: rated.dept_uscc })).text);
    const summary = await load([{ ...line!, RATING_NO: "HP-ELSEWHERE" }]);
    expect(outcome(summary)).toEqual([1, 0, 0, ["CASE_MISSING RATING_NO"]]);
  });

  it("names no matter that is not published", async () => {
    await db("service_matters").where({ id: rated.matter_id }).update({ status: "DRAFT" });
    try {
      const [bad] = await ratingsOf(rated.case_no);
      const line = rowsOf((await exported({ agency: rated.dept_uscc })).text).find(
        ({ RATING_NO }) => RATING_NO === bad!["id"],
      );
      expect(line!["TASK_CODE"]).toBe("");
    } finally {
      await db("service_matters").where({ id: rated.matter_id }).update({ status: "PUBLISHED" });
    }
  });

  it("is the same in the graph, whoever asks", async () => {
    const [headings, ...lines] = Papa.parse<string[]>(
      (await exported({ agency: rated.dept_uscc })).text.replace(/^\uFEFF/, ""),
      { skipEmptyLines: true },
    ).data;
    for (const viewer of [undefined, "supervisor-1"]) {
      const { body } = await stack.ask(
        "query ($agency: USCC) { ratingExchangeRows(agency: $agency, first: 100) { nodes { columns cells withheld } } }",
        { variables: { agency: rated.dept_uscc }, ...(viewer === undefined ? {} : { viewer }) },
      );
      expect(body.errors).toBeUndefined();
      const nodes = body.data.ratingExchangeRows.nodes as { columns: string[]; cells: (string | null)[] }[];
      expect(nodes[0]!.columns).toEqual(headings);
      expect(nodes.map(({ cells }) => cells.map((cell) => cell ?? ""))).toEqual(lines.slice(0, 100));
    }
  });
});

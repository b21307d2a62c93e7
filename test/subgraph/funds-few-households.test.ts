/** What else tells of few households: notices of small batches, beneficiaries of projects; and the language of what is told in words. */
import { VIEWERS } from "../support/viewers.js";
import { SCHEME_AGENCY, createFaultyBook, fiveHouseholds } from "./support/faulty-book.js";
import { startFunds, type FundsUnderTest } from "./support/funds.js";

const LINEAGE = "测财指〔2026〕9号";
const VILLAGE = "222401100212";

let funds: FundsUnderTest;
beforeAll(async () => {
  funds = await startFunds();
  const book = createFaultyBook(funds.db, { lineage: LINEAGE, head: "FA-FEW-N", firstMovement: 970_000 });
  await book.open();
  await book.batch("N-1", "T1", [{ hash: "demo-subject-1", quantity: "2", fen: 18_100 }]);
  await book.batch("N-5", "T2", fiveHouseholds("notice"));
});
afterAll(() => funds.stack.stop());

describe("the notice of a batch", () => {
  const notice = (
    id: string,
    batch: string,
    days: { readonly published_on: string; readonly ends_on: string | null },
  ) =>
    funds.db("fund_publications").insert({
      ...{ id, level: "VILLAGE", title: "公示", policy_code: "FP-GD", batch_no: batch, ...days },
      ...{ kind: days.ends_on === null ? "PUBLIC_NOTICE" : "PUBLICITY", amount_fen: batch === "N-1" ? 18_100 : 45_250 },
      ...{ division_code: "222401100", village_code: VILLAGE, channel: "村务公开栏", objections: 0 },
    });
  const amounts = async (viewer: keyof typeof VIEWERS) => {
    const { fundPolicy } = await funds.ask(
      `{ fundPolicy(policyCode: "FP-GD") { publications(first: 100, division: "222401100") { nodes { id amount villageCode batchNo } } } }`,
      viewer,
    );
    return Object.fromEntries(
      fundPolicy.publications.nodes
        .filter(({ id }: { id: string }) => id.startsWith("GS-N-"))
        .map(({ id, amount }: { id: string; amount: string | null }) => [id, amount]),
    );
  };

  it("tells the amount of one household while it is posted, afterwards to who may know of the payment", async () => {
    // The day of the request is 28 September.
    for (const batch of ["N-1", "N-5"]) {
      await notice(`GS-${batch}-LAST-DAY`, batch, { published_on: "2026-09-20", ends_on: "2026-09-28" });
      await notice(`GS-${batch}-ENDED`, batch, { published_on: "2026-09-19", ends_on: "2026-09-27" });
      await notice(`GS-${batch}-RESULT`, batch, { published_on: "2026-09-22", ends_on: null });
    }
    const ofFive = { "GS-N-5-LAST-DAY": "452.50", "GS-N-5-ENDED": "452.50", "GS-N-5-RESULT": "452.50" };
    for (const viewer of ["anonymous", "citizen-2", "agent-1", "officer-2", "app-partner"] as const)
      expect([viewer, await amounts(viewer)]).toEqual([
        viewer,
        { ...ofFive, "GS-N-1-LAST-DAY": "181.00", "GS-N-1-ENDED": null, "GS-N-1-RESULT": null },
      ]);
    for (const viewer of ["citizen-1", "officer-1", "publisher-1", "supervisor-1", "auditor-1"] as const)
      expect([viewer, await amounts(viewer)]).toEqual([
        viewer,
        { ...ofFive, "GS-N-1-LAST-DAY": "181.00", "GS-N-1-ENDED": "181.00", "GS-N-1-RESULT": "181.00" },
      ]);
  });
});

describe("beneficiaries of a project", () => {
  type Counts = readonly [households: number | null, persons: number | null, poorHouseholds: number | null];
  const PROJECTS: readonly { readonly code: string; readonly counts: Counts; readonly shown: Counts }[] = [
    { code: "XM-FEW-1", counts: [30, 90, 4], shown: [30, 90, null] },
    { code: "XM-FEW-2", counts: [30, 90, 5], shown: [30, 90, 5] },
    { code: "XM-FEW-3", counts: [30, 90, 0], shown: [30, 90, 0] },
    // 28 of 30 tell of two others.
    { code: "XM-FEW-4", counts: [30, 90, 28], shown: [30, 90, null] },
    { code: "XM-FEW-5", counts: [30, 90, 30], shown: [30, 90, 30] },
    { code: "XM-FEW-6", counts: [4, 13, 0], shown: [null, null, 0] },
    { code: "XM-FEW-7", counts: [4, 13, 4], shown: [null, null, null] },
    // Two and three of five: where the two could be five and nobody seems absent, there are more than five in all.
    { code: "XM-FEW-8", counts: [5, 11, 2], shown: [null, null, null] },
    { code: "XM-FEW-9", counts: [12, null, null], shown: [12, null, null] },
  ];
  beforeAll(async () => {
    for (const { code, counts } of PROJECTS)
      await funds.db("fund_projects").insert({
        ...{ project_code: code, name: "测试", category: "INDUSTRY", policy_code: "FP-XC", division_code: "222401100" },
        ...{ village_code: VILLAGE, period_from: "2026-03-01", owner_id: `CN-USCC-${SCHEME_AGENCY}`, progress: 10 },
        ...{ state: "STARTED", search: "", households: counts[0], persons: counts[1], poor_households: counts[2] },
      });
  });
  const told = async (viewer: keyof typeof VIEWERS, code: string): Promise<[Counts, boolean]> => {
    const { fundProject, fundProjects } = await funds.ask(
      `{ fundProject(projectCode: "${code}") { beneficiaries { households persons poorHouseholds suppressed } }
         fundProjects(search: "${code}", first: 1) { nodes { projectCode beneficiaries { households persons poorHouseholds suppressed } } } }`,
      viewer,
    );
    expect(fundProjects.nodes).toEqual([{ projectCode: code, beneficiaries: fundProject.beneficiaries }]);
    const { households, persons, poorHouseholds, suppressed } = fundProject.beneficiaries;
    return [[households, persons, poorHouseholds], suppressed];
  };

  it.each(PROJECTS)("of $counts everyone is told $shown", async ({ code, counts, shown }) => {
    const isWhole = JSON.stringify(counts) === JSON.stringify(shown);
    for (const viewer of ["anonymous", "citizen-1", "agent-1", "officer-2", "app-partner"] as const)
      expect([viewer, await told(viewer, code)]).toEqual([viewer, [shown, !isWhole]]);
    for (const viewer of ["officer-1", "publisher-1", "supervisor-1", "auditor-1"] as const)
      expect([viewer, await told(viewer, code)]).toEqual([viewer, [counts, false]]);
  });
});

describe("what a rule says in words", () => {
  it("is in the language that the reader prefers, English without one", async () => {
    await funds.db("subsidy_lines").where("batch_no", "N-5").update({ amount_fen: 9_051 });
    const texts = async (header: Record<string, string>): Promise<[string, string, string]> => {
      const { body } = await funds.stack.ask(
        `{ budgetAllotment(allotmentNo: "${LINEAGE}") { reconciliation { rules { id description offenders { description } } } } }`,
        { headers: header },
      );
      expect(body.errors).toBeUndefined();
      const [kept, , , broken] = body.data.budgetAllotment.reconciliation.rules;
      return [kept.description, broken.description, broken.offenders[1].description];
    };
    const english: [string, string, string] = [
      "None of 1 accounts is overdrawn.",
      "N-5 is of 452.50 and its lines of 452.55, difference 0.05; lines of 5 persons of N-5 differ from quantity × standard by 0.05. What is about fewer than five persons is not shown, whether it keeps the rule or not.",
      "lines of 5 persons of N-5 differ from quantity × standard by 0.05",
    ];
    expect(await texts({})).toEqual(english);
    expect(await texts({ "accept-language": "en-GB, zh;q=0.5" })).toEqual(english);
    expect(await texts({ "accept-language": "zh-CN, en;q=0.5" })).toEqual([
      "1个账户余额均不为负。",
      "N-5总额452.50元，明细合计452.55元，相差0.05元；N-5有5人的明细与数量乘标准相差0.05元。涉及不足五人的内容，无论是否符合，均不予显示。",
      "N-5有5人的明细与数量乘标准相差0.05元",
    ]);
  });
});

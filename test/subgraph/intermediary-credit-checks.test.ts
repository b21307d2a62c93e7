/** What a bid's check of credit tells everybody: that it was listed while credit still says so, and nothing that would give away an entry that was removed. */
import type { Knex } from "knex";
import { startStack, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";
import { select, type Row } from "./support/matters.js";

let stack: TestStack;
let market: Knex;
let credit: Knex;
/** A listed intermediary, free of sanctions, that bid for three projects of this file: listed, not answered, clear. */
let intermediary: string;
const BID_ON = "2026-09-01";
const PROJECTS = { LISTED: "T-CREDIT-1", UNAVAILABLE: "T-CREDIT-2", CLEAR: "T-CREDIT-3" } as const;

beforeAll(async () => {
  stack = await startStack();
  market = stack.databases["intermediary"]!;
  credit = stack.databases["credit"]!;
  const [bid] = await select(market, "select b.* from bids b where credit_check = 'LISTED' and accepted limit 1");
  const [project] = await select(market, "select * from intermediary_procurements where project_no = ?", [
    bid!["project_no"],
  ]);
  intermediary = bid!["intermediary_id"];
  const day = { opened_on: BID_ON, public_notice_on: "2026-08-20", closes_on: BID_ON, selected_on: BID_ON };
  const json = Object.fromEntries(
    ["suspensions", "random_source", "draw"].map((name) => [
      name,
      project![name] === null ? null : JSON.stringify(project![name]),
    ]),
  );
  for (const [check, projectNo] of Object.entries(PROJECTS)) {
    await market("intermediary_procurements").insert({
      ...project,
      ...json,
      ...day,
      project_no: projectNo,
      selected_id: intermediary,
    });
    await market("bids").insert({
      ...bid,
      id: undefined,
      project_no: projectNo,
      submitted_on: BID_ON,
      credit_check: check,
    });
  }
  await stack.refresh("intermediary");
});
afterAll(() => stack.stop());

/** Everything that a reader may ask of these bids. */
const ASKED = `query($id: ID!) {
  organization(id: $id) { onSeriousList creditGate { bars } intermediaryComposite(year: 2026) { creditScore }
    one: bidCreditCheck(projectNo: "T-CREDIT-1") two: bidCreditCheck(projectNo: "T-CREDIT-2") three: bidCreditCheck(projectNo: "T-CREDIT-3") none: bidCreditCheck(projectNo: "%")
    seriousListFindings { rule project { projectNo } message } }
  barred: intermediaryFindings(rule: BARRED_BIDDER, first: 100) { nodes { id message project { projectNo } } }
  flagged: intermediaryFindings(rule: RED_FLAG_WINNER, first: 100) { nodes { id message project { projectNo } } }
  bids: intermediaryProcurement(projectNo: "T-CREDIT-1") { bids(first: 9) { totalCount nodes { creditCheck refusal accepted } } } }`;

const ask = async (viewer: string): Promise<Row> => {
  const { body } = await stack.ask(ASKED, { viewer, variables: { id: intermediary } });
  expect(body.errors).toBeUndefined();
  return body.data;
};
const projects = (list: Row): string[] =>
  list["nodes"].map(({ project }: Row) => project.projectNo).filter((no: string) => no.startsWith("T-CREDIT"));

const PUBLIC = ["anonymous", "citizen-1", "agent-1", "officer-2", "auditor-1", "app-open", "app-partner"];

describe("while it stands on the list", () => {
  it.each(PUBLIC)("%s learns of it at the intermediary alone, and of no other check", async (viewer) => {
    const data = await ask(viewer);
    const { onSeriousList, one, two, three, none, seriousListFindings } = data["organization"];
    expect([onSeriousList, one, two, three, none]).toEqual([true, "LISTED", null, null, null]);
    expect(
      seriousListFindings.filter(({ project }: Row) => project.projectNo === "T-CREDIT-1").map(({ rule }: Row) => rule),
    ).toEqual(["BARRED_BIDDER", "RED_FLAG_WINNER"]);
    // That nobody answered is no secret of the intermediary.
    expect([projects(data["barred"]), projects(data["flagged"])]).toEqual([["T-CREDIT-2"], ["T-CREDIT-2"]]);
    expect(data["bids"].bids.nodes).toEqual([{ creditCheck: null, refusal: null, accepted: true }]);
  });
});

describe("when the entry was removed, ended, or is another one than that of the bid", () => {
  const entries = (): Knex.QueryBuilder =>
    credit("list_entries").where({ counterparty_id: intermediary, kind: "SERIOUS" });
  let before: Row[];
  beforeAll(async () => {
    before = await entries();
  });
  afterEach(async () => {
    for (const { id, removed_on, expires_on, listed_on } of before)
      await credit("list_entries").where({ id }).update({ removed_on, expires_on, listed_on });
  });

  it.each([
    ["removed", { removed_on: "2026-09-20" }],
    ["over", { expires_on: "2026-09-20" }],
    ["of a later day than the bid", { listed_on: "2026-09-02" }],
  ])("%s: nothing of what the public reads tells of it", async (_case, change) => {
    await entries().update(change);
    for (const viewer of PUBLIC) {
      const data = await ask(viewer);
      const { one, two, three, seriousListFindings } = data["organization"];
      expect([viewer, one, two, three]).toEqual([viewer, null, null, null]);
      // The entry of the later day may stand for later bids of others' fixtures, never for these.
      expect(seriousListFindings.filter(({ project }: Row) => project.projectNo.startsWith("T-CREDIT"))).toEqual([]);
      expect([projects(data["barred"]), projects(data["flagged"])]).toEqual([["T-CREDIT-2"], ["T-CREDIT-2"]]);
      expect(data["bids"].bids.nodes).toEqual([{ creditCheck: null, refusal: null, accepted: true }]);
      expect(JSON.stringify([data["barred"], data["flagged"], data["bids"]])).not.toContain("LISTED");
    }
    const open = await ask("supervisor-1");
    expect(projects(open["barred"])).toEqual(["T-CREDIT-1", "T-CREDIT-2"]);
    expect(open["bids"].bids.nodes[0].creditCheck).toBe("LISTED");
  });
});

describe("the service by itself", () => {
  it.each([
    ["nothing", {}],
    ["no", { onSeriousList: false, seriousListSince: "2020-01-01" }],
    ["yes without a day", { onSeriousList: true, seriousListSince: null }],
    ["a day without yes", { onSeriousList: null, seriousListSince: "2020-01-01" }],
  ])("tells nothing where credit answers %s", async (_case, answer) => {
    const { body } = await stack.askSubgraph(
      "intermediary",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { bidCreditCheck(projectNo: "T-CREDIT-1") seriousListFindings { id } } } }`,
      { viewer: VIEWERS.anonymous, variables: { r: [{ __typename: "Organization", id: intermediary, ...answer }] } },
    );
    expect(body.data._entities).toEqual([{ bidCreditCheck: null, seriousListFindings: [] }]);
  });

  it("tells nothing of a bid that is still sealed", async () => {
    await market("intermediary_procurements")
      .where("project_no", "T-CREDIT-1")
      .update({ opened_on: null, selected_on: null });
    await stack.refresh("intermediary");
    const { body } = await stack.ask(
      `query($id: ID!) { organization(id: $id) { bidCreditCheck(projectNo: "T-CREDIT-1") seriousListFindings { project { projectNo } } } }`,
      { variables: { id: intermediary } },
    );
    expect(body.data.organization.bidCreditCheck).toBeNull();
    expect(JSON.stringify(body.data)).not.toContain("T-CREDIT-1");
  });
});

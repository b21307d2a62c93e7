/** Ratings and electronic licences through the gateway and directly: comments by viewer, who rated stays hidden, rectification, existence. */
import { useLimits } from "../../platform/domain/index.js";
import type { Knex } from "knex";
import { VIEWERS } from "../support/viewers.js";
import { startStack, type TestStack } from "../support/stack.js";
import { OWN_AGENCY, select, statementsDuring, type Row } from "./support/matters.js";
import { confirmLimits } from "../support/confirmed-limits.js";

type ViewerName = keyof typeof VIEWERS;

let stack: TestStack;
let db: Knex;
let matterId: string;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
  const [matter] = await select(db, "select matter_id from service_cases where case_no = '22240120260302000001'");
  matterId = matter!["matter_id"];
});
afterAll(() => stack.stop());

const EVERYBODY = Object.keys(VIEWERS) as ViewerName[];

/** Inserts a rating of the matter; `changes` replace columns. */
const insertRating = (id: string, changes: Row = {}): Promise<unknown> =>
  db("service_ratings").insert({
    id,
    case_no: "22240120260302000001",
    service_number: 90 + Number(id.replaceAll(/\D/g, "")),
    matter_id: matterId,
    subject: "demo-subject-1",
    dept_id: OWN_AGENCY.id,
    dept_uscc: OWN_AGENCY.uscc,
    division_code: OWN_AGENCY.division,
    stars: 1,
    stage: "DELIVERY",
    channel: "APP",
    tags: ["等候时间长"],
    moderation: "PENDING",
    by_default: false,
    rated_on: "2026-09-01",
    ...changes,
  });

const rating = async (viewer: ViewerName, id: string, fields: string): Promise<Row | null> => {
  const { body } = await stack.ask(`query($id: ID!) { serviceRating(id: $id) { ${fields} } }`, {
    viewer,
    variables: { id },
  });
  expect(body.errors).toBeUndefined();
  return body.data.serviceRating;
};

describe("the comment of a rating", () => {
  const ORIGINAL = "我是张示例，等候时间长。";
  const REDACTED = "我是***，等候时间长。";
  beforeAll(async () => {
    for (const [index, moderation] of ["PASSED", "PENDING", "BLOCKED"].entries()) {
      await insertRating(`HPT${index + 1}`, { moderation, comment: ORIGINAL, shown_comment: REDACTED });
    }
  });

  // docs/reference/visibility.md#the-matrix, comment of a rating; the columns are PASSED, PENDING, BLOCKED.
  it.each([
    ["anonymous", [REDACTED, null, null]],
    ["citizen-1", [ORIGINAL, ORIGINAL, ORIGINAL]],
    ["citizen-2", [REDACTED, null, null]],
    ["agent-1", [REDACTED, null, null]],
    ["officer-1", [REDACTED, REDACTED, REDACTED]],
    ["publisher-1", [REDACTED, REDACTED, REDACTED]],
    ["officer-2", [REDACTED, null, null]],
    ["supervisor-1", [ORIGINAL, ORIGINAL, ORIGINAL]],
    ["auditor-1", [REDACTED, null, null]],
    ["app-open", [REDACTED, null, null]],
    ["app-partner", [REDACTED, null, null]],
  ] as const)("as %s reads it, on every path", async (viewer, expected) => {
    const ids = ["HPT1", "HPT2", "HPT3"];
    const byKey = await Promise.all(ids.map(async (id) => (await rating(viewer, id, "comment"))!["comment"]));
    expect(byKey).toEqual(expected);
    const entities = await stack.askSubgraph(
      "matters",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on ServiceRating { comment } } }`,
      { viewer: VIEWERS[viewer], variables: { r: ids.map((id) => ({ __typename: "ServiceRating", id })) } },
    );
    expect(entities.body.data._entities.map(({ comment }: Row) => comment)).toEqual(expected);
    const listed = await stack.ask(
      `query($id: ID!) { serviceMatter(id: $id) { badRatings(first: 100) { nodes { id comment } } } }`,
      { viewer, variables: { id: matterId } },
    );
    const nodes = listed.body.data.serviceMatter.badRatings.nodes as Row[];
    expect(ids.map((id) => nodes.find((node) => node["id"] === id)!["comment"])).toEqual(expected);
  });
});

describe("who rated", () => {
  it.each([
    ["anonymous", false],
    ["citizen-1", true],
    ["officer-1", false],
    ["publisher-1", false],
    ["officer-2", false],
    ["supervisor-1", true],
    ["app-partner", false],
  ] as const)("is known to %s: %p, from the rating and from the case", async (viewer, knows) => {
    await db("service_ratings").where("id", "HPT1").update({ stars: 1 });
    expect((await rating(viewer, "HPT1", "stars case { caseNo }"))!["case"]).toEqual(
      knows ? { caseNo: "22240120260302000001" } : null,
    );
    const { body } = await stack.ask(
      `{ serviceCase(caseNo: "22240120260302000001") { ratings { nodes { id } } alerts { nodes { case { ratings { nodes { id } } } } } } }`,
      { viewer },
    );
    expect((body.data.serviceCase?.ratings ?? null) !== null).toBe(knows);
  });

  it("can not be read from an id", async () => {
    const [leak] = await select(
      db,
      "select count(*)::int as n from service_ratings where position(right(id, 8) in case_no) > 0 or position(case_no in id) > 0",
    );
    expect(leak!["n"]).toBe(0);
  });
});

describe("ratings of a matter", () => {
  it("are public, newest first, bad ones apart", async () => {
    const query = `query($id: ID!) { serviceMatter(id: $id) { ratings(first: 100) { nodes { id stars } } badRatings(first: 100) { nodes { id stars } } } }`;
    const expected = await select(
      db,
      "select id, stars from service_ratings where matter_id = ? order by rated_on desc, id limit 100",
      [matterId],
    );
    for (const viewer of EVERYBODY) {
      const { body } = await stack.ask(query, { viewer, variables: { id: matterId } });
      expect(body.data.serviceMatter.ratings.nodes).toEqual(expected);
      expect(body.data.serviceMatter.badRatings.nodes).toEqual(expected.filter(({ stars }) => stars <= 2));
    }
    expect(expected.some(({ stars }) => stars > 2)).toBe(true);
  });

  it("have the average that SQL finds over all but defaults", async () => {
    const { body } = await stack.ask(`{ serviceMatters(first: 100) { nodes { id ratingAverage } } }`);
    const sums = await select(
      db,
      "select matter_id, round(avg(stars), 1)::float as average from service_ratings where not by_default and id not like 'HPT%' group by matter_id",
    );
    const averages = new Map(sums.map((row) => [row["matter_id"], row["average"]]));
    for (const { id, ratingAverage } of body.data.serviceMatters.nodes) {
      expect(ratingAverage).toBe(averages.get(id) ?? null);
    }
    expect(body.data.serviceMatters.nodes.some(({ ratingAverage }: Row) => ratingAverage !== null)).toBe(true);
  });

  it("are one for each service of a case", async () => {
    await expect(insertRating("HPT1x", { service_number: 91 })).rejects.toMatchObject({ code: "23505" });
    await expect(insertRating("HPT77", { stars: 6 })).rejects.toMatchObject({ code: "23514" });
  });

  it("cost the same number of statements for 10 and for 100 matters", async () => {
    const query = `query($first: Int!) { serviceMatters(first: $first) { nodes { ratingAverage ratings(first: 2) { nodes { stars comment } } badRatings(first: 1) { nodes { rectification { state } } } caseStats(year: 2026) { completed } } } }`;
    const run = (first: number) => async (): Promise<void> =>
      expect((await stack.ask(query, { variables: { first } })).body.errors).toBeUndefined();
    expect([await statementsDuring(db, run(10)), await statementsDuring(db, run(100))]).toEqual([5, 5]);
  });
});

describe("rectification", () => {
  const of = async (id: string): Promise<Row | null> =>
    (await rating(
      "anonymous",
      id,
      "rectification { state deadline { dueOn state remaining light } rectifiedOn measures }",
    ))!["rectification"];

  it("has 15 working days from the rating (L22)", async () => {
    // From 2026-09-01: 15 working days, 09-20 is worked, end on 09-21.
    await insertRating("HPT11", { rectification_state: "RECTIFYING", rated_on: "2026-09-01" });
    const past = { dueOn: "2026-09-21", state: "PROVISIONAL", light: "PROVISIONAL", remaining: null };
    expect(await of("HPT11")).toMatchObject({ state: "RECTIFYING", deadline: past });
    // A value for demonstration makes nobody late; the rule of a place does.
    confirmLimits("L22");
    expect(await of("HPT11")).toMatchObject({ deadline: { ...past, state: "LATE", light: "BLACK", remaining: -4 } });
    useLimits();
    await insertRating("HPT12", { rectification_state: "CLOSED", rated_on: "2026-09-01", rectified_on: "2026-09-21" });
    expect(await of("HPT12")).toMatchObject({ deadline: { state: "MET" } });
    await insertRating("HPT13", { rectification_state: "OPEN", rated_on: "2026-09-27" });
    expect(await of("HPT13")).toMatchObject({ deadline: { state: "RUNNING", dueOn: "2026-10-22" } });
  });

  it("ends without deadline where the rating was rejected, and is nothing for a good one", async () => {
    await insertRating("HPT14", { rectification_state: "REJECTED" });
    expect(await of("HPT14")).toMatchObject({ state: "REJECTED", deadline: null });
    await insertRating("HPT15", { stars: 5 });
    expect(await of("HPT15")).toBeNull();
  });
});

describe("electronic licences", () => {
  let number: string;
  beforeAll(async () => {
    const [row] = await select(
      db,
      "select certificate_number from electronic_licences where case_no = '22240120260302000001'",
    );
    number = row!["certificate_number"];
  });

  it.each([
    ["anonymous", false],
    ["citizen-1", true],
    ["citizen-2", false],
    ["agent-1", false],
    ["officer-1", true],
    ["publisher-1", true],
    ["officer-2", false],
    ["supervisor-1", true],
    ["auditor-1", false],
    ["app-open", false],
    ["app-partner", false],
  ] as const)("of citizen-1 exist for %s: %p", async (viewer, knows) => {
    const query = `query($no: ID!) { electronicLicence(certificateNumber: $no) { name holderName state issuer { name } case { caseNo } } }`;
    const { body } = await stack.ask(query, { viewer, variables: { no: number } });
    const unknown = await stack.ask(query, { viewer, variables: { no: "222401ZZ2026999999" } });
    const entity = await stack.askSubgraph(
      "matters",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on ElectronicLicence { certificateNumber } } }`,
      { viewer: VIEWERS[viewer], variables: { r: [{ __typename: "ElectronicLicence", certificateNumber: number }] } },
    );
    expect(entity.body.data._entities).toEqual([knows ? { certificateNumber: number } : null]);
    if (!knows) expect(body).toEqual(unknown.body);
    else
      expect(body.data.electronicLicence).toMatchObject({
        name: "食品经营许可证",
        holderName: "张示例",
        state: "VALID",
        case: { caseNo: "22240120260302000001" },
      });
  });

  it("are listed for their holder, newest first, and on the case that produced them", async () => {
    const { body } = await stack.ask(
      `{ me { electronicLicences(first: 100) { nodes { certificateNumber } } } serviceCase(caseNo: "22240120260302000001") { electronicLicence { certificateNumber validTo } } }`,
      { viewer: "citizen-1" },
    );
    const expected = await select(
      db,
      "select certificate_number from electronic_licences where subject = 'demo-subject-1' order by issued_on desc, certificate_number",
    );
    expect(body.data.me.electronicLicences.nodes.map(({ certificateNumber }: Row) => certificateNumber)).toEqual(
      expected.map((row) => row["certificate_number"]),
    );
    expect(body.data.serviceCase.electronicLicence.certificateNumber).toBe(number);
    const officer = await stack.ask(`{ me { electronicLicences { nodes { certificateNumber } } } }`, {
      viewer: "officer-1",
    });
    expect(officer.body.data.me.electronicLicences.nodes).toEqual([]);
  });

  it("are valid, expired or revoked by the day", async () => {
    const stateOf = async (change: Row): Promise<string> => {
      await db("electronic_licences")
        .where("certificate_number", number)
        .update({ valid_to: null, revoked_on: null, ...change });
      const { body } = await stack.ask(`query($no: ID!) { electronicLicence(certificateNumber: $no) { state } }`, {
        viewer: "citizen-1",
        variables: { no: number },
      });
      return body.data.electronicLicence.state;
    };
    expect(await stateOf({ valid_to: "2026-09-28" })).toBe("VALID");
    expect(await stateOf({ valid_to: "2026-09-27" })).toBe("EXPIRED");
    expect(await stateOf({ revoked_on: "2026-09-28" })).toBe("REVOKED");
    expect(await stateOf({ revoked_on: "2026-09-29" })).toBe("VALID");
  });
});

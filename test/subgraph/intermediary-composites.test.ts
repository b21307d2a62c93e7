/** Yearly composites of intermediaries and statistics of the market, against arithmetic of their own; a total gives away nothing closed. */
import type { Knex } from "knex";
import { addComposites } from "../../subgraphs/intermediary/intermediary-composite/migrations/20261126090000_add_composites.js";
import { nameIntermediaries } from "../../subgraphs/intermediary/migrations/20261129130000_name_intermediaries.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";
import { select, statementsDuring, type Row } from "./support/matters.js";

type ViewerName = keyof typeof VIEWERS;
const TODAY = "2026-09-28";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["intermediary"]!;
});
afterAll(() => stack.stop());

const rows = (sql: string, bindings: unknown[] = []): Promise<Row[]> => select(db, sql, bindings);
const ask = async (query: string, variables: object = {}, viewer: ViewerName = "anonymous"): Promise<Answer["body"]> =>
  (await stack.ask(query, { viewer, variables })).body;

const FIELDS = `year regulatorScore scoredAt scoredBy { id } creditScore socialScore evaluatedProjects total level gaps basis`;
const compositesOf = async (id: string, viewer: ViewerName = "anonymous"): Promise<Row[] | null> => {
  const { data, errors } = await ask(
    `query($id: ID!) { organization(id: $id) { intermediaryComposites { ${FIELDS} } } }`,
    { id },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data.organization.intermediaryComposites;
};
const compositeOf = async (id: string, year: number, viewer: ViewerName = "anonymous"): Promise<Row> =>
  (
    await ask(
      `query($id: ID!, $year: Int!) { organization(id: $id) { intermediaryComposite(year: $year) { ${FIELDS} } } }`,
      { id, year },
      viewer,
    )
  ).data.organization.intermediaryComposite;

describe("composites", () => {
  it("follow from the regulator's record, the stars of the year and public facts of credit", async () => {
    const scores = await rows(
      `select intermediary_id, year, score_tenths, scorer_id, scored_on from intermediary_year_scores`,
    );
    const projects = await rows(
      `select selected_id, substr(accepted_on::text, 1, 4)::int as year, stars from intermediary_procurements
       where accepted_on <= '${TODAY}' and evaluated_on <= '${TODAY}'`,
    );
    const barred = await rows(
      `select intermediary_id, decided_on, (decided_on + make_interval(months => months))::date as finish from intermediary_sanctions
       where level in ('SUSPENSION', 'REMOVAL') and decided_on <= '${TODAY}' and coalesce(revoked_on > '${TODAY}', true)`,
    );
    const listed = await select(
      stack.databases["credit"]!,
      `select counterparty_id as id, min(listed_on) as since from list_entries where kind = 'SERIOUS' and listed_on <= '${TODAY}'
       and coalesce(expires_on, '9999-12-31') >= '${TODAY}' and coalesce(removed_on, '9999-12-31') > '${TODAY}' group by 1`,
    );
    const intermediaries = (await rows(`select organization_id as id from intermediaries order by 1`)).map(
      ({ id }) => id as string,
    );
    const seen = { levels: new Set<string>(), credit: new Set<number>(), gaps: new Set<string>() };
    for (const id of intermediaries) {
      const own = projects.filter((project) => project["selected_id"] === id);
      const scored = scores.filter((score) => score["intermediary_id"] === id);
      const years = [...new Set([...own, ...scored].map((row) => row["year"] as number))].sort((a, b) => b - a);
      const found = (await compositesOf(id))!;
      expect([id, found.map(({ year }) => year)]).toEqual([id, years]);
      for (const composite of found) {
        const { year } = composite as { year: number };
        const score = scored.find((row) => row["year"] === year);
        const means = own
          .filter((row) => row["year"] === year)
          .map(({ stars }) => (stars as number[]).reduce((sum, star) => sum + star, 0) / 5);
        const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
        const since = listed.find((row) => row["id"] === id)?.["since"] as string | undefined;
        const credit =
          since !== undefined && since <= `${year}-12-31`
            ? 0
            : barred.some(
                  (row) =>
                    row["intermediary_id"] === id &&
                    row["decided_on"] <= `${year}-12-31` &&
                    row["finish"] >= `${year}-01-01`,
                )
              ? 5
              : 10;
        expect(composite).toMatchObject({
          regulatorScore: score === undefined ? null : score["score_tenths"] / 10,
          scoredAt: score?.["scored_on"] ?? null,
          scoredBy: score === undefined ? null : { id: score["scorer_id"] },
          creditScore: credit,
          evaluatedProjects: means.length,
          gaps: [
            ...(score === undefined ? ["NO_REGULATOR_SCORE"] : []),
            ...(means.length === 0 ? ["NO_EVALUATION"] : []),
          ],
        });
        if (means.length > 0) expect(Math.abs(composite["socialScore"] - mean * 4)).toBeLessThanOrEqual(0.0500001);
        if (composite["gaps"].length > 0) expect([composite["total"], composite["level"]]).toEqual([null, null]);
        else {
          const total = composite["regulatorScore"] + credit + composite["socialScore"];
          expect(composite["total"]).toBeCloseTo(total, 6);
          expect(composite["level"]).toBe(total >= 89.95 ? "A" : total >= 79.95 ? "B" : total >= 59.95 ? "C" : "D");
          seen.levels.add(composite["level"]);
        }
        seen.credit.add(credit);
        for (const gap of composite["gaps"]) seen.gaps.add(gap);
      }
    }
    expect([seen.levels.size >= 3, [...seen.credit].sort((a, b) => a - b), seen.gaps.size]).toEqual([
      true,
      [0, 5, 10],
      2,
    ]);
  });

  it("are the same for everybody, and the credit level changes nothing of them", async () => {
    const [{ id }] = (await rows(
      `select intermediary_id as id from intermediary_year_scores join intermediary_procurements on selected_id = intermediary_id and stars is not null order by 1 limit 1`,
    )) as [Row];
    const public_ = await compositesOf(id);
    expect(public_!.length).toBeGreaterThan(1);
    for (const viewer of Object.keys(VIEWERS) as ViewerName[]) expect(await compositesOf(id, viewer)).toEqual(public_);
    const credit = stack.databases["credit"]!;
    const levels = await select(credit, `select distinct level from evaluations order by 1`);
    expect(levels.length).toBeGreaterThan(1);
    for (const { level } of levels) {
      expect(await credit("evaluations").where({ organization_id: id }).update({ level })).toBeGreaterThan(0);
      expect(await compositesOf(id)).toEqual(public_);
    }
  });

  it("forget an entry that was removed from the list: repair stops its use", async () => {
    const credit = stack.databases["credit"]!;
    const [{ id }] = (await rows(`select intermediary_id as id from bids where credit_check = 'LISTED' limit 1`)) as [
      Row,
    ];
    expect((await compositeOf(id, 2025))["creditScore"]).toBe(0);
    await credit("list_entries").where({ counterparty_id: id, kind: "SERIOUS" }).update({ removed_on: TODAY });
    expect((await compositeOf(id, 2025))["creditScore"]).toBe(10);
    await credit("list_entries").where({ counterparty_id: id, kind: "SERIOUS" }).update({ removed_on: null });
  });

  it.each([900, 10_000])("is refused for the year %s, which no day is compared with", async (year) => {
    const { body } = await stack.ask(
      `query($year: Int!) { organization(uscc: "91990101MA900002XF") { intermediaryComposite(year: $year) { total } } }`,
      { variables: { year } },
    );
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "year", rule: "YEAR" });
  });

  it("do not know of a score before its day", async () => {
    const [score] = (await rows(
      `select intermediary_id as id, year from intermediary_year_scores order by 1, 2 desc limit 1`,
    )) as [Row];
    await db("intermediary_year_scores")
      .where({ intermediary_id: score["id"], year: score["year"] })
      .update({ scored_on: "2026-09-29" });
    expect(await compositeOf(score["id"], score["year"])).toMatchObject({
      regulatorScore: null,
      total: null,
      gaps: expect.arrayContaining(["NO_REGULATOR_SCORE"]),
    });
  });

  it("are null for what is no intermediary, and a year without anything says why it has no total", async () => {
    const { data } = await ask(
      `{ organization(uscc: "11990101MB9000015E") { intermediaryComposites { year } intermediaryComposite(year: 2025) { year } } }`,
    );
    expect(data.organization).toEqual({ intermediaryComposites: null, intermediaryComposite: null });
    const [{ id }] = (await rows(`select organization_id as id from intermediaries order by 1 limit 1`)) as [Row];
    expect(await compositeOf(id, 2001)).toMatchObject({ gaps: ["NO_REGULATOR_SCORE", "NO_EVALUATION"], total: null });
  });

  it("cost the same for 1 and for 100 intermediaries", async () => {
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { intermediaryComposites { year total } intermediaryComposite(year: 2025) { total } } } }`;
    const ids = (await rows(`select organization_id as id from intermediaries order by 1 limit 100`)).map(
      ({ id }) => id,
    );
    const run = (count: number): Promise<number> =>
      statementsDuring(db, async () => {
        const { body } = await stack.askSubgraph("intermediary", query, {
          variables: {
            r: ids.slice(0, count).map((id) => ({ __typename: "Organization", id, onSeriousList: false })),
          },
        });
        expect([body.errors, body.data._entities.length]).toEqual([undefined, count]);
      });
    expect([await run(1), await run(ids.length)]).toEqual([3, 3]);
  });

  it("have no total where credit gave no answer", async () => {
    const [{ id, year }] = (await rows(
      `select intermediary_id as id, year from intermediary_year_scores join intermediary_procurements on selected_id = intermediary_id and stars is not null
       and extract(year from accepted_on) = year where scored_on <= '${TODAY}' order by 1, 2 limit 1`,
    )) as [Row];
    expect(await compositeOf(id, year)).toMatchObject({ gaps: [], total: expect.any(Number) });
    const { body } = await stack.askSubgraph(
      "intermediary",
      `query($r: [_Any!]!, $year: Int!) { _entities(representations: $r) { ... on Organization { intermediaryComposite(year: $year) { creditScore total level gaps } } } }`,
      { variables: { year, r: [{ __typename: "Organization", id }] } },
    );
    expect(body.data._entities).toEqual([
      { intermediaryComposite: { creditScore: null, total: null, level: null, gaps: ["CREDIT_NOT_ANSWERED"] } },
    ]);
  });

  it("keep the database from a score above 70", async () => {
    const [{ id }] = (await rows(`select organization_id as id from intermediaries order by 1 limit 1`)) as [Row];
    await expect(
      db("intermediary_year_scores").insert({
        intermediary_id: id,
        year: 2020,
        score_tenths: 701,
        scorer_id: id,
        scored_on: TODAY,
      }),
    ).rejects.toThrow("regulator_gives_seventy");
  });
});

describe("market statistics", () => {
  const STATISTICS = `query($division: DivisionCode!, $year: Int!, $service: ID) { marketStatistics(division: $division, year: $year, service: $service) {
    year division { code } total bySelection { selection count share } opened failed failedShare
    prices { service { code } contracts lowest lowerQuartile median upperQuartile highest } } }`;
  const statistics = async (variables: object, viewer: ViewerName = "anonymous"): Promise<Row> => {
    const { data, errors } = await ask(STATISTICS, variables, viewer);
    expect(errors).toBeUndefined();
    return data.marketStatistics as Row;
  };
  const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;

  it.each([
    ["220000", 2025, undefined],
    ["220000", 2026, undefined],
    ["222401", 2026, undefined],
    ["222400", 2025, "ZJ-001"],
  ])("of %s in %d, service %s, count what is public", async (division, year, service) => {
    const prefix = division.replace(/(00)+$/, "");
    const projects = (
      await rows(
        `select state, selection, opened_on, signed_on, contract_fen, service_code, division_code, public_notice_on from intermediary_procurements`,
      )
    ).filter(
      (row) =>
        row["state"] !== "DRAFT" &&
        String(row["public_notice_on"]).startsWith(String(year)) &&
        String(row["division_code"]).startsWith(prefix) &&
        (service === undefined || row["service_code"] === service),
    );
    const found = await statistics({ division, year, service });
    expect(projects.length).toBeGreaterThan(3);
    const failed = projects.filter(({ state }) => state === "FAILED").length;
    const opened = projects.filter(({ opened_on }) => opened_on !== null).length;
    expect(found).toMatchObject({
      year,
      division: { code: division },
      total: projects.length,
      opened,
      failed,
      failedShare: failed / (failed + opened),
      bySelection: ["DIRECT", "BID_PRICE", "LOTTERY", "BEST_VALUE", "AVERAGE"].map((selection) => {
        const count = projects.filter((row) => row["selection"] === selection).length;
        return { selection, count, share: count / projects.length };
      }),
    });
    // Nearest rank by sorting: the smallest value that at least the share of values does not exceed.
    const expected = [...new Set(projects.map((row) => row["service_code"] as string))].flatMap((code) => {
      const prices = projects
        .filter((row) => row["service_code"] === code && row["signed_on"] !== null)
        .map((row) => BigInt(row["contract_fen"]))
        .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const at = (quarters: number): string =>
        yuan(prices[Math.max(Math.ceil((prices.length * quarters) / 4), 1) - 1]!);
      return prices.length === 0
        ? []
        : [
            {
              service: { code },
              contracts: prices.length,
              lowest: at(0),
              lowerQuartile: at(1),
              median: at(2),
              upperQuartile: at(3),
              highest: at(4),
            },
          ];
    });
    expected.sort((a, b) => b.contracts - a.contracts || (a.service.code < b.service.code ? -1 : 1));
    expect(expected.length).toBeGreaterThan(0);
    expect(found["prices"]).toEqual(expected);
  });

  it("are the same for everybody: nobody's drafts and no sealed bid are in them", async () => {
    const asked = { division: "222401", year: 2026 };
    const anonymous = await statistics(asked);
    for (const viewer of ["officer-1", "supervisor-1", "agent-1"] as const)
      expect(await statistics(asked, viewer)).toEqual(anonymous);
  });

  it("are empty where there is nothing, without a share of nothing", async () => {
    const found = await statistics({ division: "110000", year: 2026 });
    expect(found).toMatchObject({ total: 0, opened: 0, failed: 0, failedShare: null, prices: [] });
    expect(found["bySelection"].map(({ share }: Row) => share)).toEqual([null, null, null, null, null]);
  });

  it.each([1999, 10_000])("refuse the year %d", async (year) => {
    const { errors } = await ask(STATISTICS, { division: "222401", year });
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});

describe("the migration", () => {
  it("goes down and up again", async () => {
    const columns = (): Promise<Row[]> =>
      rows(
        `select table_name, column_name from information_schema.columns where table_schema = current_schema()
         and table_name <> 'entry_applications' and (table_name = 'intermediary_year_scores' or column_name in ('capacity', 'result_validity', 'removal_document')) order by 1, 2`,
      );
    const before = await columns();
    expect(before).toHaveLength(8);
    await nameIntermediaries.down(db);
    await addComposites.down(db);
    expect(await columns()).toEqual([]);
    await addComposites.up(db);
    await nameIntermediaries.up(db);
    expect(await columns()).toEqual(before);
  });
});

/** Regulatory notices, random inspections with a draw that is recomputed here on its own, and the way of normative documents through review, registration and clean-up. */
import { createHash } from "node:crypto";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const BUREAU = "11990101MB9000015E";
const FIRM = "91990101MA9000011P";
const MEASURES = `${BUREAU}/2021-00001`;
const rows = async <Row>(sql: string): Promise<Row[]> =>
  ((await stack.databases["openness"]!.raw(sql)) as { rows: Row[] }).rows;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed */
const ask = async (query: string, viewer = "anonymous"): Promise<any> => {
  const { body } = await stack.ask(query, { viewer });
  expect(body.errors).toBeUndefined();
  return body.data;
};

describe("notices of regulators", () => {
  it("are listed by area, division and company code as independent SQL finds them", async () => {
    const { area, firm, organization } = await ask(`{
      area: regulatoryNotices(first: 100, filter: { area: ECOLOGY, division: "222400" }) { nodes { id } }
      firm: regulatoryNotices(first: 100, filter: { uscc: "${FIRM}" }) { nodes { id area organ { uscc } subject { uscc } } }
      organization(uscc: "${FIRM}") { regulatoryNotices(first: 100) { totalCount nodes { id } } } }`);
    const expected = await rows(
      "select id from regulatory_notices where area = 'ECOLOGY' and division_code like '2224%' and published_on <= '2026-09-28' order by issued_on desc, id",
    );
    expect(expected.length).toBeGreaterThan(3);
    expect(area.nodes).toEqual(expected);
    const links = { organ: { uscc: BUREAU }, subject: { uscc: FIRM } };
    expect(firm.nodes).toEqual([
      { id: "JG-GOLDEN-2", area: "PRICES", ...links },
      { id: "JG-GOLDEN-1", area: "FOOD_AND_DRUGS", ...links },
    ]);
    expect(organization.regulatoryNotices).toEqual({
      totalCount: 2,
      nodes: [{ id: "JG-GOLDEN-2" }, { id: "JG-GOLDEN-1" }],
    });
  });

  it.each([`uscc: "91990101MA9000011X"`, `division: "x"`, `issuedFrom: "2026-13-01"`])(
    "asked for by %s are refused",
    async (filter) => {
      const { body } = await stack.ask(`{ regulatoryNotices(first: 1, filter: { ${filter} }) { totalCount } }`, {});
      expect(body.errors![0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
    },
  );
});

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The draw by its published description alone: one of the candidates left, by the seed modulo their number. */
const drawn = (project: string, left: readonly string[], value: string): string => {
  const sorted = [...left].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const seed = sha256([value, project, sha256(sorted.join("\n"))].join("\n"));
  return sorted[Number(BigInt(`0x${seed}`) % BigInt(sorted.length))]!;
};

const DRAW = "draw { algorithm sourceValue candidateIds inspectorNumbers verified }";
const RESULTS = "results { position object { id } certificates { number } result inspectedOn }";

describe("a random inspection", () => {
  it("with results is recomputed by anybody from what is published", async () => {
    const { randomInspection } = await ask(
      `{ randomInspection(no: "SSJ222401-2026-01") { no objectCount inspectorsEach candidateListHash drawnOn ${DRAW} ${RESULTS} } }`,
    );
    const { no, draw, results, candidateListHash } = randomInspection;
    expect(draw).toMatchObject({ algorithm: "GOVGRAPH-DRAW-1", verified: true });
    expect(sha256([...draw.candidateIds].sort().join("\n"))).toBe(candidateListHash);
    const companies: string[] = [];
    for (let place = 1; place <= randomInspection.objectCount; place++) {
      const left = (draw.candidateIds as string[]).filter((id) => !companies.includes(id));
      companies.push(drawn(`${no}/${place}`, left, draw.sourceValue));
      const inspectors: string[] = [];
      for (let one = 1; one <= randomInspection.inspectorsEach; one++)
        inspectors.push(
          drawn(
            `${no}/${place}/${one}`,
            (draw.inspectorNumbers as string[]).filter((number) => !inspectors.includes(number)),
            draw.sourceValue,
          ),
        );
      expect(results[place - 1]).toMatchObject({
        ...{ position: place, object: { id: companies[place - 1] }, inspectedOn: "2026-05-12" },
        certificates: inspectors.map((number) => ({ number })),
      });
    }
    expect(results).toHaveLength(3);
  });

  it("whose result was swapped does not verify", async () => {
    const db = stack.databases["openness"]!;
    const swap = (a: number, b: number) =>
      db.raw("update inspected_objects set position = ? where inspection_no = 'SSJ222401-2026-01' and position = ?", [
        a,
        b,
      ]);
    try {
      await swap(9, 1);
      const { randomInspection } = await ask(`{ randomInspection(no: "SSJ222401-2026-01") { ${DRAW} } }`);
      expect(randomInspection.draw.verified).toBe(false);
    } finally {
      await swap(1, 9);
    }
  });

  it("under way binds its body by the hashes of its lists, and warns nobody of who was drawn", async () => {
    const asked = `{ randomInspection(no: "SSJ222401-2026-02") { drawnOn candidateCount candidateListHash sourceReference ${DRAW} ${RESULTS} } }`;
    for (const viewer of ["anonymous", "citizen-1", "agent-1", "officer-2", "app-partner"]) {
      const { randomInspection } = await ask(asked, viewer);
      expect(randomInspection).toMatchObject({ drawnOn: "2026-09-09", draw: null, results: null });
      expect(randomInspection.candidateListHash).toMatch(/^[0-9a-f]{64}$/);
    }
    for (const viewer of ["officer-1", "supervisor-1"]) {
      const { randomInspection } = await ask(asked, viewer);
      expect(randomInspection.draw.verified).toBe(true);
      expect(randomInspection.results).toHaveLength(3);
      expect(randomInspection.results[0]).toMatchObject({ result: null, inspectedOn: null });
    }
  });
});

describe("a normative document", () => {
  it("tells review, registration and filing, and what it lacks", async () => {
    const { first, second, notice } = await ask(`{
      first: publicDocument(indexNo: "${MEASURES}") { registrationFindings
        registration { legalityReviewer legalityReviewedOn registrationNo filingNo filedWith } }
      second: publicDocument(indexNo: "${BUREAU}/2025-00002") { registrationFindings registration { registrationNo filingNo } }
      notice: publicDocument(indexNo: "${BUREAU}/2021-00002") { normative registrationFindings registration { filingNo } } }`);
    expect(first.registrationFindings).toEqual([]);
    expect(first.registration).toMatchObject({
      legalityReviewer: "延吉市市场监督管理局法制机构",
      filedWith: "延吉人民政府",
    });
    expect(second).toMatchObject({ registrationFindings: ["NOT_FILED"], registration: { filingNo: null } });
    expect(notice).toEqual({ normative: false, registrationFindings: [], registration: null });
  });

  it("has the findings that independent SQL finds, of every document", async () => {
    const { publicDocuments } = await ask(
      `{ publicDocuments(first: 100, filter: { normative: true }) { nodes { indexNo registrationFindings } } }`,
    );
    const expected = await rows<{ no: string; found: string[] }>(
      `select index_no as no, array_remove(array[
         case when legality_reviewed_on is null then 'LEGALITY_NOT_REVIEWED' when legality_reviewed_on > created_on then 'REVIEWED_AFTER_ISSUE' end,
         case when registered_on is null or registered_on > '2026-09-28' then 'NOT_REGISTERED' when registered_on > d.published_on then 'REGISTERED_AFTER_PUBLICATION' end,
         case when filed_on is null or filed_on > '2026-09-28' then 'NOT_FILED' end, case when valid_until is null then 'WITHOUT_END' end], null) as found
       from public_documents d left join document_registrations r using (index_no) where normative and d.published_on <= '2026-09-28'`,
    );
    const found = new Map(expected.map((row) => [row.no, row.found]));
    expect(publicDocuments.nodes.length).toBeGreaterThan(20);
    for (const { indexNo, registrationFindings } of publicDocuments.nodes)
      expect([indexNo, registrationFindings]).toEqual([indexNo, found.get(indexNo)]);
    expect(new Set(expected.flatMap((row) => row.found)).size).toBeGreaterThan(2);
  });

  it("is walked to the rounds that changed it and back, and its validity follows on any day", async () => {
    const { publicDocument } = await ask(`{ publicDocument(indexNo: "${MEASURES}") {
      before: validity(on: "2023-05-31") changed: validity(on: "2024-03-01") ended: validity(on: "2025-07-10")
      cleanupOutcomes { kind round { decidedOn counts { kept amended repealed } outcomes(first: 100) { nodes { kind document { indexNo } } } } } } }`);
    const { cleanupOutcomes, ...validity } = publicDocument;
    expect(validity).toEqual({ before: "IN_FORCE", changed: "PARTLY_REPEALED", ended: "REPEALED" });
    expect(
      cleanupOutcomes.map(({ kind, round }: { kind: string; round: { decidedOn: string } }) => [kind, round.decidedOn]),
    ).toEqual([
      ["REPEALED", "2025-06-10"],
      ["AMENDED", "2024-02-20"],
      // A round that changed another document of the bureau.
      ["KEPT", "2023-05-18"],
      ["AMENDED", "2023-05-16"],
    ]);
    for (const { kind, round } of cleanupOutcomes) {
      expect(round.outcomes.nodes).toContainEqual({ kind, document: { indexNo: MEASURES } });
      const { kept, amended, repealed } = round.counts;
      expect(kept + amended + repealed).toBe(round.outcomes.nodes.length);
    }
  });

  it("and rounds have what independent SQL finds; one under way is its body's and its supervisors'", async () => {
    const { cleanupRounds } = await ask(
      `{ cleanupRounds(first: 100, filter: { division: "222401" }) { nodes { id counts { kept amended repealed } } } }`,
    );
    const expected = await rows<{ id: string; kept: number; amended: number; repealed: number }>(
      `select id, count(*) filter (where kind = 'KEPT')::int as kept, count(*) filter (where kind = 'AMENDED')::int as amended,
         count(*) filter (where kind = 'REPEALED')::int as repealed
       from cleanup_rounds left join cleanup_outcomes on round_id = id where division_code like '222401%' and published_on <= '2026-09-28'
       group by id order by started_on desc, id`,
    );
    expect(expected.length).toBeGreaterThan(3);
    expect(cleanupRounds.nodes).toEqual(expected.map(({ id, ...counts }) => ({ id, counts })));
    const asked = `{ cleanupRound(id: "QL-${BUREAU}-2026") { startedOn } }`;
    for (const viewer of ["anonymous", "officer-2", "agent-1"])
      expect((await ask(asked, viewer)).cleanupRound).toBeNull();
    for (const viewer of ["officer-1", "supervisor-1"])
      expect((await ask(asked, viewer)).cleanupRound).toEqual({ startedOn: "2026-09-01" });
  });
});

/** Enforcement: benchmarks beside the fines of credit, compared with independent SQL; certificates, inspections and measures. */
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const BUREAU = "11990101MB9000015E";
const rows = async <Row>(service: string, sql: string): Promise<Row[]> =>
  ((await stack.databases[service]!.raw(sql)) as { rows: Row[] }).rows;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed */
const ask = async (query: string, viewer = "anonymous"): Promise<any> => {
  const { body } = await stack.ask(query, { viewer });
  expect(body.errors).toBeUndefined();
  return body.data;
};

interface Finding {
  readonly kind: string;
  readonly violation: string | null;
  readonly fine: string | null;
  readonly penaltyIds: readonly string[];
  readonly benchmarks: readonly { readonly fineFrom: string; readonly fineTo: string; readonly version: number }[];
}

const FINDINGS =
  "benchmarkFindings { kind violation fine decidedOn penaltyIds benchmarks { fineFrom fineTo version } }";

/** What is wrong with the fines of a body, from the rows of both services. */
const expectedOf = async (organ: string): Promise<string[]> => {
  const fines = await rows<{ id: string; violation: string; fine: string; day: string }>(
    "credit",
    `select p.id, violation_type as violation, fine_fen::text as fine, decision_date::text as day
       from penalties p join severity_rules r on r.id = p.severity_rule_id
      where authority_id = '${organ}' and fine_fen is not null and not counterparty_minor and sealed_by is null and r.max_months > 0
        and published_on <= '2026-09-28' and coalesce(withdrawn_on > '2026-09-28', true)
        and (coalesce(repaired_on > '2026-09-28', true) or republished_on <= '2026-09-28')
        and (shielded_from is null or shielded_from > '2026-09-28' or shielded_to < '2026-09-28')
        and (case when r.when_unperformed = 'UNTIL_PERFORMED' and duty_performed is false then true
          else greatest(coalesce(publicity_until, decision_date + r.max_months * interval '1 month'),
            case when r.when_unperformed = 'UNTIL_PERFORMED' then duty_performed_on end) >= '2026-09-28' end)
      order by decision_date desc, p.id`,
  );
  const goesBy = `(select coalesce(benchmarks_of, organ_id) from enforcement_bodies where organ_id = '${organ}')`;
  const [{ count }] = (await rows<{ count: number }>(
    "openness",
    `select count(*)::int as count from discretion_benchmarks where organ_id = ${goesBy}`,
  )) as [{ count: number }];
  if (count === 0) return fines.length === 0 ? [] : [`BENCHMARKS_MISSING ${fines.map(({ id }) => id).join(" ")}`];
  const found = await Promise.all(
    fines.map(async ({ id, violation, fine, day }) => {
      const [{ ranges, fits, least, most }] = (await rows<{
        ranges: number;
        fits: boolean | null;
        least: boolean;
        most: boolean;
      }>(
        "openness",
        `select count(*)::int as ranges, bool_or(int8range(fine_from_fen, fine_to_fen, '[]') @> ${fine}::bigint) as fits,
           min(fine_from_fen) > ${fine} as least, max(fine_to_fen) < ${fine} as most
         from discretion_benchmarks where organ_id = ${goesBy} and violation = '${violation}'
           and daterange(valid_from, valid_until, '[]') @> '${day}'::date`,
      )) as [{ ranges: number; fits: boolean | null; least: boolean; most: boolean }];
      if (fits === true) return [];
      const kind =
        ranges === 0 ? "VIOLATION_WITHOUT_BENCHMARK" : least ? "FINE_BELOW" : most ? "FINE_ABOVE" : "FINE_BETWEEN";
      return [`${kind} ${id}`];
    }),
  );
  return found.flat();
};

describe("findings of benchmarks", () => {
  it("of every body that fines are what SQL over both services finds", async () => {
    const organs = await rows<{ id: string }>(
      "credit",
      "select distinct authority_id as id from penalties where fine_fen is not null order by 1",
    );
    const kinds = new Set<string>();
    for (const { id } of organs) {
      const { organization } = await ask(`{ organization(id: "${id}") { ${FINDINGS} } }`);
      const found = organization.benchmarkFindings as Finding[];
      expect([id, found.map(({ kind, penaltyIds }) => `${kind} ${penaltyIds.join(" ")}`)]).toEqual([
        id,
        await expectedOf(id),
      ]);
      for (const { kind } of found) kinds.add(kind);
    }
    expect([...kinds].sort()).toEqual([
      "BENCHMARKS_MISSING",
      "FINE_BELOW",
      "FINE_BETWEEN",
      "VIOLATION_WITHOUT_BENCHMARK",
    ]);
  });

  it("go by the benchmarks of the day of the decision, and follow the fine", async () => {
    const only = `{ organization(uscc: "${BUREAU}") { ${FINDINGS} } }`;
    const of = async () =>
      ((await ask(only)).organization.benchmarkFindings as Finding[]).find(({ penaltyIds }) =>
        penaltyIds.includes("CF-GOLDEN-1"),
      );
    // 12,345.67 yuan stands between 11,800 and 13,100: in no circumstance of the second version.
    expect(await of()).toMatchObject({
      ...{ kind: "FINE_BETWEEN", fine: "12345.67", violation: "生产经营标签不符合规定的预包装食品" },
      benchmarks: [
        { fineFrom: "6400.00", fineTo: "11800.00", version: 2 },
        { fineFrom: "13100.00", fineTo: "36500.00", version: 2 },
        { fineFrom: "36500.00", fineTo: "50000.00", version: 2 },
      ],
    });
    const credit = stack.databases["credit"]!;
    const set = (fine: number) => credit.raw("update penalties set fine_fen = ? where id = 'CF-GOLDEN-1'", [fine]);
    try {
      await set(5_000_001);
      expect(await of()).toMatchObject({ kind: "FINE_ABOVE" });
      await set(5_000_000);
      expect(await of()).toBeUndefined();
      await set(640_000);
      expect(await of()).toBeUndefined();
      await set(639_999);
      expect(await of()).toMatchObject({ kind: "FINE_BELOW" });
      // In the first version this was the least that is fined.
      await credit.raw(
        "update penalties set decision_date = '2025-06-30', publicity_until = '2027-01-01' where id = 'CF-GOLDEN-1'",
      );
      expect(await of()).toBeUndefined();
    } finally {
      await credit.raw(
        "update penalties set fine_fen = 1234567, decision_date = '2026-05-06', publicity_until = null where id = 'CF-GOLDEN-1'",
      );
    }
  });

  it.each(["anonymous", "agent-1", "officer-1"])(
    "tell %s nothing of a penalty that is no longer public",
    async (viewer) => {
      const { organization } = await ask(
        `{ organization(uscc: "${BUREAU}") { ${FINDINGS} decidedFines { penaltyId } } }`,
        viewer,
      );
      // Of the golden firm: repaired, withdrawn, not published, over.
      for (const id of ["CF-GOLDEN-2", "CF-GOLDEN-5", "CF-GOLDEN-9", "CF-GOLDEN-10", "CF-SEALED-1"])
        expect(JSON.stringify(organization)).not.toContain(`"${id}"`);
    },
  );
});

describe("a body that enforces", () => {
  it("publishes duties, procedure, remedy and the benchmarks by which it goes on a day", async () => {
    const { organization } = await ask(`{ organization(uscc: "${BUREAU}") { enforcementBody {
      duties procedure remedy hotline basis { lawName }
      now: benchmarks(first: 100) { totalCount nodes { version validFrom organ { name } } }
      then: benchmarks(on: "2025-06-30", first: 100) { totalCount nodes { version } }
      before: benchmarks(on: "2020-01-01", first: 100) { totalCount } } } }`);
    const { now, then, before, ...body } = organization.enforcementBody;
    expect(body).toMatchObject({ hotline: "12345", basis: [{ lawName: "中华人民共和国行政处罚法" }] });
    expect(body.procedure).toContain("法制审核");
    expect([now.totalCount, then.totalCount, before.totalCount]).toEqual([9, 9, 0]);
    for (const { version } of now.nodes) expect(version).toBe(2);
    for (const { version } of then.nodes) expect(version).toBe(1);
  });

  it("tells who holds a certificate to itself and its supervisors alone", async () => {
    const [{ number }] = (await rows<{ number: string }>(
      "openness",
      `select number from staff_certificates where organ_uscc = '${BUREAU}' order by 1 limit 1`,
    )) as [{ number: string }];
    const asked = `{ staffCertificate(number: "${number}") { organName validUntil holderName organ { uscc } } }`;
    const seen = async (viewer: string) => (await stack.ask(asked, { viewer })).body.data.staffCertificate;
    const told = { organName: "延吉市市场监督管理局", validUntil: "2028-02-29", organ: { uscc: BUREAU } };
    for (const viewer of ["officer-1", "supervisor-1"])
      expect(await seen(viewer)).toEqual({ ...told, holderName: "金演示" });
    for (const viewer of ["anonymous", "citizen-1", "officer-2", "app-partner"])
      expect(await seen(viewer)).toEqual({ ...told, holderName: null });
  });
});

describe("inspections and measures", () => {
  it("are public from publication until they go offline, by list, number and object", async () => {
    const { enforcementRecords } = await ask(
      `{ enforcementRecords(first: 100, filter: { kind: INSPECTION, division: "222401" }) { totalCount nodes { docNo } } }`,
    );
    const expected = await rows<{ docNo: string }>(
      "openness",
      `select doc_no as "docNo" from enforcement_records where kind = 'INSPECTION' and division_code like '222401%'
         and '2026-09-28' between published_on and public_until order by done_on desc, doc_no`,
    );
    expect(expected.length).toBeGreaterThan(2);
    expect(enforcementRecords.nodes).toEqual(expected);
    const kept = await rows<{ docNo: string }>(
      "openness",
      `select doc_no as "docNo" from enforcement_records where organ_uscc = '${BUREAU}' and (published_on is null or public_until < '2026-09-28')`,
    );
    expect(kept).toHaveLength(2);
    for (const { docNo } of kept) {
      const asked = `{ enforcementRecord(docNo: "${docNo}") { docNo } }`;
      expect((await ask(asked)).enforcementRecord).toBeNull();
      expect((await ask(asked, "officer-2")).enforcementRecord).toBeNull();
      expect((await ask(asked, "officer-1")).enforcementRecord).toEqual({ docNo });
    }
  });

  it("name the certificates of two persons and the limit of publication, and nobody is late by it", async () => {
    const [{ docNo, object }] = (await rows<{ docNo: string; object: string }>(
      "openness",
      `select doc_no as "docNo", object_id as object from enforcement_records where organ_uscc = '${BUREAU}' and kind = 'COERCION'`,
    )) as [{ docNo: string; object: string }];
    // In another spelling of brackets and digits.
    const spelt = docNo.replace("〔", "[").replace("〕", "]");
    const { enforcementRecord, organization } = await ask(`{
      enforcementRecord(docNo: "${spelt}") { docNo videoLogged result certificates { number } object { id }
        publicationDeadline { state confirmed } }
      organization(id: "${object}") { enforcementRecords(first: 100) { nodes { docNo } } } }`);
    expect(enforcementRecord).toMatchObject({
      ...{ docNo, videoLogged: true, result: "MEASURE_LIFTED", object: { id: object } },
      publicationDeadline: { confirmed: false },
    });
    expect(enforcementRecord.certificates).toHaveLength(2);
    expect(organization.enforcementRecords.nodes).toContainEqual({ docNo });
  });

  it("with a division or a day that is none are refused", async () => {
    for (const filter of [`division: "abc"`, `doneFrom: "2026-02-30"`]) {
      const { body } = await stack.ask(`{ enforcementRecords(first: 1, filter: { ${filter} }) { totalCount } }`, {});
      expect(body.errors![0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
    }
  });
});

/** The directory of standards and what bodies owe by it, beside independent SQL and planted documents; unpublished ones are told to nobody who may not know of them. */
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const BUREAU = "11990101MB9000015E";
const rows = async <Row>(sql: string): Promise<Row[]> =>
  ((await stack.databases["openness"]!.raw(sql)) as { rows: Row[] }).rows;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed */
const ask = async (query: string, viewer = "anonymous"): Promise<any> => {
  const { body } = await stack.ask(query, { viewer });
  expect(body.errors).toBeUndefined();
  return body.data;
};

interface Gap {
  readonly standard: { readonly code: string; readonly checkable: boolean };
  readonly missing: number | null;
  readonly overdue: number | null;
  readonly samples: readonly { readonly indexNo: string }[];
}

const GAPS = "{ standard { code checkable } missing overdue samples { indexNo } }";
const gapsOf = async (quarter: string, viewer = "anonymous"): Promise<Gap[]> =>
  (await ask(`{ organization(uscc: "${BUREAU}") { opennessGaps(quarter: "${quarter}") ${GAPS} } }`, viewer))
    .organization.opennessGaps;

/** A copy of the bureau's measures with another number, made and published on these days. */
const plant = (number: number, createdOn: string, publishedOn: string | null, genre = "MEASURES"): Promise<unknown> =>
  stack.databases["openness"]!.raw(
    `insert into public_documents (index_no, title, issuer_name, issuer_id, issuer_uscc, division_code, genre, topic, normative,
       created_on, published_on, valid_from, search)
     select issuer_uscc || '/2026-' || ?::text, title, issuer_name, issuer_id, issuer_uscc, division_code, ?, topic, ?, ?::date, ?::date, ?::date, search
       from public_documents where index_no = '${BUREAU}/2021-00001'`,
    [String(number), genre, genre === "MEASURES", createdOn, publishedOn, createdOn] as never,
  );

describe("the directory", () => {
  it("has the columns of the national directories", async () => {
    const { opennessStandards } =
      await ask(`{ opennessStandards(first: 100) { totalCount nodes { code topic item content basis due
      dueRule { amount unit from } publisher channels audience manner levels checkable } } }`);
    expect(opennessStandards.nodes).toHaveLength(21);
    expect(opennessStandards.nodes[0]).toEqual({
      code: "BZ001",
      topic: "政策文件",
      item: "行政规范性文件",
      content: "文件标题、文号、正文、施行日期、有效期",
      basis: ["中华人民共和国政府信息公开条例 第二十六条"],
      due: "信息形成或者变更之日起20个工作日内",
      dueRule: { amount: 20, unit: "WORKING_DAY", from: "CREATION" },
      publisher: null,
      channels: ["政府网站"],
      audience: "全社会",
      manner: "PROACTIVE",
      levels: ["COUNTY"],
      checkable: true,
    });
    expect(opennessStandards.nodes[6]).toMatchObject({ due: "每年1月31日前", dueRule: null, checkable: false });
  });

  it.each([
    ['topic: "政策文件"', "topic = '政策文件'"],
    ['publisher: "延吉市民政局"', "publisher is null or publisher = '民政局'"],
    ['publisher: "延吉市人民政府"', "publisher is null"],
    ["manner: ON_REQUEST", "manner = 'ON_REQUEST'"],
    ["checkable: true", "checked_kind is not null"],
    ["checkable: false", "checked_kind is null"],
  ])("narrowed by %s is that of independent SQL", async (filter, condition) => {
    const { opennessStandards } = await ask(
      `{ opennessStandards(first: 100, filter: { ${filter} }) { nodes { code } } }`,
    );
    const expected = await rows<{ code: string }>(`select code from openness_standards where ${condition} order by 1`);
    expect(expected.length).toBeGreaterThan(0);
    expect(opennessStandards.nodes).toEqual(expected);
  });

  it("lets no row claim to be checked that can not be computed", async () => {
    await expect(
      stack.databases["openness"]!.raw(
        "update openness_standards set checked_kind = 'PUBLIC_NOTICE' where code = 'BZ007'",
      ),
    ).rejects.toThrow(/check constraint/);
  });
});

describe("what a body owes", () => {
  it("is what independent SQL counts with the holidays of 2025", async () => {
    const workday = `(extract(isodow from d) < 6 and d not between '2025-10-01' and '2025-10-08' or d in ('2025-09-28', '2025-10-11'))`;
    const late = await rows<{ id: string; codes: string; n: number }>(
      `select issuer_id as id, count(*)::int as n from public_documents p
       where issuer_id is not null and genre = 'PUBLIC_NOTICE' and not normative and created_on between '2025-07-01' and '2025-09-30'
         and (select count(*) from generate_series(created_on + 1, published_on, interval '1 day') as d where ${workday}) > 20
       group by 1`,
    );
    const made = await rows<{ id: string }>(
      "select distinct issuer_id as id from public_documents where issuer_id is not null and created_on between '2025-07-01' and '2025-09-30' order by 1 limit 40",
    );
    const ids = [...new Set([...late, ...made].map(({ id }) => id))];
    expect(ids.length).toBeGreaterThan(3);
    for (const id of ids) {
      const { organization } = await ask(`{ organization(id: "${id}") { opennessGaps(quarter: "2025Q3") ${GAPS} } }`);
      const notices = (organization.opennessGaps as Gap[]).find(({ standard }) => standard.code === "BZ003");
      expect([id, notices?.overdue]).toEqual([id, late.find((row) => row.id === id)?.n ?? 0]);
    }
  });

  describe("of planted documents", () => {
    beforeAll(async () => {
      await plant(90001, "2026-07-01", "2026-07-29"); // twentieth working day: in time
      await plant(90002, "2026-07-01", "2026-07-30"); // the day after
      await plant(90003, "2026-08-28", null); // its day was 2026-09-24
      await plant(90004, "2026-08-31", null); // its day is today
      await plant(90005, "2026-08-03", "2026-09-30"); // planned for a day to come: unpublished
      await plant(90006, "2026-06-30", "2026-09-01"); // of the quarter before
      await plant(90007, "2026-07-02", "2026-09-01", "PUBLIC_NOTICE");
    });
    const measures = (gaps: readonly Gap[]): Gap[] =>
      gaps.filter(({ standard }) => ["BZ001", "BZ012"].includes(standard.code));
    const key = (number: number): { indexNo: string } => ({ indexNo: `${BUREAU}/2026-${number}` });

    it.each(["anonymous", "citizen-1", "officer-2", "app-partner"])(
      "tells %s of published ones alone, and not that nothing is missing",
      async (viewer) => {
        const gaps = await gapsOf("2026Q3", viewer);
        expect(measures(gaps)).toEqual(
          ["BZ001", "BZ012"].map((code) => ({
            standard: { code, checkable: true },
            missing: null,
            overdue: 1,
            samples: [key(90002)],
          })),
        );
        expect(gaps.find(({ standard }) => standard.code === "BZ003")).toMatchObject({
          overdue: 1,
          samples: [key(90007)],
        });
      },
    );

    it.each(["officer-1", "supervisor-1", "auditor-1"])("tells %s of those that are missing, too", async (viewer) => {
      const [first] = measures(await gapsOf("2026Q3", viewer));
      expect(first).toEqual({
        standard: { code: "BZ001", checkable: true },
        missing: 2,
        overdue: 3,
        samples: [key(90002), key(90005), key(90003)],
      });
    });

    it("is of the quarter of the day where none is named", async () => {
      const { organization } = await ask(`{ organization(uscc: "${BUREAU}") { opennessGaps ${GAPS} } }`);
      expect(organization.opennessGaps).toEqual(await gapsOf("2026Q3"));
    });

    it("counts a document in the quarter of its creation", async () => {
      expect(measures(await gapsOf("2026Q2"))[0]).toMatchObject({ overdue: 1, samples: [key(90006)] });
      expect(measures(await gapsOf("2026Q1", "officer-1"))[0]).toMatchObject({ missing: 0, overdue: 0, samples: [] });
    });

    it("says of what it can not check neither number, and names no other bureau's standards", async () => {
      const gaps = await gapsOf("2026Q3", "officer-1");
      const unchecked = gaps.filter(({ standard }) => !standard.checkable);
      expect(unchecked.length).toBeGreaterThan(5);
      expect(
        unchecked.every(
          ({ missing, overdue, samples }) => missing === null && overdue === null && samples.length === 0,
        ),
      ).toBe(true);
      const owed = await rows<{ code: string }>(
        "select code from openness_standards where publisher is null or publisher = '市场监督管理局' order by 1",
      );
      expect(gaps.map(({ standard }) => standard.code)).toEqual(owed.map(({ code }) => code));
    });
  });

  it.each(["2026Q5", "2026q3", "2026-Q3", "26Q3", "", " 2026Q3", "2026Q3\\n", "2026Q4", "2999Q1", "0000Q1"])(
    "is refused of the quarter %j",
    async (quarter) => {
      const { body } = await stack.ask(
        `{ organization(uscc: "${BUREAU}") { opennessGaps(quarter: "${quarter}") { overdue } } }`,
        {
          viewer: "anonymous",
        },
      );
      expect(body.errors).toHaveLength(1);
      expect(body.errors![0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT", rule: "QUARTER" } });
    },
  );
});

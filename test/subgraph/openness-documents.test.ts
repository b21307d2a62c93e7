/** Documents of openness through the gateway: their course, their relations both ways, what explains them, lists and search beside independent SQL, and the law that things rest on. */
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/** The measures of which amendment, repeal in part and replacement are known (seeds/golden-documents.ts). */
const MEASURES = "11990101MB9000015E/2021-00001";
const TITLE = "延吉市食品小作坊登记管理办法";

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed */
const ask = async (query: string, viewer = "anonymous"): Promise<any> => {
  const { body } = await stack.ask(query, { viewer });
  expect(body.errors).toBeUndefined();
  return body.data;
};
const keys = async (sql: string): Promise<string[]> =>
  ((await stack.databases["openness"]!.raw(sql)) as { rows: { key: string }[] }).rows.map(({ key }) => key);

/** All index numbers of a list, over its pages. */
const listed = async (args: string): Promise<string[]> => {
  const found: string[] = [];
  for (let after = ""; ;) {
    const { publicDocuments } = await ask(
      `{ publicDocuments(first: 100${args}${after}) { nodes { indexNo } pageInfo { hasNextPage endCursor } } }`,
    );
    found.push(...publicDocuments.nodes.map(({ indexNo }: { indexNo: string }) => indexNo));
    if (!publicDocuments.pageInfo.hasNextPage) return found;
    after = `, after: ${JSON.stringify(publicDocuments.pageInfo.endCursor)}`;
  }
};

describe("a document", () => {
  it("says what it is, who issued it and what others say of it, the latest first", async () => {
    const { publicDocument } = await ask(`{ publicDocument(indexNo: "${MEASURES}") {
      title documentNo genre topic normative createdOn publishedOn validFrom validUntil issuerName issuer { name }
      relations { kind } relatedBy { kind effectiveOn part document { title validity } other { indexNo } } } }`);
    expect(publicDocument).toEqual({
      title: TITLE,
      documentNo: "延吉市监发〔2021〕1号",
      genre: "MEASURES",
      topic: "市场监管、安全生产监管",
      normative: true,
      createdOn: "2021-03-15",
      publishedOn: "2021-03-17",
      validFrom: "2021-04-15",
      validUntil: "2026-04-14",
      issuerName: "延吉市市场监督管理局",
      issuer: { name: "延吉市市场监督管理局（演示）" },
      relations: [],
      relatedBy: [
        ["REPLACES", "2025-07-10", null, `${TITLE}（修订）`],
        ["REPEALS", "2024-03-01", "第五条", `延吉市市场监督管理局关于废止《${TITLE}》部分条款的决定`],
        ["AMENDS", "2023-06-01", null, `延吉市市场监督管理局关于修改《${TITLE}》的决定`],
        ["IMPLEMENTS", "2021-04-19", null, `延吉市市场监督管理局关于贯彻落实《${TITLE}》的通知`],
      ].map(([kind, effectiveOn, part, title]) => ({
        ...{ kind, effectiveOn, part },
        document: { title, validity: "IN_FORCE" },
        other: { indexNo: MEASURES },
      })),
    });
  });

  it.each([
    ["2021-04-14", "NOT_YET_IN_FORCE"],
    ["2021-04-15", "IN_FORCE"],
    ["2023-05-31", "IN_FORCE"],
    ["2023-06-01", "AMENDED"],
    ["2024-02-29", "AMENDED"],
    ["2024-03-01", "PARTLY_REPEALED"],
    ["2025-07-09", "PARTLY_REPEALED"],
    ["2025-07-10", "REPEALED"],
    ["2026-09-28", "REPEALED"],
  ])("is on %s %s", async (on, validity) => {
    const data = await ask(`{ publicDocument(indexNo: "${MEASURES}") { validity(on: "${on}") } }`);
    expect(data).toEqual({ publicDocument: { validity } });
  });

  it("is in force or not alike for everybody, whatever is not published yet and however many cite it", async () => {
    const db = stack.databases["openness"]!;
    const [revised] = await keys(
      `select index_no as key from document_relations where kind = 'REPLACES' and other_index_no = '${MEASURES}'`,
    );
    const asked = async (viewer?: string): Promise<unknown> => {
      const { old, present, list } = await ask(
        `{ old: publicDocument(indexNo: "${MEASURES}") { validity(on: "2025-12-31") }
           present: publicDocument(indexNo: "${revised}") { validity }
           list: publicDocuments(first: 100, search: "${revised}", filter: { inForceOn: "2026-09-28" }) { nodes { indexNo } } }`,
        viewer,
      );
      return [old.validity, present.validity, list.nodes];
    };
    try {
      await db.raw(
        `insert into public_documents (index_no, title, issuer_name, issuer_uscc, division_code, genre, topic, normative,
           created_on, published_on, valid_from, search)
         select 'TEST/2026-' || n, '测试', '测试', '11990101MB9000015E', '222401', 'NOTICE', '测试', false,
           '2026-08-03', case when n > 0 then date '2026-08-03' end, '2026-08-03', '' from generate_series(0, 100) n`,
      );
      await db.raw(
        `insert into document_relations (index_no, position, kind, other_index_no, effective_on)
         select index_no, 1, case when published_on is null then 'REPEALS' else 'IMPLEMENTS' end,
           case when published_on is null then ? else ? end, '2026-08-03' from public_documents where index_no like 'TEST/%'`,
        [revised!, MEASURES],
      );
      for (const viewer of ["anonymous", "officer-1", "supervisor-1"])
        expect(await asked(viewer)).toEqual(["REPEALED", "IN_FORCE", [{ indexNo: revised }]]);
    } finally {
      await db.raw("delete from public_documents where index_no like 'TEST/%'");
    }
  });

  it("is not found before its publication but by its issuer", async () => {
    const query = '{ publicDocument(indexNo: "11990101MB9000015E/2026-00001") { publishedOn title } }';
    expect(await ask(query)).toEqual({ publicDocument: null });
    expect(await ask(query, "officer-1")).toEqual({
      publicDocument: { publishedOn: null, title: "延吉市市场监督管理局关于开展食品小作坊登记专项检查的通知" },
    });
  });
});

describe("lists", () => {
  it("hold what is published, the latest first", async () => {
    const all = await keys(
      "select index_no as key from public_documents where published_on <= '2026-09-28' order by created_on desc, index_no desc",
    );
    expect(all.length).toBeGreaterThan(150);
    expect(await listed("")).toEqual(all);
  });

  it.each([
    ["genres: [DECISION]", "genre = 'DECISION'"],
    ['division: "222401"', "division_code like '222401%'"],
    ['topic: "卫生、体育"', "topic = '卫生、体育'"],
    ["normative: true", "normative"],
    ['createdFrom: "2021-01-01", createdTo: "2021-12-31"', "extract(year from created_on) = 2021"],
    [
      'inForceOn: "2024-06-30", normative: true',
      `normative and valid_from <= '2024-06-30' and (valid_until is null or valid_until >= '2024-06-30')
        and index_no not in (select other_index_no from document_relations where kind in ('REPEALS', 'REPLACES')
          and part is null and effective_on <= '2024-06-30'
          and index_no in (select index_no from public_documents where published_on <= '2026-09-28'))`,
    ],
  ])("narrowed by %s are those of independent SQL", async (filter, condition) => {
    const expected = await keys(
      `select index_no as key from public_documents where published_on <= '2026-09-28' and ${condition} order by created_on desc, index_no desc`,
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(await listed(`, filter: { ${filter} }`)).toEqual(expected);
  });

  it.each(["延吉市监发〔2021〕1号", "延吉市监发[2021]1号", " 延吉市监发（2021） 第001号", "文号：延吉市监发〔2021〕1"])(
    "find a number written %s",
    async (typed) => expect(await listed(`, search: ${JSON.stringify(typed)}`)).toEqual([MEASURES]),
  );

  it("find an index number and the beginning of one", async () => {
    expect(await listed(`, search: "${MEASURES}"`)).toEqual([MEASURES]);
    const of2021 = await keys(
      "select index_no as key from public_documents where index_no like '11990101MB9000015E/2021-%'",
    );
    expect((await listed(', search: "11990101MB9000015E/2021"')).sort()).toEqual(of2021.sort());
  });

  it("find words of the title before words of the text", async () => {
    const found = await listed(', search: "食品小作坊"');
    expect(found).toContain(MEASURES);
    const titles = await keys(
      "select index_no as key from public_documents where title like '%食品小作坊%' and published_on is not null",
    );
    expect(found.slice(0, titles.length).sort()).toEqual(titles.sort());
    // Words that stand in the text of every notice, and in no title.
    const [inText] = await keys(
      "select count(*)::text as key from public_documents where body like '%增设材料%' and published_on <= '2026-09-28'",
    );
    expect(await listed(', search: "增设材料"')).toHaveLength(Number(inText));
  });
});

describe("ways to documents", () => {
  it("lead from a legal basis to the law with its number and its name, where orders share a number", async () => {
    const data = await ask(`{ entities: nodes(ids: ["PIPL-2021-13", "BUILDING-2019-08", "OGI-2019-14"]) {
      ... on LegalBasis { id document { title documentNo issuerName issuer { id } body } } } }`);
    expect(data.entities).toEqual(
      [
        ["PIPL-2021-13", "中华人民共和国个人信息保护法", "主席令第九十一号", "全国人民代表大会常务委员会"],
        ["BUILDING-2019-08", "中华人民共和国建筑法", "主席令第九十一号", "全国人民代表大会常务委员会"],
        ["OGI-2019-14", "中华人民共和国政府信息公开条例", "国令第711号", "国务院"],
      ].map(([id, title, documentNo, issuerName]) => ({
        id,
        document: { title, documentNo, issuerName, issuer: null, body: null },
      })),
    );
  });

  it("lead from every legal basis that has a number", async () => {
    const { rows } = (await stack.databases["reference"]!.raw(
      "select id, doc_no from legal_bases where id in (select id from legal_bases order by id limit 50)",
    )) as { rows: { id: string; doc_no: string | null }[] };
    const { nodes } = await ask(
      `{ nodes(ids: ${JSON.stringify(rows.map(({ id }) => id))}) { ... on LegalBasis { id document { documentNo } } } }`,
    );
    const without = nodes.filter(({ document }: { document: unknown }) => document === null);
    expect(without.map(({ id }: { id: string }) => id)).toEqual(
      rows.filter(({ doc_no }) => doc_no === null).map(({ id }) => id),
    );
  });

  it("lead from a body to what it issued", async () => {
    const { organization } = await ask(
      '{ organization(uscc: "11990101MB9000015E") { documents(first: 100) { nodes { indexNo } } } }',
    );
    expect(organization.documents.nodes.map(({ indexNo }: { indexNo: string }) => indexNo)).toEqual(
      await keys(
        "select index_no as key from public_documents where issuer_uscc = '11990101MB9000015E' and published_on is not null order by created_on desc, index_no desc",
      ),
    );
  });
});

describe("interpretations", () => {
  const REVISED = "11990101MB9000015E/2025-00002";

  it("of a document stand in the order of their days, with their questions and the way back", async () => {
    const { publicDocument } = await ask(`{ publicDocument(indexNo: "${MEASURES}") { interpretations {
      id kind title author publishedOn text firstSpokesperson questions { question answer } document { indexNo } } } }`);
    const shared = { author: "延吉市市场监督管理局", document: { indexNo: MEASURES } };
    expect(publicDocument.interpretations).toEqual([
      {
        ...{ ...shared, id: `JD-${MEASURES}-1`, kind: "TEXT", title: `《${TITLE}》解读`, publishedOn: "2021-03-19" },
        text: "办法明确食品小作坊登记的条件、程序和监督检查，自2021年4月15日起施行。",
        firstSpokesperson: "延吉市市场监督管理局局长",
        questions: [
          { question: "已经营业的小作坊何时登记？", answer: "自办法施行之日起三个月内申请登记。" },
          { question: "登记是否收费？", answer: "不收费。" },
        ],
      },
      {
        ...{ ...shared, id: `JD-${MEASURES}-2`, kind: "PICTURE", title: `一图读懂《${TITLE}》` },
        ...{ publishedOn: "2021-03-29", text: null, firstSpokesperson: null, questions: [] },
      },
    ]);
  });

  it.each([
    ["", "true"],
    [", filter: { kinds: [PICTURE, VIDEO] }", "kind in ('PICTURE', 'VIDEO')"],
    [', filter: { division: "222401" }', "division_code like '222401%'"],
    [
      ', filter: { publishedFrom: "2021-03-19", publishedTo: "2021-03-29" }',
      "published_on between '2021-03-19' and '2021-03-29'",
    ],
  ])("that are published and fit%s are those of independent SQL, the latest first", async (args, condition) => {
    const expected = await keys(
      `select id as key from policy_interpretations where published_on <= '2026-09-28' and ${condition} order by published_on desc, id desc limit 100`,
    );
    expect(expected.length).toBeGreaterThan(0);
    const { policyInterpretations } = await ask(`{ policyInterpretations(first: 100${args}) { nodes { id } } }`);
    expect(policyInterpretations.nodes.map(({ id }: { id: string }) => id)).toEqual(expected);
  });

  /** Index numbers of normative documents without one. */
  const missing = async (args: string): Promise<string[]> => {
    const { documentsMissingInterpretation } = await ask(
      `{ documentsMissingInterpretation(first: 100${args}) { nodes { indexNo } } }`,
    );
    return documentsMissingInterpretation.nodes.map(({ indexNo }: { indexNo: string }) => indexNo);
  };

  // The stack's day is Monday, 28 September 2026; 25 to 27 September are days off, and Sunday the 20th is worked.
  it.each([
    ["", "2026-09-21", "true"],
    [", olderThanWorkdays: 3", "2026-09-21", "true"],
    [", olderThanWorkdays: 250", "2025-09-23", "true"],
    [', filter: { division: "222401" }', "2026-09-21", "division_code like '222401%'"],
  ])("are missing%s of those that independent SQL tells", async (args, lastDay, condition) => {
    const expected = await keys(
      `select d.index_no as key from public_documents d left join policy_interpretations i on i.index_no = d.index_no
         and i.published_on <= '2026-09-28' where i.id is null and normative and d.published_on <= '${lastDay}'
         and ${condition.replace("division", "d.division")} order by d.published_on desc, d.index_no desc`,
    );
    expect(expected).toContain(REVISED);
    expect(expected).not.toContain(MEASURES);
    expect(await missing(args)).toEqual(expected);
  });

  it("are missing from the day after the limit on, until the day on which one is published", async () => {
    const db = stack.databases["openness"]!;
    const all = ["LAST-DAY", "DAY-AFTER", "EXPLAINED-TOMORROW", "EXPLAINED-TODAY", "NOT-NORMATIVE"] as const;
    const [lastDay, dayAfter, early, explainedToday, other] = all;
    const planted = async (indexNo: string, publishedOn: string, normative = true) =>
      db.raw(
        `insert into public_documents (index_no, title, issuer_name, division_code, genre, topic, normative, created_on, published_on, valid_from, search)
         values (?, '办法', '机关', '222401', 'MEASURES', '综合政务', ?, ?, ?, ?, '')`,
        [indexNo, normative, publishedOn, publishedOn, publishedOn],
      );
    const explained = (indexNo: string, publishedOn: string) =>
      db.raw(
        `insert into policy_interpretations (id, index_no, kind, title, author, division_code, published_on)
         values (?, ?, 'TEXT', '解读', '机关', '222401', ?)`,
        [`JD-${indexNo}`, indexNo, publishedOn],
      );
    try {
      await planted(lastDay, "2026-09-21");
      await planted(dayAfter, "2026-09-22");
      await planted(other, "2026-09-21", false);
      await planted(explainedToday, "2026-09-21");
      await explained(explainedToday, "2026-09-28");
      await planted(early, "2026-09-21");
      await explained(early, "2026-09-29");
      const added = async (days: number) =>
        (await missing(`, olderThanWorkdays: ${days}, filter: { division: "222400" }`)).filter((key) =>
          all.some((planted) => planted === key),
        );
      expect(await added(4)).toEqual([]);
      expect((await added(3)).sort()).toEqual([early, lastDay]);
      expect((await added(2)).sort()).toEqual([dayAfter, early, lastDay]);
    } finally {
      await db("public_documents")
        .whereIn("index_no", [...all])
        .delete();
    }
  });

  it.each([
    [-1, "MIN"],
    [251, "MAX"],
  ])("are not asked for with %p working days", async (days, rule) => {
    const { body } = await stack.ask(
      `{ documentsMissingInterpretation(olderThanWorkdays: ${days}) { nodes { indexNo } } }`,
      { viewer: "anonymous" },
    );
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      argument: "olderThanWorkdays",
      rule,
    });
  });
});

/** Disclosure on the product itself: the negative list in the graph, on its page and in its document, and closed fields of real subgraphs. */
import { readFileSync } from "node:fs";
import { signContext } from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { startStack, TEST_NOW, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const table = JSON.parse(readFileSync(projectPath("schema/policy.json"), "utf8")) as PolicyTable;

interface Entry {
  readonly subgraph: string;
  readonly type: string;
  readonly field: string;
  readonly tiers: string[];
  readonly reason: string;
  readonly basis: string;
  readonly until: string | null;
  readonly mask: string | null;
  readonly owner: string;
  readonly overdue: boolean;
}

const LIST = `query($first: Int!, $after: String, $agency: ID, $subgraph: String, $reason: ClosureReason) {
  negativeList(first: $first, after: $after, agency: $agency, subgraph: $subgraph, reason: $reason) {
    edges { cursor node { subgraph type field tiers reason basis until mask owner overdue } }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;

const list = async (
  variables: object = {},
  language = "en",
): Promise<{ entries: Entry[]; next?: string; total: number }> => {
  const { body } = await stack.ask(LIST, {
    variables: { first: 100, ...variables },
    headers: { "accept-language": language },
  });
  expect(body.errors).toBeUndefined();
  const { edges, pageInfo, totalCount } = body.data.negativeList;
  return {
    entries: edges.map(({ node }: { node: Entry }) => node),
    ...(pageInfo.hasNextPage ? { next: pageInfo.endCursor as string } : {}),
    total: totalCount as number,
  };
};

describe("the negative list in the graph", () => {
  it("names every closed field once, to anybody", async () => {
    const { entries, total, next } = await list();
    for (let after = next; after !== undefined;) {
      const page = await list({ after });
      entries.push(...page.entries);
      after = page.next;
    }
    const place = ({ subgraph, type, field }: { subgraph: string; type: string; field: string }): string =>
      `${subgraph} ${type}.${field}`;
    expect(total).toBe(table.fields.length);
    expect(entries.map(place).sort()).toEqual(table.fields.map(place).sort());
  });

  it("says why, on which basis and whom to ask, in both languages", async () => {
    const contact = ({ entries }: { entries: Entry[] }): Entry | undefined =>
      entries.find(({ type, field }) => type === "Organization" && field === "contact");
    const expected = {
      subgraph: "reference",
      tiers: ["AGENCY", "SUPERVISOR"],
      reason: "INTERNAL_AFFAIRS",
      until: null,
      mask: null,
      overdue: false,
    };
    expect(contact(await list({ subgraph: "reference" }, "en"))).toMatchObject({
      ...expected,
      basis: "Regulations on Open Government Information, article 16",
      owner: "People's Government of Yanbian (demonstration)",
    });
    expect(contact(await list({ subgraph: "reference" }, "zh-CN"))).toMatchObject({
      ...expected,
      basis: "《中华人民共和国政府信息公开条例》第十六条",
      owner: "延边州人民政府（演示）",
    });
  });

  it("pages without gaps or repeats", async () => {
    const whole = await list();
    const paged: Entry[] = [];
    for (let after: string | undefined; ;) {
      const page = await list({ first: 2, ...(after === undefined ? {} : { after }) });
      expect(page.entries.length).toBeLessThanOrEqual(2);
      paged.push(...page.entries);
      after = page.next;
      if (after === undefined || paged.length > whole.total) break;
    }
    expect(paged).toHaveLength(whole.total);
    expect(paged.slice(0, 100)).toEqual(whole.entries);
  });

  it("is filtered by subgraph, reason and owner; contradicting filters give nothing", async () => {
    const { entries } = await list({ subgraph: "reference" });
    expect(new Set(entries.map(({ subgraph }) => subgraph))).toEqual(new Set(["reference"]));
    for (const { reason } of (await list({ reason: "INTERNAL_AFFAIRS" })).entries)
      expect(reason).toBe("INTERNAL_AFFAIRS");
    const owned = await list({ agency: table.subgraphs["intermediary"]!.owner.id });
    expect(owned.entries.length).toBeGreaterThan(0);
    for (const { subgraph } of owned.entries) expect(["intermediary", "credit"]).toContain(subgraph);
    expect(await list({ subgraph: "reference", reason: "STATE_SECRET" })).toEqual({ entries: [], total: 0 });
  });

  it("links its owners to organisations", async () => {
    const { body } = await stack.ask(
      `{ negativeList(first: 1, subgraph: "reference") { nodes { ownerOrganization { name } } } }`,
    );
    expect(body.data.negativeList.nodes).toEqual([{ ownerOrganization: { name: "延边州人民政府（演示）" } }]);
  });

  it.each([
    [{ first: 101 }, "first"],
    [{ first: 0 }, "first"],
    [{ after: "forged" }, "after"],
  ])("refuses %j", async (variables, argument) => {
    const { body } = await stack.ask(LIST, { variables: { first: 1, ...variables } });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument });
  });

  it("takes no cursor of a list with another filter", async () => {
    const { body } = await stack.ask(LIST, { variables: { first: 1 } });
    const after = body.data.negativeList.pageInfo.endCursor as string;
    const other = await stack.ask(LIST, { variables: { first: 1, after, subgraph: "reference" } });
    expect(other.body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "after" });
  });
});

describe("the page /negative-list", () => {
  const page = async (query = "", language = ""): Promise<{ text: string; headers: Headers; status: number }> => {
    const { status, headers, text } = await fetch(`${stack.url}/negative-list${query}`, {
      headers: language === "" ? {} : { "accept-language": language },
    }).then(async (response) => ({ status: response.status, headers: response.headers, text: await response.text() }));
    return { status, headers, text };
  };

  it("shows every closed field and the share of open fields of every subgraph", async () => {
    const { status, text } = await page();
    expect(status).toBe(200);
    for (const { type, field } of table.fields) expect(text).toContain(`<code>${type}.${field}</code>`);
    for (const [name, { fields, closed }] of Object.entries(table.subgraphs)) {
      const share = (((fields - closed) / fields) * 100).toFixed(1);
      expect(text).toMatch(
        new RegExp(
          `<code>${name}</code>.*<td[^>]*>${fields}</td><td[^>]*>${fields - closed}</td><td[^>]*>${share} %</td>`,
        ),
      );
    }
  });

  it("is in the language of the reader, or in the one that is asked for", async () => {
    expect((await page("", "zh-CN,zh;q=0.9")).text).toMatch(
      /<html lang="zh-CN">[\s\S]*<h1>不予公开清单<\/h1>[\s\S]*第十六条/,
    );
    expect((await page("", "en")).text).toMatch(/<html lang="en">[\s\S]*<h1>Negative list<\/h1>[\s\S]*article 16/);
    expect((await page("?lang=zh", "en")).text).toContain("不予公开清单");
    expect((await page("?lang=en", "zh")).headers.get("content-language")).toBe("en");
    expect((await page("?lang=%3Cscript%3E", "en")).text).not.toContain("<script>");
  });

  it("loads nothing, from here or from anywhere", async () => {
    const { text, headers } = await page();
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<img|<link|<iframe|src=|https?:\/\//i);
  });
});

describe("a closed field of the product", () => {
  const query = `{ organization(uscc: "11990101MB9000015E") { name contact } }`;

  it("is not asked of its subgraph for a viewer who may read it in no row", async () => {
    const asked: string[] = [];
    const listen = ({ sql }: { sql: string }): void => void asked.push(sql);
    stack.databases["reference"]!.on("query", listen);
    const { body } = await stack.ask(`{ organization(uscc: "11990101MB9000015E") { contact } }`);
    stack.databases["reference"]!.off("query", listen);
    expect([body.data, asked]).toEqual([{ organization: null }, []]);
    expect(body.extensions?.["withheld"]).toEqual([
      expect.objectContaining({
        path: ["organization", "contact"],
        rule: "Organization.contact",
        remedy: { kind: "SIGN_IN", detail: expect.stringContaining("the agency that keeps the record") },
      }),
    ]);
  });

  it("is decided by the subgraph for an officer, whoever asked before", async () => {
    const contact = async (viewer?: "officer-1" | "officer-2"): Promise<unknown> =>
      (await stack.ask(query, viewer ? { viewer } : {})).body.data.organization.contact;
    expect([await contact(), await contact("officer-1"), await contact("officer-2"), await contact()]).toEqual([
      null,
      expect.stringMatching(/^演示联系方式/),
      null,
      null,
    ]);
  });

  it("is withheld where gateway and subgraph go by other rules, and told by the subgraph", async () => {
    const { url } = stack.subgraphs.find(({ name }) => name === "reference")!;
    const ask = async (
      policyHash: string,
    ): Promise<{ data: { organization: { contact: unknown } }; extensions?: object }> => {
      const body = JSON.stringify({ query });
      const context = {
        subgraph: "reference",
        viewer: VIEWERS["officer-1"],
        asOf: TEST_NOW.toISOString(),
        requestId: "test",
        policyHash,
      };
      const headers = signContext({ context, method: "POST", path: "/graphql", body }, stack.contextKeys("reference"));
      const response = await fetch(url, { method: "POST", body, headers });
      return (await response.json()) as { data: { organization: { contact: unknown } }; extensions?: object };
    };
    const same = await ask(table.subgraphs["reference"]!.hash);
    expect(same.data.organization.contact).toMatch(/^演示联系方式/);
    const other = await ask("another");
    expect(other.data.organization.contact).toBeNull();
    expect(other.extensions).toMatchObject({
      disclosure: { otherPolicy: true, withheld: [{ rule: "Organization.contact" }] },
    });
  });

  it("is listed by a preview, which asks no subgraph", async () => {
    const { body } = await stack.ask(query, { viewer: "officer-2", headers: { "x-access": "preview" } });
    expect(body.data).toBeNull();
    expect(body.extensions?.["withheld"]).toMatchObject([
      { rule: "Organization.contact", when: "PER_RECORD", count: null },
    ]);
  });
});

/** The worked example of docs/partners/connect.md over a server of other authors, and its other ways of paging and finding. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { readMapping } from "../../platform/connect/index.js";
import { checkMapping, startConnectedGateway, type ConnectedGateway } from "../support/connect/connected-gateway.js";
import { startDatasette, type Datasette } from "../support/connect/datasette.js";
import { runMapping } from "../support/connect/run-mapping.js";

const read = (file: string): string => readFileSync(projectPath(`docs/partners/connect/${file}`), "utf8");

describe("the worked example over Datasette", () => {
  let datasette: Datasette;
  let graph: ConnectedGateway;
  /** The mapping of the page, over the server of this test. */
  const mapping = (change: (text: string) => string = (text) => text): string =>
    change(read("permits.yaml").replace("http://127.0.0.1:8001", datasette.url));

  beforeAll(async () => {
    datasette = await startDatasette(read("permits.sql"));
    graph = await startConnectedGateway(readMapping(mapping(), "permits.yaml"));
  });
  afterAll(async () => {
    await graph.stop();
    await datasette.stop();
  });

  it("passes the check, with its closed field", async () => {
    const { problems, advice, disclosed } = await checkMapping("permits", graph.sdl);
    expect([problems, advice]).toEqual([[], []]);
    expect(disclosed.closed.map(({ name }) => name)).toEqual(["Permit.holderName"]);
  });

  it("answers through the gateway: values, links, what is closed, what does not fit", async () => {
    const { data, errors, extensions } = await graph.ask(`{
      permit(id: "1") { issuedOn fee holderName keeper { name } building { name } }
      none: permit(id: "99") { id }
      odd: permit(id: "4") { state fee keeper { name } }
      gone: permit(id: "5") { building { name } fee }
    }`);
    expect(data).toEqual({
      permit: {
        ...{ issuedOn: "2026-03-02", fee: "12500.00", holderName: null, keeper: { name: expect.stringMatching(/./) } },
        building: { name: "长白山路 1 号楼" },
      },
      none: null,
      odd: { state: null, fee: "1200.00", keeper: null },
      gone: { building: null, fee: null },
    });
    expect((errors as { path: unknown }[]).map(({ path }) => path)).toEqual([["odd", "state"]]);
    expect(extensions).toMatchObject({ withheld: [{ path: ["permit", "holderName"] }] });
  });

  it("pages by the server's own cursor, filters by its own words", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await graph.ask(
        `{ permits(first: 2${after === null ? "" : `, after: "${after}"`}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
      );
      const { permits } = data as {
        permits: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      expect(permits.totalCount).toBe(5);
      seen.push(...permits.nodes.map(({ id }) => id));
      after = permits.pageInfo.hasNextPage ? permits.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(["1", "2", "3", "4", "5"]);
    expect((await graph.ask("{ permits(state: OPEN) { nodes { id } } }"))["data"]).toEqual({
      permits: { nodes: [{ id: "1" }, { id: "3" }, { id: "5" }] },
    });
  });

  it("pages by a Link header, and by a link in JSON", async () => {
    const inHeader = (text: string): string =>
      text
        .replaceAll("_shape: objects, state__exact", "_shape: array, state__exact")
        .replace(
          "items: /rows }\n    pages: { kind: cursor, cursor: _next, next: /next,",
          "}\n    pages: { kind: link, parameter: _next, next: header,",
        )
        .replace(" total: /filtered_table_rows_count,", "");
    const inJson = (text: string): string =>
      text.replace("kind: cursor, cursor: _next, next: /next,", "kind: link, parameter: _next, next: /next_url,");
    for (const change of [inHeader, inJson]) {
      const permits = runMapping(mapping(change));
      const page = "{ nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } }";
      const { data } = await permits.ask(`{ permits(first: 3) ${page} }`);
      const { pageInfo } = data!["permits"] as { pageInfo: { endCursor: string } };
      expect(data!["permits"]).toMatchObject({
        nodes: [{ id: "1" }, { id: "2" }, { id: "3" }],
        pageInfo: { hasNextPage: true },
      });
      const next = await permits.ask(`{ permits(first: 3, after: "${pageInfo.endCursor}") ${page} }`);
      expect(next.data!["permits"]).toMatchObject({
        ...{ nodes: [{ id: "4" }, { id: "5" }], pageInfo: { hasNextPage: false, hasPreviousPage: true } },
      });
      await permits.close();
    }
  });

  it("is what the command prints and asks", () => {
    const partner = (...args: readonly string[]) =>
      spawnSync(process.execPath, [projectPath("dist/commands/partner.js"), "connect", ...args], { encoding: "utf8" });
    const file = projectPath("docs/partners/connect/permits.yaml");
    expect(partner("sdl", file).stdout).toContain('type Permit @key(fields: "id") @record(agency: "keeperUscc")');
    // Nothing answers at the address that the page writes.
    const asked = partner("ask", file, `{ permit(id: "1") { id } }`);
    expect(asked.stdout).toContain("UPSTREAM_UNAVAILABLE");
    const wrong = partner("sdl", projectPath("package.json"));
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringMatching(/package\.json:1: /)]);
  });
});

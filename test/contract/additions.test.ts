/** What a field, a noun and a service take outside their own folder, shown by adding each to a copy of the project and asking it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseYaml } from "yaml";
import { addField } from "../support/additions/field.js";
import { nounFiles, NOUN_LINE } from "../support/additions/noun.js";
import { REGISTRY_LINE, SERVICE_FILES, START_LINE } from "../support/additions/service.js";
import type { Asked } from "../support/ask-once.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import { registeredServices } from "../../platform/config/index.js";

/** Name of the service that is added. */
const NEW = "archives";

let copy: ProjectCopy;
let database: TestDatabase;

beforeAll(async () => {
  copy = copyProject();
  database = await cloneDatabase();
});
afterAll(async () => {
  copy?.remove();
  await database?.drop();
});

/** What was changed by hand since the last look, without the files of a folder. */
const changedOutside = (folder: string): string[] => copy.changes().filter((file) => !file.startsWith(`${folder}/`));

describe("in a copy of the project", () => {
  it("a public field takes its noun's own files", () => {
    addField(copy);
    expect(copy.changes()).toEqual([
      "subgraphs/credit/measure/measure.noun.ts",
      "subgraphs/credit/measure/measure.rows.ts",
      "subgraphs/credit/measure/measure.type.ts",
      "subgraphs/credit/measure/migrations/20270101000100_add_remark.ts",
    ]);
  });

  it("a noun takes its folder and a line", () => {
    copy.add(nounFiles("credit", { Services: "CreditServices", Context: "CreditContext" }));
    copy.insert("subgraphs/credit/nouns.ts", 'export { measure } from "./measure/measure.noun.js";\n', NOUN_LINE);
    expect(changedOutside("subgraphs/credit/notice")).toEqual(["subgraphs/credit/nouns.ts"]);
    expect(NOUN_LINE.trim().split("\n")).toHaveLength(1);
  });

  it("a service takes its folder and two lines", () => {
    copy.add(SERVICE_FILES);
    copy.insert(
      "schema/subgraphs.json",
      /^.*"port": 4006.*$/m.exec(textOf("schema/subgraphs.json"))![0],
      REGISTRY_LINE,
    );
    copy.insert("package.json", '"start:gateway": "node --max-semi-space-size=64 dist/gateway/main.js",', START_LINE);
    expect(changedOutside("subgraphs/archives")).toEqual(["package.json", "schema/subgraphs.json"]);
    expect([REGISTRY_LINE, START_LINE].map((line) => line.trim().split("\n").length)).toEqual([1, 1]);
  });

  it("they compile, and what follows from them is written by npm run schema and npm run docs", async () => {
    await copy.compile();
    expect(await copy.run("dist/schema/generate.js")).toContain(`Wrote ${registeredServices().length + 2} subgraphs`);
    expect(copy.changes()).toEqual([
      "schema/contracts/open-data.graphql",
      "schema/node-types.json",
      "schema/owners.json",
      "schema/policy.json",
      "schema/public.graphql",
      "schema/subgraphs/archives.graphql",
      "schema/subgraphs/credit.graphql",
      "schema/subgraphs/gateway.graphql",
      "schema/supergraph.graphql",
    ]);
    await copy.run("dist/docs/generate.js");
    expect(copy.changes()).toEqual([
      ".env.example",
      "README.md",
      "clients/typescript/src/generated/keys.ts",
      "docs/architecture.md",
      "docs/configuration.md",
      "docs/domain/README.md",
      `docs/domain/${NEW}.md`,
      "docs/domain/credit.md",
      "docs/glossary.md",
      "docs/negative-list.md",
      "infra/compose.env.example",
      "infra/compose.yml",
      "infra/prometheus/prometheus.yml",
    ]);
    const { services } = parseYaml(textOf("infra/compose.yml"), { merge: true }) as {
      services: Record<string, { command: string[]; read_only: boolean; environment: Record<string, string> }>;
    };
    expect(services["archives"]).toMatchObject({
      command: ["node", "dist/subgraphs/archives/main.js"],
      read_only: true,
      environment: {
        ARCHIVES_HOST: "0.0.0.0",
        ARCHIVES_DATABASE_URL: "postgresql://govgraph_archives:${ARCHIVES_DATABASE_PASSWORD:?}@postgres:5432/govgraph",
        ARCHIVES_CONTEXT_KEYS: "${ARCHIVES_CONTEXT_KEYS:?}",
        ARCHIVES_CURSOR_SECRET: "${ARCHIVES_CURSOR_SECRET:?}",
        ARCHIVES_CODE_KEYS: "${ARCHIVES_CODE_KEYS:?}",
        ARCHIVES_AGREEMENTS: "/agreements",
      },
    });
    expect(services["gateway"]!.environment["GATEWAY_SUBGRAPHS"]).toMatch(/,archives=http:\/\/archives:4007\/graphql$/);
    for (const command of ["migrate", "refresh", "import"])
      expect(services[command]!.environment).toHaveProperty("ARCHIVES_DATABASE_URL");
    expect(textOf("infra/compose.env.example").match(/^ARCHIVES_\w+=$/gm)).toEqual([
      "ARCHIVES_DATABASE_PASSWORD=",
      "ARCHIVES_CONTEXT_KEYS=",
      "ARCHIVES_CURSOR_SECRET=",
      "ARCHIVES_CODE_KEYS=",
    ]);
    expect(textOf("README.md")).toContain("└▶ archives :4007      files of cases that ended");
  });

  it("each answers what is asked, as a service that ran before and as one that is new", async () => {
    const urls = Object.fromEntries(registeredServices().map((name) => [name, database.urlOf(name)]));
    const asked: Asked = {
      adminUrl: database.ownerUrl,
      // A schema of its own with a role that is there: roles are the whole server's.
      urls: { ...urls, archives: database.urlOf("credit") },
      questions: [
        { subgraph: "credit", query: "{ creditMeasures(first: 2) { nodes { code remark } } }" },
        {
          subgraph: "credit",
          query: `{ officeNotice(no: "credit-1") { no text } missing: officeNotice(no: "x") { no }
            _entities(representations: [{ __typename: "OfficeNotice", no: "credit-1" }]) { ... on OfficeNotice { text } } }`,
        },
        { subgraph: "archives", query: `{ caseFile(shelfmark: "1985-7") { shelfmark archives } }` },
      ],
    };
    const answers = JSON.parse(
      await copy.run("dist/test/support/ask-once.js", { ASKED: JSON.stringify(asked) }),
    ) as unknown[];
    expect(answers).toEqual([
      {
        data: {
          creditMeasures: {
            nodes: [
              { code: "CJ-01", remark: "As of 2027." },
              { code: "CJ-02", remark: "As of 2027." },
            ],
          },
        },
      },
      {
        data: {
          officeNotice: { no: "credit-1", text: "Closed on Monday." },
          missing: null,
          _entities: [{ text: "Closed on Monday." }],
        },
      },
      { data: { caseFile: { shelfmark: "1985-7", archives: "Old town" } } },
    ]);
  });
});

const textOf = (file: string): string => readFileSync(join(copy.folder, file), "utf8");

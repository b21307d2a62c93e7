/** The tree keeps its promises: directions of imports, one home per hazard, opening sentences, descriptions. */
import "reflect-metadata";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  buildSchema,
} from "graphql";
import { projectPath } from "../../platform/config/index.js";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"], {
  cwd: projectPath(),
  encoding: "utf8",
})
  .trim()
  .split("\n");
const textOf = (file: string): string => readFileSync(projectPath(file), "utf8");
const sources = files.filter((file) => !file.startsWith("test/"));

/** The source of an import of compiled code; what is generated has none. */
const sourceOf = (path: string): string => {
  const ofPage = path.replace(/\.js$/, ".tsx");
  return files.includes(ofPage) ? ofPage : path.replace(/\.js$/, ".ts");
};

/** Files that a file imports, from the root of the project; packages are left as they are. */
const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?"([^"]+)"/g)].map(([, target]) =>
    target!.startsWith(".") ? sourceOf(relative(projectPath(), join(projectPath(dirname(file)), target!))) : target!,
  );

const PLATFORM = [
  "errors",
  "config",
  "telemetry",
  "domain",
  "auth",
  "machine",
  "disclosure",
  "bundle",
  "composition",
  "database",
  "registry",
  "use",
  "documents",
  "receipts",
  "law",
  "outbox",
  "graphql",
  "write",
  "notices",
  "http",
  "webhooks",
  "files",
  "import",
  "loads",
  "export",
  "subgraph",
  "connect",
];

const offences = (among: readonly string[], forbidden: (file: string, target: string) => boolean): string[] =>
  among.flatMap((file) =>
    importsOf(file).flatMap((target) => (forbidden(file, target) ? [`${file} imports ${target}`] : [])),
  );

describe("directions", () => {
  it("platform folders import only folders before them, and no other top-level folder", () => {
    const position = (path: string): number => PLATFORM.indexOf(path.split("/")[1] ?? "");
    expect(
      offences(
        sources.filter((file) => file.startsWith("platform/")),
        (file, target) =>
          /^(gateway|subgraphs|schema|commands|infra|test)\//.test(target) ||
          (target.startsWith("platform/") && position(target) > position(file)),
      ),
    ).toEqual([]);
    expect(sources.filter((file) => file.startsWith("platform/")).every((file) => position(file) >= 0)).toBe(true);
  });

  it("no file imports itself through others", () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      const at = path.indexOf(file);
      if (at >= 0) return void circles.push([...path.slice(at), file].join(" -> "));
      if (done.has(file)) return;
      for (const target of importsOf(file)) if (sources.includes(target)) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("loaders are made in one file, which keeps batches whole", () => {
    expect(sources.filter((file) => /new DataLoader\b/.test(textOf(file)))).toEqual([
      "platform/database/batch-loader.ts",
    ]);
  });

  it("a file of demonstration data has at most two hundred lines", () => {
    const seeds = sources.filter((file) => /^subgraphs\/\w+\/seeds\//.test(file));
    expect(seeds.length).toBeGreaterThan(50);
    expect(seeds.filter((file) => textOf(file).split("\n").length > 201)).toEqual([]);
  });

  it("@apollo/gateway is known in its engine's folder alone, and the planner in what the planning thread runs", () => {
    expect(
      offences(
        sources.filter((file) => !file.startsWith("gateway/engine/apollo/")),
        (file, target) =>
          target === "@apollo/gateway" ||
          (target === "@apollo/query-planner" && !file.startsWith("gateway/engine/planning/apollo-plan")) ||
          (target === "gateway/engine/planning/apollo-planner.ts" &&
            file !== "gateway/engine/planning/planning-worker.ts"),
      ),
    ).toEqual([]);
  });

  it("the gateway imports platform and itself alone", () => {
    expect(
      offences(
        sources.filter((file) => file.startsWith("gateway/")),
        (_file, target) => /^(subgraphs|schema|commands|infra|test)\//.test(target),
      ),
    ).toEqual([]);
  });

  it("clients and examples know the graph by what is public, and nobody imports them", () => {
    const ours = /^(commands|docs|gateway|infra|platform|schema|subgraphs|test)\//;
    const theirs = /^(clients|examples)\//;
    expect(
      offences(
        sources.filter((file) => theirs.test(file)),
        (file, target) => ours.test(target) || (file.startsWith("clients/") && target.startsWith("examples/")),
      ),
    ).toEqual([]);
    expect(
      offences(
        sources.filter((file) => ours.test(file)),
        (_file, target) => theirs.test(target),
      ),
    ).toEqual([]);
  });

  it("an example takes the client as a package, as whoever copies it does", () => {
    const examples = sources.filter((file) => file.startsWith("examples/"));
    expect(offences(examples, (_file, target) => target.startsWith("clients/"))).toEqual([]);
    expect(examples.filter((file) => importsOf(file).includes("@govgraph/client")).length).toBeGreaterThan(3);
  });

  it("a file of an example has at most two hundred lines", () => {
    expect(sources.filter((file) => file.startsWith("examples/") && textOf(file).split("\n").length > 201)).toEqual([]);
  });

  it("a subgraph imports platform, itself and what demonstration data has in common alone", () => {
    expect(
      offences(
        sources.filter((file) => file.startsWith("subgraphs/")),
        (file, target) =>
          /^(gateway|schema|commands|infra|test)\//.test(target) ||
          (target.startsWith("subgraphs/") &&
            !/^subgraphs\/demonstration(-\w+)?\.ts$/.test(target) &&
            target.split("/")[1] !== file.split("/")[1]),
      ),
    ).toEqual([]);
  });

  it("roles depend downwards: type, policy, state, machine and status do no I/O, resolvers no SQL", () => {
    const nouns = sources.filter((file) => file.startsWith("subgraphs/"));
    expect(
      offences(
        nouns.filter((file) => /\.(policy|state|machine|status|quality)\.ts$/.test(file)),
        (_file, target) => /knex|repository|loader|service\.ts/.test(target),
      ),
    ).toEqual([]);
    expect(
      offences(
        nouns.filter((file) => /\.(resolver|reference)\.ts$/.test(file)),
        (_file, target) => /^knex|repository|loader/.test(target),
      ),
    ).toEqual([]);
    expect(
      offences(
        nouns.filter((file) => /\.repository\.ts$/.test(file)),
        (_file, target) => /\.resolver\.ts/.test(target),
      ),
    ).toEqual([]);
  });
});

describe("one home per hazard", () => {
  it("SQL is written in repositories, migrations, seeds and beside stored shapes alone", () => {
    // A statement begins with db("table"), raw(…) or db.raw<Row>(…); a condition is a where.
    const sql = /\b(?:db|trx|knex)(?:<[^>]*>)?\(|(?:\braw|[a-z]Raw)(?:<[^>]*>)?\(|\.(?:or|and)?[wW]here\w*\(/;
    expect(sql.test('(await trx("legal_bases").select("id")')).toBe(true);
    expect(sql.test("query.whereRaw(text)") && sql.test("related.orWhere(column, parent)")).toBe(true);
    expect(
      sources.filter(
        (file) =>
          file.startsWith("subgraphs/") &&
          !/\.(repository|stored)\.ts$|\/(migrations|seeds)\//.test(file) &&
          sql.test(textOf(file)),
      ),
    ).toEqual([]);
  });

  const using = (pattern: RegExp, allowed: RegExp): string[] =>
    sources.filter((file) => !allowed.test(file) && pattern.test(textOf(file)));

  it.each([
    [
      "process.env",
      /process\.env/,
      /(^|\/)main\.ts$|^(commands|infra)\/|^gateway\/(engine\/apollo\/no-vendor-telemetry|web\/build)|^platform\/config\/|^examples\/\w+\/vite\.config\.ts$/,
    ],
    ["console", /\bconsole\./, /^gateway\/web\/client\//],
    ["new GraphQLError", /new GraphQLError/, /^platform\/errors\//],
    ["keycloak-connect", /from "keycloak-connect"/, /^platform\/auth\//],
    ["type-graphql", /(?:from|import) "type-graphql"/, /^platform\/graphql\/classes\/type-graphql\.ts$/],
    ["jose", /from "jose"/, /^platform\/auth\/|^infra\/local\/issuer\//],
    [
      "knex",
      /from "knex"/,
      /^platform\/(database|import|export|outbox|subgraph|graphql|write|notices)\/|\.repository\.ts$|\.loader\.ts$|loaders\.ts$|\/migrations\/|\/seeds\/|\.(registration|import)\.ts$/,
    ],
    ["patterns of LIKE", /[}:]%`|\|\| '%'|\bi?like '/i, /^platform\/database\/like\.ts$/],
    [
      "the clock",
      /new Date\(\)|Date\.now\(\)/,
      /^platform\/(auth|http|config|telemetry)\/|^gateway\/|^(commands|infra|clients|examples)\/|^docs\//,
    ],
  ])("%s", (_name, pattern, allowed) => expect(using(pattern, allowed)).toEqual([]));
});

describe("readability", () => {
  it("every file opens by saying what it is for", () => {
    expect(files.filter((file) => !/^(\/\*\*|\/\/|#!)/.test(textOf(file)))).toEqual([]);
  });

  it("tests are skipped only where a machine lacks what they need", () => {
    const skipping = files.filter(
      (file) => file !== "test/architecture/structure.test.ts" && /\b(?:it|describe|test)\.skip\b/.test(textOf(file)),
    );
    // Programs of an older PostgreSQL, a browser, Java or Docker.
    expect(skipping).toEqual([
      "test/e2e/backup.test.ts",
      "test/e2e/explorer.test.ts",
      "test/e2e/imports-page.test.ts",
      "test/e2e/keycloak.test.ts",
      "test/e2e/portal.test.ts",
      "test/e2e/restaurant-in-browser.test.ts",
    ]);
  });

  it("no unfinished marks, no focused tests, no default exports", () => {
    expect(
      files.filter(
        (file) =>
          file !== "test/architecture/structure.test.ts" &&
          /\bTODO\b|FIXME|\b(it|describe|test)\.(only|todo)\(/.test(textOf(file)),
      ),
    ).toEqual([]);
    // Vite asks for one.
    const named = sources.filter((file) => !file.endsWith("/vite.config.ts"));
    expect(named.filter((file) => /^export default/m.test(textOf(file)))).toEqual([]);
  });

  it("every type, field, argument and enum value is described, English first with the Chinese term", () => {
    const schema = buildSchema(textOf("schema/public.graphql"));
    const missing: string[] = [];
    const check = (place: string, description: string | null | undefined): void => {
      if (!description || !/^["A-Z0-9]/.test(description) || !/[\p{Script=Han}]/u.test(description))
        missing.push(place);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (
        type.name.startsWith("__") ||
        ["String", "Int", "Float", "Boolean", "ID", "Query", "Mutation"].includes(type.name)
      )
        continue;
      if (type.name !== "Recipient") check(type.name, type.description);
      if (isEnumType(type))
        for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          check(`${type.name}.${field.name}`, field.description);
          for (const argument of field.args)
            check(`${type.name}.${field.name}(${argument.name})`, argument.description);
        }
      }
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field.description);
    }
    expect(
      schema
        .getDirectives()
        .filter((one) => !isSpecifiedDirective(one))
        .map(({ name }) => name),
    ).toEqual(["defer"]);
    expect(missing).toEqual([]);
  });
});

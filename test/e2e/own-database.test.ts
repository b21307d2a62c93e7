/** A database of the operator's own: who provisions, whose passwords stay, what an interruption leaves, and what each mistake says. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startIssuer } from "../../infra/local/issuer/issuer.js";
import { startPostgres } from "../../infra/local/postgres.js";
import { projectPath, registeredServices } from "../../platform/config/index.js";
import { parseLegalBases, usccFromParts } from "../../platform/domain/index.js";
import { freePorts, runNode, waitFor, type CommandRun } from "../support/commands.js";

/** Legal bases that ship. */
const LEGAL_BASES = parseLegalBases(
  "schema/legal-bases.json",
  readFileSync(projectPath("schema/legal-bases.json"), "utf8"),
).bases.length;
const MINUTES = 600_000;
const COMMANDS = ["import", "keys", "migrate", "refresh", "seed"];
const SERVICES = registeredServices();

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
const runs: CommandRun[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "govgraph-own-"));
  chmodSync(folder, 0o755);
  postgres = await startPostgres({ directory: join(folder, "postgres"), volatile: true });
}, MINUTES);
afterAll(async () => {
  for (const { child } of runs) if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}, MINUTES);

const sql = async (statement: string, url = postgres.url): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

const databaseUrl = (name: string): string => new URL(`/${name}`, postgres.url).href;

/** A command in a folder of its own state. */
const command = (
  name: string,
  state: string,
  args: readonly string[],
  environment: Record<string, string>,
): CommandRun => {
  const directory = join(folder, state);
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const script = COMMANDS.includes(name) ? `commands/${name}` : `infra/${name.includes("/") ? "" : "local/"}${name}`;
  const run = runNode([projectPath(`dist/${script}.js`), ...args], {
    GOVGRAPH_DIRECTORY: directory,
    ...environment,
  });
  runs.push(run);
  return run;
};

const outcome = async (run: CommandRun): Promise<[number | null, string]> => [await run.ended, run.output()];

/** The lines with passwords that migrate shows. */
const shown = (output: string): Record<string, string> =>
  Object.fromEntries([...output.matchAll(/^(\w+_DATABASE_URL)=(\S+)$/gm)].map(([, name, url]) => [name!, url!]));

const serviceUrls = (database: string, prefix: string, password: string): Record<string, string> =>
  Object.fromEntries(
    SERVICES.map((service) => {
      const url = new URL(databaseUrl(database));
      url.username = `${prefix}_${service}`;
      url.password = password;
      return [`${service.toUpperCase()}_DATABASE_URL`, url.href];
    }),
  );

describe("a database of the operator's own", () => {
  const passwords = (): Promise<Record<string, unknown>[]> =>
    sql("select rolname, rolpassword from pg_authid where rolname like 'govgraph\\_%' order by 1");

  it(
    "is provisioned by migrate, which shows new passwords once and leaves them alone ever after",
    async () => {
      await sql("create database own");
      const own = { DATABASE_URL: databaseUrl("own") };
      const [code, output] = await outcome(command("migrate", "first", [], own));
      expect(code).toBe(0);
      expect(Object.keys(shown(output))).toEqual(SERVICES.map((name) => `${name.toUpperCase()}_DATABASE_URL`));
      expect(await sql("select count(*)::int as n from credit.measures", shown(output)["CREDIT_DATABASE_URL"])).toEqual(
        [{ n: 10 }],
      );
      const before = await passwords();
      expect(before).toHaveLength(6);
      const [again, second] = await outcome(command("migrate", "first", [], own));
      expect([again, shown(second)]).toEqual([0, {}]);
      // Another folder knows other passwords: nothing is changed, and the exit says so.
      for (const name of ["migrate", "refresh", "seed", "main"]) {
        const [refused, text] = await outcome(command(name, "second", [], own));
        expect([name, refused]).toEqual([name, 1]);
        expect(text).toMatch(/The role govgraph_reference is there with another password/);
      }
      expect(await passwords()).toEqual(before);
      // The roles of services are enough for everything but provisioning.
      const given = shown(output);
      for (const name of ["migrate", "refresh"]) {
        const [done, text] = await outcome(command(name, "third", [], given));
        expect([name, done, text]).toEqual([name, 0, expect.any(String)]);
      }
      expect(existsSync(join(folder, "third", "postgres"))).toBe(false);
      expect(await passwords()).toEqual(before);
    },
    MINUTES,
  );

  it(
    "gets new passwords of its roles when told so, and shows them",
    async () => {
      const own = { DATABASE_URL: databaseUrl("own") };
      const before = await passwords();
      const [code, output] = await outcome(command("migrate", "second", ["--reset-passwords"], own));
      expect(code).toBe(0);
      const urls = shown(output);
      expect(Object.keys(urls)).toEqual(SERVICES.map((name) => `${name.toUpperCase()}_DATABASE_URL`));
      for (const [index, url] of Object.values(urls).entries())
        expect(await sql("select current_user::text as name", url)).toEqual([{ name: `govgraph_${SERVICES[index]}` }]);
      const after = await passwords();
      expect(after.map(({ rolname }) => rolname)).toEqual(before.map(({ rolname }) => rolname));
      const kept = after.filter(({ rolpassword }) => before.some((role) => role["rolpassword"] === rolpassword));
      expect(kept).toEqual([]);
      // The folder whose passwords they were is told so, and takes nothing back.
      const [refused, text] = await outcome(command("migrate", "first", [], own));
      expect([refused, text]).toEqual([1, expect.stringMatching(/is there with another password/)]);
      expect(await passwords()).toEqual(after);
    },
    MINUTES,
  );

  it(
    "is refused in a sentence where its URLs name another database, or some are missing",
    async () => {
      const urls = serviceUrls("own", "govgraph", "x");
      const some = Object.fromEntries(Object.entries(urls).filter(([name]) => name !== "FUNDS_DATABASE_URL"));
      expect(await outcome(command("refresh", "mistakes", [], some))).toEqual([
        1,
        "FUNDS_DATABASE_URL is not set, though REFERENCE_DATABASE_URL is: give all of them or none.\n",
      ]);
      expect(await outcome(command("migrate", "mistakes", [], { ...urls, DATABASE_URL: postgres.url }))).toEqual([
        1,
        "REFERENCE_DATABASE_URL names the database own, DATABASE_URL postgres: write the same one.\n",
      ]);
      expect(await outcome(command("main", "mistakes", [], { ISSUER_PORT: "many", GOVGRAPH_CLOCK: "now" }))).toEqual([
        1,
        expect.stringMatching(
          /^ISSUER_PORT is not valid \("many"\): .*\nGOVGRAPH_CLOCK is not valid \("now"\): write real, or leave it empty\n$/,
        ),
      ]);
    },
    MINUTES,
  );

  it(
    "names the right that a role lacks, and needs none for what an administrator made",
    async () => {
      await sql("create role weak login password 'weak'");
      await sql("create database narrow owner weak");
      const url = new URL(databaseUrl("narrow"));
      url.username = url.password = "weak";
      const urls = serviceUrls("narrow", "narrow", "secret1");
      const migrate = (): CommandRun => command("migrate", "weak", [], { ...urls, DATABASE_URL: url.href });
      const [code, output] = await outcome(migrate());
      expect(code).toBe(1);
      expect(output).toMatch(
        /^The role weak of DATABASE_URL may not create the role narrow_reference: give it the right/,
      );
      for (const service of SERVICES) {
        await sql(`create role narrow_${service} login password 'secret1'`);
        await sql(`create schema ${service} authorization narrow_${service}`, databaseUrl("narrow"));
      }
      expect((await outcome(migrate()))[0]).toBe(0);
    },
    MINUTES,
  );

  it(
    "is migrated by nobody but migrate",
    async () => {
      await sql("create database bare");
      const urls = serviceUrls("bare", "narrow", "secret1");
      const [code, output] = await outcome(command("refresh", "bare", [], urls));
      expect(code).toBe(1);
      expect(output).toMatch(/^The database of reference lacks \d+ of \d+ migrations: run npm run migrate first\.$/m);
      expect(
        await sql(
          "select count(*)::int as n from information_schema.tables where table_schema = 'reference'",
          databaseUrl("bare"),
        ),
      ).toEqual([{ n: 0 }]);
    },
    MINUTES,
  );
});

describe("a command beside databases that its build prepared", () => {
  const forget = (database: string, statement: string): Promise<unknown> => sql(statement, databaseUrl(database));

  it(
    "looks at them again where another build prepared them last, and not before",
    async () => {
      await sql("create database kept");
      const own = { DATABASE_URL: databaseUrl("kept") };
      const [, output] = await outcome(command("migrate", "kept", ["--reset-passwords"], own));
      const urls = shown(output);
      expect(Object.keys(urls)).toHaveLength(SERVICES.length);
      // A step that seems not to have run shows whether anybody looks.
      await forget(
        "kept",
        "delete from funds.schema_migrations where name = (select max(name) from funds.schema_migrations)",
      );
      expect((await outcome(command("refresh", "kept", [], urls)))[0]).toBe(0);
      await forget("kept", "update funds.load_marks set content = 'another ' || content where name = 'prepared'");
      expect(await outcome(command("refresh", "kept", [], urls))).toEqual([
        1,
        expect.stringMatching(/^The database of funds lacks 1 of \d+ migrations: run npm run migrate first\.\n$/),
      ]);
    },
    MINUTES,
  );
});

describe("an import that was killed", () => {
  it(
    "loses nothing and loads nothing twice when the same file is loaded again",
    async () => {
      const own = { DATABASE_URL: databaseUrl("import_killed") };
      await sql("create database import_killed");
      expect((await outcome(command("migrate", "import-killed", ["--reset-passwords"], own)))[0]).toBe(0);
      const rows = Array.from(
        { length: 25_000 },
        (_, index) => `${usccFromParts("91", "990101", `MA9${10_000 + index}`)},某市第${index}号商贸有限公司,222400`,
      );
      const file = join(folder, "organizations.csv");
      writeFileSync(file, `统一社会信用代码,机构名称,行政区划\n${rows.join("\n")}\n`);
      const count = (): Promise<Record<string, unknown>[]> =>
        sql(
          "select count(*)::int as all, count(distinct uscc)::int as codes from reference.organizations",
          own.DATABASE_URL,
        );
      const [before] = await count();
      const killed = command("import", "import-killed", ["organizations", file], own);
      await waitFor(killed, () => killed.output().includes("10000 of 25000 rows"));
      killed.child.kill("SIGKILL");
      expect(await killed.ended).toBe(null);
      const again = await outcome(command("import", "import-killed", ["organizations", file], own));
      expect(again[0]).toBe(0);
      const [, accepted, unchanged] = /accepted=(\d+) unchanged=(\d+) quarantined=0 /.exec(again[1])!.map(Number);
      expect(accepted! + unchanged!).toBe(25_000);
      expect(unchanged).toBeGreaterThanOrEqual(10_000);
      expect(accepted).toBeGreaterThan(0);
      const [after] = await count();
      expect(Number(after!["all"]) - Number(before!["all"])).toBe(25_000);
      expect(Number(after!["codes"]) - Number(before!["codes"])).toBe(25_000);
    },
    MINUTES,
  );
});

describe("a first start that was killed", () => {
  it(
    "is told by marks, refused by imports, and finished whole by the next start, which uses a Keycloak's issuer and no other",
    async () => {
      await sql("create database killed");
      const environment = {
        ...serviceUrls("killed", "killed", "secret2"),
        DATABASE_URL: databaseUrl("killed"),
        GOVGRAPH_RECORD_KEYS: `k1:${"a".repeat(43)}`,
      };
      expect((await outcome(command("migrate", "killed", [], environment)))[0]).toBe(0);
      const marks = async (): Promise<boolean[]> =>
        (
          await Promise.all(
            SERVICES.map((service) =>
              sql(`select whole from ${service}.load_marks where name = 'demonstration'`, databaseUrl("killed")),
            ),
          )
        ).flatMap((rows) => rows.map(({ whole }) => whole as boolean));
      const names = [...SERVICES.map((name) => name.toUpperCase()), "GATEWAY", "GATEWAY_ADMIN", "ISSUER", "KEYCLOAK"];
      const free = await freePorts(names.length);
      const ports = Object.fromEntries(names.map((name, index) => [`${name}_PORT`, String(free[index])]));
      const keycloak = `http://localhost:${ports["KEYCLOAK_PORT"]}`;
      const startup = { ...environment, ...ports, KEYCLOAK_URL: keycloak };
      const load = command("main", "killed", [], startup);
      await waitFor(load, async () => (await marks()).length > 0);
      load.child.kill("SIGKILL");
      await load.ended;
      expect(await marks()).toContain(false);
      const file = join(folder, "none.csv");
      const [code, output] = await outcome(command("import", "killed", ["organizations", file], environment));
      expect(code).toBe(1);
      expect(output).toMatch(/^The load of demonstration data was interrupted, .*reference/m);
      const issuer = await startIssuer({
        host: "127.0.0.1",
        port: Number(ports["KEYCLOAK_PORT"]),
        keyFile: join(folder, "issuer-key.json"),
        redirectUris: [],
        production: false,
      });
      const next = command("main", "killed", [], startup);
      await waitFor(next, () => next.output().includes("govgraph is ready"));
      expect(next.output()).toMatch(
        /^An earlier load was interrupted: loading the demonstration data of reference.* …$/m,
      );
      expect(next.output()).toContain("ISSUER_PORT is not used: KEYCLOAK_URL names the issuer");
      expect(next.output()).toContain(`Issuer               ${keycloak}/realms/gov`);
      await expect(fetch(`http://127.0.0.1:${ports["ISSUER_PORT"]}/`)).rejects.toThrow("fetch failed");
      expect(await marks()).toEqual([true, true, true, true, true, true]);
      const response = await fetch(`http://127.0.0.1:${ports["GATEWAY_PORT"]}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          query: `{ organization(uscc: "91990101MA9000011P") { penalties(first: 1) { nodes { id } } } }`,
        }),
      });
      expect(await response.json()).toEqual({
        data: { organization: { penalties: { nodes: [{ id: expect.any(String) }] } } },
      });
      // The day of the data, on which its graph stands, and not that of the machine.
      expect((await outcome(command("refresh", "killed", [], environment)))[1]).toContain(
        "matters: figures as of 2026-09-28, changes up to 2026-09-28",
      );
      next.child.kill("SIGTERM");
      expect(await next.ended).toBe(0);
      await issuer.stop();
      // Taken away again, and the real data stays.
      const [emptied, said] = await outcome(command("seed", "killed", ["--scale", "none"], environment));
      expect([emptied, said]).toEqual([0, "No records are left; divisions, laws and measures are there.\n"]);
      const count = async (table: string): Promise<unknown> =>
        (await sql(`select count(*)::int as n from ${table}`, databaseUrl("killed")))[0]!["n"];
      expect(await count("reference.organizations")).toBe(0);
      expect(await count("matters.service_matters")).toBe(0);
      expect(await count("reference.divisions")).toBeGreaterThan(44_000);
      expect(await count("reference.legal_bases")).toBe(LEGAL_BASES);
      expect(await count("credit.measures")).toBe(10);
    },
    MINUTES,
  );
});

describe("an empty database that is filled with an operator's own lists", () => {
  it(
    "has the catalogue, matters and intermediary services that refer to it, and the public asks for them",
    async () => {
      await sql("create database filled");
      const environment = {
        ...serviceUrls("filled", "filled", "secret3"),
        DATABASE_URL: databaseUrl("filled"),
        GOVGRAPH_RECORD_KEYS: `k1:${"a".repeat(43)}`,
      };
      expect((await outcome(command("migrate", "filled", [], environment)))[0]).toBe(0);
      const lists = {
        catalogue:
          "基本编码,事项名称,事项类型,设定依据,行使层级\n229931001000,水土保持方案审批,行政许可,《水土保持法》第二十五条,县级\n229931002000,旧事项,09,,\n",
        matters:
          "事项名称,事项编码,基本编码,事项类型,实施主体编码,实施主体名称,行政区划\n水土保持方案审批（延吉）,OWN-1,229931001000,01,11990101MB9000015E,某市水利局,222401\n",
        "intermediary-services":
          "事项编码,中介服务事项名称,审批事项编码,设定依据,收费性质,行政区划\nOWN-ZJ-1,水土保持方案编制,229931001000,《水土保持法》第二十五条,市场调节价,222400\nOWN-ZJ-2,旧法服务,,《水土保持法（1991年）》第十九条,市场调节价,222400\n",
      };
      const load = async (kind: string, content: string): Promise<string> => {
        const file = join(folder, `${kind}.csv`);
        writeFileSync(file, content);
        const [code, output] = await outcome(command("import", "filled", [kind, file], environment));
        expect([kind, code]).toEqual([kind, 0]);
        return output.trim().split("\n").at(-1)!;
      };
      for (const [kind, content] of Object.entries(lists)) {
        const rows = content.trim().split("\n").length - 1;
        expect(await load(kind, content)).toMatch(
          new RegExp(`^read=${rows} accepted=${rows} unchanged=0 quarantined=0 `),
        );
      }
      expect(await load("catalogue", lists.catalogue)).toMatch(/^read=2 accepted=0 unchanged=2 quarantined=0 /);
      const names = [...SERVICES.map((name) => name.toUpperCase()), "GATEWAY", "GATEWAY_ADMIN", "ISSUER"];
      const free = await freePorts(names.length);
      const ports = Object.fromEntries(names.map((name, index) => [`${name}_PORT`, String(free[index])]));
      const main = command("main", "filled", [], { ...environment, ...ports, GOVGRAPH_CLOCK: "real" });
      await waitFor(main, () => main.output().includes("govgraph is ready"));
      const response = await fetch(`http://127.0.0.1:${ports["GATEWAY_PORT"]}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          query: `{ catalogueItem(catalogCode: "229931001000") { taskName taskType taskState useLevels byLaw { lawName }
              implementations { nodes { taskName intermediaryServices { code name } } } }
            catalogueItems(first: 9) { nodes { catalogCode } }
            intermediaryService(code: "OWN-ZJ-1") { linkedMatters { taskName catalogue { taskName } } }
            intermediaryFindings { totalCount nodes { rule service { code } } } }`,
        }),
      });
      const matter = "水土保持方案审批（延吉）";
      expect(await response.json()).toEqual({
        data: {
          catalogueItem: {
            taskName: "水土保持方案审批",
            taskType: "LICENSING_01",
            taskState: "IN_USE",
            useLevels: ["COUNTY"],
            byLaw: [{ lawName: expect.stringMatching(/水土保持法$/) }],
            implementations: {
              nodes: [{ taskName: matter, intermediaryServices: [{ code: "OWN-ZJ-1", name: "水土保持方案编制" }] }],
            },
          },
          catalogueItems: { nodes: [{ catalogCode: "229931001000" }, { catalogCode: "229931002000" }] },
          intermediaryService: { linkedMatters: [{ taskName: matter, catalogue: { taskName: "水土保持方案审批" } }] },
          // Made by the import itself: the rules read the laws that migrate loaded.
          intermediaryFindings: { totalCount: 1, nodes: [{ rule: "REPEALED_BASIS", service: { code: "OWN-ZJ-2" } }] },
        },
      });
      main.child.kill("SIGTERM");
      expect(await main.ended).toBe(0);
    },
    MINUTES,
  );
});

describe("every command", () => {
  it(
    "refresh makes no role and runs no migration, in a folder of its own neither",
    async () => {
      const [code, output] = await outcome(command("refresh", "fresh", [], {}));
      expect([code, output]).toEqual([
        1,
        "The database of this folder is not prepared for this version: run npm run migrate first.\n",
      ]);
      const own = await startPostgres({ directory: join(folder, "fresh", "postgres") });
      try {
        expect(await sql("select rolname from pg_roles where rolname like 'govgraph%'", own.url)).toEqual([]);
        expect(await sql("select 1 from pg_tables where tablename like '%migrations%'", own.url)).toEqual([]);
      } finally {
        await own.stop();
      }
    },
    MINUTES,
  );

  it.each(["main", "migrate", "seed", "import", "refresh", "keys", "token", "keycloak/run"])(
    "%s has help that does nothing, and a sentence for a wrong option",
    async (name) => {
      const [code, output] = await outcome(command(name, "help", ["--help"], {}));
      expect([code, output]).toEqual([0, expect.stringMatching(/^Usage: npm (run|start)/)]);
      const [wrong, text] = await outcome(command(name, "help", ["--nonsense"], {}));
      expect([wrong, text]).toEqual([1, expect.stringMatching(/^error: unknown option '--nonsense'/)]);
      expect(existsSync(join(folder, "help", "postgres"))).toBe(false);
    },
    MINUTES,
  );
});

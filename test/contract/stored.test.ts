/** What stands as JSON in databases is read as it was meant, whatever the graph renames: committed examples of every version of every stored shape. */
import "reflect-metadata";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { createDatabase, type StoredShape } from "../../platform/database/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { PATIENT, cloneDatabase } from "../support/database.js";
import { EXAMPLES } from "./stored/examples.js";

const FOLDER = "test/contract/stored";
const fileOf = ({ places }: Pick<StoredShape<never, object>, "places">, version: number): string =>
  `${FOLDER}/${places[0]!}.v${version}.json`;
const committed = (file: string): unknown => JSON.parse(readFileSync(projectPath(file), "utf8"));
/** As JSON carries it: fields that are undefined are not there. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const storedFiles = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.stored.ts"], {
  cwd: projectPath(),
  encoding: "utf8",
})
  .trim()
  .split("\n");

const VERSIONS = EXAMPLES.flatMap(({ shape, byVersion }) =>
  Array.from({ length: shape.version }, (_, index) => ({ shape, version: index + 1, expected: byVersion[index + 1] })),
).map((entry) => [fileOf(entry.shape, entry.version), entry] as const);

/** Rows by the names of their columns, put back into these: a column that a release adds keeps what it holds. */
const ROWS = ["load_journal.before", "load_set_journal.before", "load_set_journal.after"];

/** What senders and receivers agree on by topic; it is delivered, and never read back into a domain object here. */
const MESSAGES = ["outbox.payload"];

/** Tables and views of the library of jobs are its own. */
const OF_LIBRARIES = /^(?:_private_\w+|jobs)\./;

describe("stored shapes", () => {
  it.each(VERSIONS)("%s is committed and read to the domain object it was kept of", (file, { shape, expected }) => {
    if (!existsSync(projectPath(file)))
      throw new Error(`Commit ${file}: a whole example of that version, and its domain object in ${FOLDER}.`);
    expect(shape.read(committed(file))).toEqual(expected);
    // A row of before versions had numbers is read as version 1.
    const { v, ...unnumbered } = committed(file) as { v: number };
    if (v === 1) expect(shape.read(unnumbered)).toEqual(expected);
  });

  it.each(EXAMPLES.map((entry) => [entry.shape.places.join(" and "), entry] as const))(
    "%s is written today as its newest version is committed",
    (places, { shape, byVersion }) => {
      const newest = fileOf(shape, shape.version);
      const written = asJson(shape.write(byVersion[shape.version] as never));
      if (JSON.stringify(sorted(written)) !== JSON.stringify(sorted(committed(newest))))
        throw new Error(
          `What is written to ${places} is no longer as ${newest} says, and rows of version ${shape.version} stand in databases. ` +
            `Undo the change of the shape, or give it version ${shape.version + 1}: add an upgrade from version ${shape.version} to the shape, ` +
            `see to the SQL of its *.stored.ts, and commit ${fileOf(shape, shape.version + 1)}; the committed file of version ${shape.version} stays. ` +
            `Written: ${JSON.stringify(written)}`,
        );
    },
  );

  it("have an example each, and no committed example is left of a shape that is gone", async () => {
    const exported = await Promise.all(
      storedFiles.map(async (file) =>
        Object.values((await import(`../../${file.replace(/\.ts$/, ".js")}`)) as Record<string, unknown>),
      ),
    );
    const shapes = exported.flat().filter((value): value is StoredShape<never, object> => isShape(value));
    expect(shapes.map(({ places }) => places[0]).sort()).toEqual(EXAMPLES.map(({ shape }) => shape.places[0]).sort());
    expect(
      readdirSync(projectPath(FOLDER))
        .filter((name) => name.endsWith(".json"))
        .sort(),
    ).toEqual(VERSIONS.map(([file]) => file.slice(FOLDER.length + 1)).sort());
  });

  it("hold every JSON column of every service", async () => {
    const database = await cloneDatabase();
    try {
      const columns = await Promise.all(SUBGRAPHS.map(({ name }) => jsonColumns(database.urlOf(name), name)));
      expect(
        columns
          .flat()
          .filter((column) => ![...ROWS, ...MESSAGES].includes(column) && !OF_LIBRARIES.test(column))
          .sort(),
      ).toEqual(EXAMPLES.flatMap(({ shape }) => shape.places).sort());
    } finally {
      await database.drop();
    }
  });
});

/** Keys in one order: jsonb keeps none. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, sorted(part)]),
        )
      : value;

const isShape = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "places" in value && "read" in value && "write" in value;

const jsonColumns = async (url: string, service: string): Promise<string[]> => {
  const db = createDatabase({ url, applicationName: "test", schema: service, ...PATIENT });
  try {
    const { rows } = (await db.raw(
      "select table_name || '.' || column_name as place from information_schema.columns where table_schema = ? and data_type in ('json', 'jsonb')",
      [service],
    )) as { rows: { place: string }[] };
    return rows.map(({ place }) => place);
  } finally {
    await db.destroy();
  }
};

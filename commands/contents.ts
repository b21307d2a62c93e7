/** What the databases hold, by the marks of loads: nothing, half of a load, generated data, or records. */
import { registeredServices } from "../platform/config/index.js";
import { listLoadMarks, loadWhole, type LoadMark } from "../platform/database/index.js";
import { localDateOf, type LocalDate } from "../platform/domain/index.js";
import { takeLaw } from "../platform/law/index.js";
import { withDatabaseOf } from "./service-database.js";
import type { ServiceUrls } from "./service-urls.js";
import { DEMONSTRATION_DAY } from "../infra/local/demonstration-day.js";

/** How much: `none` is an empty graph with the real reference data. */
export type Scale = "none" | "small" | "demo";

/** Mark of generated data. */
export const DEMONSTRATION = "demonstration";
/** Mark of imported records. */
export const IMPORT = "import";

/** The marks of each service, in the order of the services. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, LoadMark>>;

/**
 * Reads the marks of all services, and takes the law that was loaded: each of them keeps all of it, so the first one tells it. Throws
 * LawFileRefused where it contradicts itself or what ships.
 */
export const readMarks = async (urls: ServiceUrls): Promise<Marks> =>
  new Map(
    await Promise.all(
      registeredServices().map(async (service, index) => {
        const marks = await withDatabaseOf(service, urls, "govgraph-check", async (db) => {
          if (index === 0) await takeLaw(db);
          return listLoadMarks(db);
        });
        return [service, marks] as const;
      }),
    ),
  );

const marksNamed = (marks: Marks, name: string): (LoadMark | undefined)[] =>
  [...marks.values()].map((ofService) => ofService.get(name));

/** What a database holds. */
export type Contents =
  /** Nothing was ever loaded. */
  | { readonly kind: "empty" }
  | HalfLoad
  /** Generated data, and nothing else. */
  | { readonly kind: "demonstration"; readonly scale: Scale; readonly seed: number }
  /** Records that were imported, or loaded before loads had marks. */
  | { readonly kind: "records" };

/** A load was begun and is not whole in these services. */
interface HalfLoad {
  readonly kind: "half";
  readonly scale: Scale;
  readonly seed: number;
  readonly missing: readonly string[];
}

/** The generated data that the marks tell of: all of it, half of it, or none. */
const generatedBy = (marks: Marks): Exclude<Contents, { kind: "empty" } | { kind: "records" }> | undefined => {
  const content = marksNamed(marks, DEMONSTRATION).find((mark) => mark !== undefined)?.content;
  if (content === undefined) return undefined;
  const [scale, seed] = content.split(" ");
  const loaded = { scale: scale as Scale, seed: Number(seed) };
  // Loads begin in the order of the services: the first mark is that of the last load.
  const missing = [...marks].flatMap(([service, ofService]) => {
    const mark = ofService.get(DEMONSTRATION);
    return mark?.whole && mark.content === content ? [] : [service];
  });
  return missing.length > 0 ? { kind: "half", ...loaded, missing } : { kind: "demonstration", ...loaded };
};

/** Tells what the databases hold. */
export const findContents = async (urls: ServiceUrls): Promise<Contents> => {
  const marks = await readMarks(urls);
  const generated = generatedBy(marks);
  if (generated?.kind === "half") return generated;
  if (marksNamed(marks, IMPORT).some((mark) => mark !== undefined)) return { kind: "records" };
  if (generated !== undefined) return generated;
  return (await hasOrganizations(urls)) ? { kind: "records" } : { kind: "empty" };
};

/** Day on which the graph stands: that of demonstration data where there is any, also beside imported records; else today. */
export const dayOfGraph = (marks: Marks): LocalDate => {
  const generated = marksNamed(marks, DEMONSTRATION).some(
    (mark) => mark !== undefined && !mark.content.startsWith("none "),
  );
  return generated ? DEMONSTRATION_DAY : localDateOf(new Date());
};

/** Why imported records may not be seen at once. */
export const tellLaterDay = (day: LocalDate): string =>
  `Beside demonstration data the graph stands on ${day}: what is public from today on is seen after GOVGRAPH_CLOCK=real npm start.`;

const hasOrganizations = (urls: ServiceUrls): Promise<boolean> =>
  withDatabaseOf(
    "reference",
    urls,
    "govgraph-check",
    async (db) => (await db("organizations").select("id").limit(1)).length > 0,
  );

/** Remembers that a service holds imported records, which no demonstration data replaces unasked. */
export const markImport = (db: Parameters<typeof loadWhole>[0], kind: string): Promise<void> =>
  loadWhole(db, { name: IMPORT, content: kind }, async () => undefined);

/** Throws a sentence where a load was begun and is not whole. */
export const checkUnbroken = (marks: Marks): void => {
  const generated = generatedBy(marks);
  if (generated?.kind !== "half") return;
  const { missing, scale } = generated;
  throw new Error(
    `The load of demonstration data was interrupted, ${missing.join(", ")} ${missing.length === 1 ? "has" : "have"} none of it: ` +
      `finish it with npm run seed -- --scale ${scale}, or empty the database with npm run seed -- --scale none.`,
  );
};

/** Rules of the field that a service's demonstration data obeys: each says what holds, why and by which source, and looks at the rows themselves. */
import type { Knex } from "knex";

/** What a rule found. */
export interface RuleFinding {
  /** How many rows it looked at. */
  readonly rows: number;
  readonly violations: number;
  /** The first few violations, a sentence each. */
  readonly examples: readonly string[];
}

/** A rule; `World` is what the demonstration data goes by. */
export interface DataRule<World> {
  /** In kebab-case, once in its service. */
  readonly name: string;
  /** What holds, in one sentence. */
  readonly holds: string;
  /** What a reader of the field would think where it does not hold. */
  readonly reason: string;
  /** Law and article, document or standard. */
  readonly source: string;
  readonly look: (db: Knex, world: World) => Promise<RuleFinding>;
}

/** What both kinds of rule have: the words, and the rows that are looked at. */
interface OfRows {
  readonly name: string;
  readonly holds: string;
  readonly reason: string;
  readonly source: string;
  /** SQL that gives the rows; days as text (`day::text`). */
  readonly rows: string;
}

const EXAMPLES = 3;

const read = async <Row>(db: Knex, sql: string): Promise<Row[]> => ((await db.raw(sql)) as { rows: Row[] }).rows;

/** A rule that each row obeys. `breach` is made once for the world, and says of a row what is wrong with it. */
export const eachRow = <Row, World>({
  rows,
  breach,
  ...words
}: OfRows & { readonly breach: (world: World) => (row: Row) => string | undefined }): DataRule<World> => ({
  ...words,
  look: async (db, world) => {
    const all = await read<Row>(db, rows);
    const of = breach(world);
    const found = all.flatMap((row) => of(row) ?? []);
    return { rows: all.length, violations: found.length, examples: found.slice(0, EXAMPLES) };
  },
});

/** A rule on how many of the rows are so: between two shares, 0.02 for one in fifty. */
export const shareOfRows = <Row, World>({
  rows,
  so,
  from,
  to,
  ...words
}: OfRows & {
  readonly so: (world: World) => (row: Row) => boolean;
  readonly from: number;
  readonly to: number;
}): DataRule<World> => ({
  ...words,
  look: async (db, world) => {
    const all = await read<Row>(db, rows);
    const share = all.length === 0 ? 0 : all.filter(so(world)).length / all.length;
    const kept = share >= from && share <= to;
    const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
    return {
      rows: all.length,
      violations: kept ? 0 : 1,
      examples: kept ? [] : [`${percent(share)} of the rows, not ${percent(from)} to ${percent(to)}`],
    };
  },
});

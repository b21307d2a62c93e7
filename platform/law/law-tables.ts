/** Files of the law's data that fill tables of services: what ships, and what is loaded later, each loaded whole in one transaction. */
import { createHash } from "node:crypto";
import { findLoadMark, inTransaction, loadWhole } from "../database/index.js";
import { inOrderOfDay, LawFileRefused } from "../domain/index.js";
import {
  listLawEditions,
  setAside,
  writeLawEdition,
  type KeptEdition,
  type LawDatabase,
  type LawEdition,
  type LawTransaction,
} from "./law-editions.repository.js";
import type { EditionKind, LawTableKind } from "./law-kinds.js";

/** What a noun keeps of a kind of file; several services may keep theirs of one. */
export interface LawTable {
  readonly kind: LawTableKind;
  /** Text of the file that ships. */
  readonly shipped: () => string;
  /** What else ships and fills the table, where another one is to be loaded again. */
  readonly besides?: () => string;
  /** Day that a text says it is of, and a line for each change where it says what it changes. Throws LawFileRefused with all faults where it contradicts itself. */
  read(name: string, text: string): { readonly edition: string; readonly changes?: readonly string[] };
  /** True where editions add to each other; else the last that was loaded holds everything that differs from what ships. */
  readonly adds: boolean;
  /**
   * Writes what the texts say, each over the one before, and leaves what they do not name. Throws LawFileRefused where they contradict each
   * other or what is in force.
   */
  load(trx: LawTransaction, texts: readonly string[]): Promise<void>;
  /** Takes what an edition wrote out of force, and keeps it where records name it; a table without it writes everything anew. */
  putAside?(trx: LawTransaction, text: string): Promise<void>;
}

const shippedOf = ({ kind, shipped, read }: LawTable): LawEdition => {
  const content = shipped();
  return { edition: read(`${kind} as shipped`, content).edition, content };
};

const loadInOrder = (
  trx: LawTransaction,
  table: LawTable,
  shipped: LawEdition,
  loaded: readonly LawEdition[],
): Promise<void> =>
  table.load(
    trx,
    inOrderOfDay(shipped, loaded).map(({ content }) => content),
  );

/** Editions of the table that are in force, oldest first. */
const inForce = async (trx: LawTransaction, { kind, adds }: LawTable): Promise<KeptEdition[]> => {
  const all = await listLawEditions(trx, kind);
  return (adds ? all : all.slice(-1)).filter((edition) => edition.setAside === null);
};

/** Throws a sentence where the product ships a newer file: what an older one corrects would not hold. */
export const refuseOlder = (shipped: string, edition: string): void => {
  if (shipped > edition) throw new Error(`The edition of ${shipped} ships, which is newer than that of ${edition}.`);
};

/** Loads an edition; false where it is loaded already. Throws a sentence where a newer one is, or where the product ships a newer one; LawFileRefused where it contradicts what is in force. */
export const loadLawEdition = (db: LawDatabase, table: LawTable, edition: LawEdition): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const shipped = shippedOf(table);
    refuseOlder(shipped.edition, edition.edition);
    const written = await writeLawEdition(trx, table.kind, edition);
    if (written) await loadInOrder(trx, table, shipped, await inForce(trx, table));
    return written;
  });

/** Does it in a savepoint: what it wrote is gone where it is refused. Answers with why; undefined where it is not. */
const whyRefused = async (
  trx: LawTransaction,
  work: (attempt: LawTransaction) => Promise<void>,
): Promise<string | undefined> => {
  try {
    await trx.transaction(work);
    return undefined;
  } catch (error) {
    if (!(error instanceof LawFileRefused)) throw error;
    return error.message;
  }
};

/** An edition that is put aside, and why. */
export interface SetAside {
  readonly kind: EditionKind;
  readonly edition: string;
  readonly why: string;
}

/** Loads what ships where it is not loaded, with the editions by the order of their days; those that contradict it are put aside. Undefined where it was there. */
export const loadShippedLaw = async (db: LawDatabase, table: LawTable): Promise<readonly SetAside[] | undefined> => {
  const { kind, besides = () => "" } = table;
  const shipped = shippedOf(table);
  const mark = {
    name: `law: ${kind}`,
    content: createHash("sha256").update([shipped.content, besides()].join("\0")).digest("hex"),
  };
  if ((await findLoadMark(db, mark.name))?.content === mark.content) return undefined;
  let aside: readonly SetAside[] = [];
  await loadWhole(db, mark, async (trx) => {
    const editions = await inForce(trx, table);
    if ((await whyRefused(trx, (attempt) => loadInOrder(attempt, table, shipped, editions))) === undefined) return;
    aside = await loadAgreeing(trx, table, shipped, editions);
  });
  return aside;
};

/** Loads what ships, then each edition that agrees with it and those before; the others are put aside. */
const loadAgreeing = async (
  trx: LawTransaction,
  table: LawTable,
  shipped: LawEdition,
  editions: readonly KeptEdition[],
): Promise<SetAside[]> => {
  for (const { content } of editions) await table.putAside?.(trx, content);
  await loadInOrder(trx, table, shipped, []);
  const agreeing: LawEdition[] = [];
  const aside: SetAside[] = [];
  for (const edition of editions) {
    const why = await whyRefused(trx, (attempt) => loadInOrder(attempt, table, shipped, [...agreeing, edition]));
    if (why === undefined) agreeing.push(edition);
    else {
      await setAside(trx, edition, why);
      aside.push({ kind: table.kind, edition: edition.edition, why });
    }
  }
  return aside;
};

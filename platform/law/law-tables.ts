/** Files of the law's data that fill tables of services: what ships, and later editions, each loaded whole in one transaction. */
import { inTransaction } from "../database/index.js";
import {
  findLawEdition,
  writeLawEdition,
  type LawDatabase,
  type LawEdition,
  type LawTransaction,
} from "./law-editions.repository.js";
import type { LawTableKind } from "./law-kinds.js";

/** What a noun keeps of a kind of file; several services may keep theirs of one. */
export interface LawTable {
  readonly kind: LawTableKind;
  /** Text of the file that ships. */
  readonly shipped: () => string;
  /** Day that a text says it is of. Throws LawFileRefused with all faults where it contradicts itself. */
  read(name: string, text: string): { readonly edition: string };
  /** Writes what the text says: it corrects and adds, and leaves what it does not name. Throws LawFileRefused where records contradict it. */
  load(trx: LawTransaction, text: string): Promise<void>;
}

/** Loads an edition; false where it is loaded already. Throws a sentence where a newer one is, or where the product ships a newer one. */
export const loadLawEdition = (
  db: LawDatabase,
  { kind, load }: Pick<LawTable, "kind" | "load">,
  edition: LawEdition,
): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const shipped = await findLawEdition(trx, `${kind}, shipped`);
    if (shipped !== undefined && shipped.edition > edition.edition)
      throw new Error(`The edition of ${shipped.edition} ships, which is newer than that of ${edition.edition}.`);
    const written = await writeLawEdition(trx, kind, edition);
    if (written) await load(trx, edition.content);
    return written;
  });

/** Loads what ships where it is not loaded, and on top of it an edition that is not older; false where it was there. */
export const loadShippedLaw = (db: LawDatabase, { kind, shipped, read, load }: LawTable): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const content = shipped();
    const { edition } = read(`${kind} as shipped`, content);
    const before = await findLawEdition(trx, `${kind}, shipped`);
    if (before?.content === content) return false;
    await writeLawEdition(trx, `${kind}, shipped`, { edition, content }, { older: true });
    await load(trx, content);
    const later = await findLawEdition(trx, kind);
    if (later !== undefined && later.edition >= edition) await load(trx, later.content);
    return true;
  });

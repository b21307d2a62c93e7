/** The law's data beside what the product ships: editions that are loaded on a running system. */
export { keepLaw, putContradictionsAside, takeLaw, type KeepLawOptions, type KeptLaw } from "./keep-law.js";
export {
  createLawEditions,
  findLawEdition,
  keepLawEditions,
  listLawEditions,
  setAside,
  writeLawEdition,
  type KeptEdition,
  type LawDatabase,
  type LawEdition,
  type LawTransaction,
} from "./law-editions.repository.js";
export {
  LAW_FILE_KINDS,
  LAW_KINDS,
  LAW_TABLE_KINDS,
  readLawFile,
  shippedEdition,
  useShipped,
  type EditionKind,
  type LawKind,
  type LawTableKind,
  type ReadLaw,
} from "./law-kinds.js";
export { loadLawEdition, loadShippedLaw, refuseOlder, type LawTable, type SetAside } from "./law-tables.js";

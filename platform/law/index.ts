/** The law's data beside what the product ships: editions that are loaded on a running system. */
export { keepLaw, takeLaw, type KeepLawOptions, type KeptLaw } from "./keep-law.js";
export {
  createLawEditions,
  findLawEdition,
  writeLawEdition,
  type LawEdition,
  type LawTransaction,
} from "./law-editions.repository.js";
export { LAW_KINDS, LAW_TABLE_KINDS, readLawFile, type LawKind, type LawTableKind, type ReadLaw } from "./law-kinds.js";
export { loadLawEdition, loadShippedLaw, type LawTable } from "./law-tables.js";

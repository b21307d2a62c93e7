/** The law's data beside what the product ships: editions that are loaded on a running system. */
export { keepLaw, takeLaw, type KeepLawOptions, type KeptLaw } from "./keep-law.js";
export { createLawEditions, findLawEdition, writeLawEdition, type LawEdition } from "./law-editions.repository.js";
export { LAW_KINDS, readLawFile, type LawKind, type ReadLaw } from "./law-kinds.js";
export { LAW_TABLE_KINDS, loadLawEdition, loadShippedLaw, type LawTable, type LawTableKind } from "./law-tables.js";

/** The law's data beside what the product ships: editions that are loaded on a running system. */
export { keepLaw, takeLaw, type KeepLawOptions, type KeptLaw } from "./keep-law.js";
export {
  createLawEditions,
  findLawEdition,
  LAW_KINDS,
  writeLawEdition,
  type LawEdition,
  type LawKind,
} from "./law-editions.repository.js";

/** CatalogueClass: the 13 classes of the national basic catalogue; what belongs to none may not enter a record (全国公共信用信息基础目录). */
import { ListKind } from "../list-entry/list-entry.enums.js";
import { CatalogueClass } from "./catalogue-class.enums.js";

/** Class of a list by its kind; closer supervision follows from inspections. */
export const CLASS_OF_LIST: Readonly<Record<ListKind, CatalogueClass>> = {
  TRUSTWORTHY: CatalogueClass.HONOUR,
  WATCH: CatalogueClass.ADMINISTRATION,
  SERIOUS: CatalogueClass.SERIOUS_DISHONESTY,
  ABNORMAL: CatalogueClass.ABNORMAL_OPERATION,
};

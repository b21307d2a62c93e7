/** GraphQL building blocks: scalars, connections, cursors. */
export {
  CatalogCodeScalar,
  DateScalar,
  DivisionCodeScalar,
  DocumentNumberScalar,
  MoneyScalar,
  UsccScalar,
} from "./scalars/scalars.js";
export {
  PageArgs,
  PageInfo,
  createConnectionType,
  emptyPage,
  toConnection,
  type ConnectionShape,
  type Page,
} from "./connection.js";
export { readPage, type PageRequest } from "./page.js";
export { createCursorCodec, type CursorCodec, type CursorContent } from "./cursor.js";

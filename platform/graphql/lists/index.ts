/** Lists without classes: pages, their connections, sealed cursors. */
export {
  emptyPage,
  toConnection,
  withNodes,
  type ConnectionShape,
  type Count,
  type Page,
  type PagePlace,
} from "./connection.js";
export { pageHeld, type HeldList } from "./held-page.js";
export { createCursorCodec, type CursorCodec, type CursorContent } from "./cursor.js";

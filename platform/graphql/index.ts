/** GraphQL building blocks: scalars, connections, cursors. */
import "reflect-metadata";
export { describeEnum } from "./enum.js";
export { ListSize } from "./list-size.js";
export { LimitUnit, TimeLimit } from "./time-limit.type.js";
export { Change, ChangeOperation, ChangePage, ChangesArgs, setRecordKinds, type RecordKind } from "./changes.type.js";
export { recordKinds, type DeclaredKind } from "./record-kinds.js";
export { Deadline, DeadlineState, Light, toDeadline } from "./deadline.type.js";
export {
  CatalogCodeScalar,
  DateScalar,
  DateTimeScalar,
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
export {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  type PageRequest,
  type ParentPages,
} from "./page.js";
export { createCursorCodec, type CursorCodec, type CursorContent } from "./cursor.js";
export { searchWords } from "./search-words.js";
export { checkedYear } from "./year.js";
export { Max, MaxLength, Min, checkBounds } from "./bounds.js";

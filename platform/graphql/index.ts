/** GraphQL building blocks: scalars, connections, cursors. */
export { describeEnum } from "./enum.js";
export { CACHE_CONTROL, Cached, NeverCached } from "./cached.js";
export { ListSize } from "./list-size.js";
export { LimitUnit } from "./limit-unit.js";
export { TimeLimit } from "./time-limit.type.js";
export { ChangeOperation } from "./changes.js";
export { Change, ChangePage, ChangesArgs, setRecordKinds, type RecordKind } from "./changes.type.js";
export { nodeIdOf, recordKinds, type DeclaredKind } from "./record-kinds.js";
export { toDeadline } from "./deadline.js";
export { DeadlineState, Light } from "./deadline-state.js";
export { Deadline } from "./deadline.type.js";
export { DateTimeScalar } from "./scalars/date-time.js";
export {
  CatalogCodeScalar,
  DateScalar,
  DivisionCodeScalar,
  DocumentNumberScalar,
  MoneyScalar,
  SHARED_SCALARS,
  UsccScalar,
} from "./scalars/scalars.js";
export { PageArgs, PageInfo, createConnectionType } from "./connection.type.js";
export {
  createCursorCodec,
  emptyPage,
  pageHeld,
  toConnection,
  withNodes,
  type ConnectionShape,
  type CursorCodec,
  type CursorContent,
  type Page,
} from "./lists/index.js";
export {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  type PageRequest,
  type ParentPages,
} from "./page.js";
export { searchWords } from "./search-words.js";
export { checkedYear } from "./year.js";
export { Max, MaxLength, Min, checkBounds } from "./bounds.js";

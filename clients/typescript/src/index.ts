/** `@govgraph/client`: what an app of the graph needs whichever GraphQL client it uses. */
export {
  createClient,
  type Answer,
  type AskOptions,
  type Client,
  type ClientOptions,
  type TypedDocument,
} from "./client.js";
export {
  noticesOf,
  shownAt,
  type Disclosed,
  type MaskedNotice,
  type NoticePath,
  type Shown,
  type WithheldNotice,
} from "./disclosure.js";
export { mayRepeat, toGraphError, type GraphError, type RawError } from "./errors.js";
export { type MaskName, type WithholdingReason } from "./generated/disclosure.js";
export { ERROR_CODES, type ErrorCode, type ReasonName } from "./generated/error-codes.js";
export { KEYS } from "./generated/keys.js";
export { discover, SignInError, type Issuer, type Tokens } from "./issuer.js";
export { dataIdOf, graphcacheKeys } from "./keys.js";
export { addMoney, compareMoney, fenOf, formatMoney, money, moneyOfFen, subtractMoney, type Money } from "./money.js";
export {
  catalogCode,
  divisionCode,
  documentNumber,
  localDate,
  uscc,
  type CatalogCode,
  type DivisionCode,
  type DocumentNumber,
  type Instant,
  type LocalDate,
  type Scalars,
  type Uscc,
} from "./scalars.js";
export { type Session } from "./session.js";
export { beginSignIn, completeSignIn, type PendingStorage, type SignInOptions } from "./sign-in.js";

/** Auth: viewers, tokens, and the signed context between gateway and subgraphs. */
export {
  createGatewayKey,
  parseGatewayKeys,
  parseServiceKeys,
  printServiceKeys,
  type ContextKeys,
  type GatewayKeys,
} from "./context-keys.js";
export {
  createContextVerifier,
  type ContextVerifier,
  type ContextVerifierOptions,
  type ReceivedRequest,
} from "./context-verifier.js";
export { signContext, type SignedContext, type SignedRequestParts } from "./signed-context.js";
export { followKeys, KEY_DIRECTORY_PATH, type FollowedKeys, type KeyDirectoryOptions } from "./key-directory.js";
export { deriveMessageKeys, parseMessageKeys, parseSenders, printSenders } from "./message-keys.js";
export { createOperatorGuard, type OperatorGuardOptions } from "./operator-guard.js";
export {
  areShared,
  createPartnerKey,
  keyDirectory,
  keysOfSubgraphs,
  parsePartnerKeys,
  publicKeys,
  type KeyDirectory,
} from "./partner-keys.js";
export { createPseudonyms, subjectOf } from "./pseudonyms.js";
export { viewerOf } from "./claims.js";
export {
  parseSignerKeys,
  parseTextSigner,
  textOfSigned,
  verifyText,
  type SignerKeys,
  type TextSigner,
} from "./signed-text.js";
export { FEED_READER_HEADER, isFeedReader, signFeedReader } from "./feed-reader.js";
export { publicKeySet, signPush, WEBHOOK_KEYS_PATH, type Push } from "./signed-push.js";
export { TOKEN_CHECKS, TokenRefusal, type TokenCheck } from "./token-refusal.js";
export {
  MAX_LIFETIME_S,
  createTokenVerifier,
  readBearer,
  tokenEnd,
  type TokenVerifier,
  type TokenVerifierOptions,
} from "./token-verifier.js";
export { ANONYMOUS, READ_SCOPES, ROLES, divisionPrefix, hasRole, type Role, type Viewer } from "./viewer.js";
export { createSigningKey } from "./signing-key.js";
export { publicKeyOf, publicKeysIn, type PublicKey } from "./public-keys.js";

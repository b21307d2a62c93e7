/** Why a token is refused: told in the log, never to the client, who could try what passes. */
import { errors } from "jose";
import { ServiceError } from "../errors/index.js";

/** Checks of a token and what each asks of it, in the words of docs/identity.md. */
export const TOKEN_CHECKS = {
  HEADER: "One `Authorization` header, `Bearer` and a token of three parts; an empty one is no token.",
  MISSING: "A token at all (the operator's endpoints).",
  MALFORMED: "A token that can be read.",
  KEY: "`kid` of a key in the realm's key set.",
  KEYS_UNAVAILABLE: "The key set was fetched in the last twelve hours.",
  ALGORITHM: "`alg` is ES256, PS256 or RS256; the operator's endpoints take RS256 alone.",
  SIGNATURE: "The signature is that key's.",
  TYPE: "An access token: header `JWT` and claim `typ` `Bearer`, or header `at+jwt` (RFC 9068); no identity, refresh or logout token.",
  ISSUER: "`iss` is `GATEWAY_ISSUER_URL`, letter by letter.",
  AUDIENCE: "`aud` holds `gov-graph`.",
  SUBJECT: "`sub` is there.",
  CLIENT: "`azp` is there, and a plain name.",
  EXPIRED: "`exp` is there, and not over.",
  NOT_BEFORE: "`nbf`, where there is one, has come.",
  ISSUED_AT: "`iat` is there, and not in the future.",
  LIFETIME: "No more than 15 minutes from `iat` to `exp`.",
  SENDER_CONSTRAINED: "No `cnf`: a token bound to a key is not taken under `Bearer`.",
  ROLES: "`realm_access.roles`, where it is there, is a list of names.",
  SCOPE: "`scope` is words, one space between them.",
  SESSION: "`sid` is a plain name.",
  USERNAME: "`preferred_username` is a plain name.",
  ACR: "`acr` is a plain name.",
  AGENCY_USCC: "`agency_uscc` is a credit code that checks (GB 32100).",
  SUBJECT_USCC: "`subject_uscc` is a credit code that checks (GB 32100).",
  SUBJECT_HASH: "`subject_hash` is SHA-256 in hexadecimal.",
  DIVISION: "`division_code` is the six digits of a division (GB/T 2260).",
} as const;

/** The check that a token failed. */
export type TokenCheck = keyof typeof TOKEN_CHECKS;

/** A refused token. The client learns that it is not valid, the log which check failed. */
export class TokenRefusal extends ServiceError {
  constructor(
    readonly check: TokenCheck,
    cause?: unknown,
  ) {
    super("UNAUTHENTICATED", "The token is not valid.", {}, { cause });
  }
}

/** The refusal of a token by a check; never holds the token itself. */
export const refuseToken = (check: TokenCheck, cause?: unknown): TokenRefusal => new TokenRefusal(check, cause);

const CHECK_OF_CLAIM: Readonly<Record<string, TokenCheck>> = {
  aud: "AUDIENCE",
  azp: "CLIENT",
  exp: "EXPIRED",
  iat: "ISSUED_AT",
  iss: "ISSUER",
  nbf: "NOT_BEFORE",
  sub: "SUBJECT",
};

/** What went wrong in jose as a refusal; a refusal of our own stays what it is. */
export const toTokenRefusal = (error: unknown): TokenRefusal => {
  if (error instanceof TokenRefusal) return error;
  const claim =
    error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired ? error.claim : undefined;
  if (claim !== undefined) return refuseToken(CHECK_OF_CLAIM[claim] ?? "MALFORMED", error);
  if (error instanceof errors.JWSSignatureVerificationFailed) return refuseToken("SIGNATURE", error);
  if (error instanceof errors.JOSEAlgNotAllowed) return refuseToken("ALGORITHM", error);
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return refuseToken("KEY", error);
  return refuseToken("MALFORMED", error);
};

/** The claims of a verified token as a viewer. Each claim's form is checked here, once, and nowhere else is a claim read. */
import type { JWTPayload } from "jose";
import { isValidUscc } from "../domain/index.js";
import { refuseToken, type TokenCheck } from "./token-refusal.js";
import { ROLES, type Role, type Viewer } from "./viewer.js";

/** Longest claim that is read, in characters; a list of scopes is several words. */
const MOST_CHARACTERS = 255;
const MOST_SCOPE_CHARACTERS = 4_096;

/** Six digits that name a province, prefecture or county (GB/T 2260); fewer would be the beginning of several. */
const DIVISION = /^[1-9]\d{5}$/;
/** SHA-256 in hexadecimal, or a readable name of the demonstration; a credit code is neither, so that it is never taken for a person. */
const SUBJECT_HASH = /^(?:[0-9a-f]{64}|demo-subject-\d{1,9})$/;
/** Words of RFC 6749 section 3.3, one space between them. */
const SCOPES = /^[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*$/;
/** No control characters, and no space at either end. */
const NAME = /^(?! )[^\p{C}\p{Zl}\p{Zp}]+(?<! )$/u;
/** Name of a service account in Keycloak. */
const SERVICE_ACCOUNT = /^service-account-/i;

/** A text in its form, undefined where the claim is absent. Throws UNAUTHENTICATED where it is anything else, the empty text included. */
const textOf = (
  value: unknown,
  check: TokenCheck,
  fits: (text: string) => boolean,
  most: number = MOST_CHARACTERS,
): string | undefined => {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || value.length > most || !fits(value)) throw refuseToken(check);
  return value;
};

const isName = (text: string): boolean => NAME.test(text);
const isCreditCode = (text: string): boolean => /^[0-9A-Z]{18}$/.test(text) && isValidUscc(text);

const rolesOf = (access: unknown): Role[] => {
  if (access === undefined) return [];
  const granted: unknown = access !== null && typeof access === "object" ? (access as { roles?: unknown }).roles : null;
  if (granted === undefined && !Array.isArray(access)) return [];
  if (!Array.isArray(granted) || !granted.every((role) => typeof role === "string")) throw refuseToken("ROLES");
  return ROLES.filter((role) => granted.includes(role));
};

/** The viewer that verified claims describe. Throws UNAUTHENTICATED where a claim has not its form. */
export const viewerOf = (claims: JWTPayload): Viewer => {
  const username = textOf(claims["preferred_username"], "USERNAME", isName);
  const session = textOf(claims["sid"], "SESSION", isName);
  // Agreements are for machines: whoever signed in is none, whatever the name says.
  const client = session === undefined && (username === undefined || SERVICE_ACCOUNT.test(username));
  const scope = textOf(claims["scope"], "SCOPE", (text) => text === "" || SCOPES.test(text), MOST_SCOPE_CHARACTERS);
  return {
    kind: client ? "client" : "person",
    roles: rolesOf(claims["realm_access"]),
    username,
    clientId: textOf(claims["azp"], "CLIENT", isName),
    subjectHash: textOf(claims["subject_hash"], "SUBJECT_HASH", (text) => SUBJECT_HASH.test(text)),
    subjectUscc: textOf(claims["subject_uscc"], "SUBJECT_USCC", isCreditCode),
    agencyUscc: textOf(claims["agency_uscc"], "AGENCY_USCC", isCreditCode),
    divisionCode: textOf(claims["division_code"], "DIVISION", (text) => DIVISION.test(text)),
    scopes: (scope ?? "").split(" ").filter(Boolean),
    agreements: [],
    acr: textOf(claims["acr"], "ACR", isName),
  };
};

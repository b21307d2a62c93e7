/** An app as its registration says it. Pure. */
import { READ_SCOPES } from "../../../platform/auth/index.js";
import { isValidUscc, withoutPersons, type LocalDate } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { checkStated } from "../../../platform/write/index.js";
import type { RegisterAppInput } from "./app.input.js";

/** Most addresses of an app. */
export const MOST_ADDRESSES = 10;

/** Longest address, in characters. */
const LONGEST_ADDRESS = 500;

const EMAIL = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/;

/** This machine alone, by any of its names (RFC 8252 section 7.3). */
const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** An address is one place: no pattern, no fragment, nobody's name, and nobody on the way reads what is sent there (RFC 9700 section 4.1). */
const isAddress = (text: string): boolean => {
  if (text.length > LONGEST_ADDRESS || /[*#\s\\]/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
};

/** What an app is registered with; name and purpose, which everybody reads, are kept without persons. Throws BAD_USER_INPUT (STATED, MAX, EMAIL, ADDRESS, SCOPE, USCC_CHECK_CHARACTER). */
export const appIn = (
  { name, purpose, agency, contactName, contactEmail, redirectUris, scopes }: RegisterAppInput,
  today: LocalDate,
) => {
  const told = { today, names: [contactName] };
  checkStated("name", name);
  checkStated("purpose", purpose);
  checkStated("contactName", contactName);
  if (!EMAIL.test(contactEmail)) throw badInput("contactEmail", "EMAIL", "This is no e-mail address.");
  if (!isValidUscc(agency)) throw badInput("agency", "USCC_CHECK_CHARACTER", "This is no credit code.");
  if (redirectUris.length > MOST_ADDRESSES)
    throw badInput("redirectUris", "MAX", `redirectUris has at most ${MOST_ADDRESSES} entries.`);
  if (!redirectUris.every(isAddress))
    throw badInput("redirectUris", "ADDRESS", "An address is https or of this machine, without pattern and fragment.");
  if (!scopes.every((scope) => (READ_SCOPES as readonly string[]).includes(scope)))
    throw badInput("scopes", "SCOPE", `Scopes are among ${READ_SCOPES.join(", ")}.`);
  return {
    ...{ name: withoutPersons(name, told), purpose: withoutPersons(purpose, told), contactName, contactEmail },
    redirectUris: [...new Set(redirectUris)],
    scopes: [...new Set(scopes)].sort(),
  };
};

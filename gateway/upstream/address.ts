/** The address of a subgraph: what of it is sent and signed, and what none may have. */

/** Where a subgraph is asked. */
export interface SubgraphAddress {
  readonly origin: string;
  /** Path and query, as they are sent and signed. */
  readonly target: string;
}

/** Letters that every library reads as they are sent: others are decoded by one and not by another before it verifies. */
const PATH = /^\/[\w.~!$&'()*+,;=:@/-]*$/;
/** RFC 3986 section 3.4; what is written in percent stays so. */
const QUERY = /^\?(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})+$/;

/** Reads the address. Throws a sentence where it has credentials, which nobody would be sent, or a path or query that libraries read in two ways. */
export const subgraphAddress = (address: string): SubgraphAddress => {
  const { protocol, origin, username, password, pathname, search } = new URL(address);
  // What a URL drops without a word is looked for in the text.
  if (protocol !== "http:" && protocol !== "https:") throw new Error("an address begins with http:// or https://");
  if (username !== "" || password !== "")
    throw new Error("an address has no user and no password: requests are signed instead");
  if (address.includes("#")) throw new Error("an address has no fragment");
  if (!PATH.test(pathname)) throw new Error("the path of an address has unreserved letters of ASCII alone, no percent");
  if (search === "" ? address.endsWith("?") : !QUERY.test(search))
    throw new Error("the query of an address has letters of RFC 3986 alone, and is not empty");
  return { origin, target: `${pathname}${search}` };
};

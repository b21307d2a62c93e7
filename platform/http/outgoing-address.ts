/** Addresses that a process may ask on behalf of its operator: by TLS, or on this machine; never this network or the metadata of a cloud. */
import { lookup, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Addresses at which no service is: this network, link-local ones with the metadata of clouds, groups and reserved ones (RFC 6890). */
const REFUSED = new BlockList();
REFUSED.addSubnet("0.0.0.0", 8, "ipv4");
REFUSED.addSubnet("169.254.0.0", 16, "ipv4");
REFUSED.addSubnet("224.0.0.0", 3, "ipv4");
REFUSED.addAddress("::", "ipv6");
REFUSED.addSubnet("fe80::", 10, "ipv6");
REFUSED.addSubnet("ff00::", 8, "ipv6");
REFUSED.addSubnet("fd00:ec2::", 32, "ipv6");

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/** How the list takes an address; of IPv4 within IPv6 the inner one counts for both lists. */
const within = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** Why an address is not asked; undefined where it may be. Without TLS only this machine is: whoever stands between could read and change everything. */
export const addressProblem = (address: string, secure: boolean): string | undefined => {
  if (within(REFUSED, address)) return `${address} is no address of a service`;
  return secure || within(LOOPBACK, address) ? undefined : `${address} is not this machine: use https`;
};

/** Looks a name up and refuses what it stands for before anything is sent; undici connects to what is told here and looks nothing up again. */
export const checkedLookup =
  (secure: boolean): LookupFunction =>
  (host, options, callback) =>
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const problem = found?.map(({ address }) => addressProblem(address, secure)).find(Boolean);
      const [first] = found ?? [];
      if (error ?? problem ?? !first) return callback(error ?? new Error(problem ?? `${host} has no address`), "", 4);
      if (options.all) return callback(null, found);
      return callback(null, first!.address, first!.family);
    });

/** The URL. Throws a sentence for one with a password, and for an address that is refused; what a name stands for is seen when it is looked up. */
export const requireAddress = (address: string): URL => {
  const url = new URL(address);
  if (url.username !== "" || url.password !== "")
    throw new Error("An address with a password in it is not asked: leave the password out.");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const problem = isIP(host) === 0 ? undefined : addressProblem(host, url.protocol === "https:");
  if (problem !== undefined) throw new Error(`${url.origin} is not asked: ${problem}.`);
  return url;
};

/** The URL of what is trusted: by TLS, or on this machine by its name or number. Throws a sentence for every other. */
export const requireTrusted = (address: string): URL => {
  const url = requireAddress(address);
  // A number without TLS is this machine's, or was refused.
  const isHere = url.hostname === "localhost" || isIP(url.hostname.replace(/^\[|\]$/g, "")) !== 0;
  if (url.protocol !== "https:" && !isHere) throw new Error(`${url.origin} is not this machine: use https.`);
  return url;
};

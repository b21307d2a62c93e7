/** Addresses that a process may ask on behalf of somebody outside: of the public Internet alone, when they are named and again when they are connected to. */
import { lookup, promises, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** IPv4 of special purpose: networks of one's own, this machine, clouds' metadata, documentation, groups (RFC 6890 and its registry). */
const SPECIAL = new BlockList();
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];
for (const [network, prefix] of SPECIAL_V4) SPECIAL.addSubnet(network, prefix, "ipv4");

/** Of IPv6 global unicast alone is public, and not what of it leads to IPv4 (Teredo, 6to4) or to documentation. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet("2000::", 3, "ipv6");
const SPECIAL_V6 = new BlockList();
SPECIAL_V6.addSubnet("2001::", 23, "ipv6");
SPECIAL_V6.addSubnet("2001:db8::", 32, "ipv6");
SPECIAL_V6.addSubnet("2002::", 16, "ipv6");
SPECIAL_V6.addSubnet("3fff::", 20, "ipv6");

/** True of an address of the public Internet; IPv4 within IPv6 is none. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !SPECIAL.check(address, "ipv4");
  return family === 6 && GLOBAL.check(address, "ipv6") && !SPECIAL_V6.check(address, "ipv6");
};

/** Which addresses are asked. */
export type AllowsAddress = (address: string) => boolean;

/** The error of a connection to an address that is not asked. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
  readonly code = "ADDRESS_REFUSED";
}

/** Looks a name up and refuses it where any of its addresses is not allowed; undici connects to what is told here, so that no second look-up can say something else. */
export const allowedLookup =
  (allows: AllowsAddress): LookupFunction =>
  (host, options, callback) =>
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || !first) return callback(error ?? new AddressRefused("It has no address."), "", 4);
      if (!found.every(({ address }) => allows(address)))
        return callback(new AddressRefused("It is no address of the public Internet."), "", 4);
      if (options.all) return callback(null, found);
      return callback(null, first.address, first.family);
    });

/** The number that a URL names instead of a name; undefined for a name. */
export const numberOf = ({ hostname }: URL): string | undefined => {
  const host = hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? undefined : host;
};

/** Longest wait for what a name stands for, in milliseconds. */
const LOOKUP_MS = 2_000;

/** True where a URL leads to the public Internet, as far as is known now: a name that stands for nothing yet is seen when it is connected to. */
export const leadsOutside = async (url: URL, allows: AllowsAddress = isPublicAddress): Promise<boolean> => {
  const number = numberOf(url);
  if (number !== undefined) return allows(number);
  const found = await Promise.race([
    promises.lookup(url.hostname, { all: true }).catch(() => []),
    new Promise<LookupAddress[]>((resolve) => setTimeout(() => resolve([]), LOOKUP_MS).unref()),
  ]);
  return found.every(({ address }) => allows(address));
};

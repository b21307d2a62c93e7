/** Which client asks: what clients share, the rate and turns in lines, goes by it. */
import type { Viewer } from "../../platform/auth/index.js";

/** The person at the client, the client, or the network of the address. */
export const clientOf = (viewer: Viewer, address: string | undefined): string => {
  if (viewer.kind === "anonymous") return `address ${networkOf(address ?? "")}`;
  const person = viewer.kind === "person" ? (viewer.username ?? viewer.subjectHash ?? "") : "";
  return `${viewer.kind} ${JSON.stringify([viewer.clientId ?? "", person])}`;
};

/** An IPv4 address, or the network of 64 bits that one subscriber of IPv6 has (RFC 6177). */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.replace(/%.*$/, "").toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = [...first, ...Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0"), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(":")}::/64`;
};

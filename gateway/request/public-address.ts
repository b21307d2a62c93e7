/** The address by which a client reached the gateway, which it has to find again in what it is told (RFC 9728 section 3.3). */
import { ServiceError } from "../../platform/errors/index.js";
import { headerOf, type GatewayRequest } from "./http-request.js";

/** A host with or without a port. */
const HOST = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Scheme and host, as the proxies before the gateway say where there are any. Throws BAD_USER_INPUT for a host that is none. */
export const publicAddressOf = (request: GatewayRequest, trustedProxies: number): string => {
  const told = (name: string): string | undefined =>
    trustedProxies === 0 ? undefined : headerOf(request, name)?.split(",")[0]?.trim();
  const scheme = told("x-forwarded-proto") === "https" ? "https" : "http";
  const host = told("x-forwarded-host") ?? headerOf(request, "host") ?? "";
  if (!HOST.test(host) || !URL.canParse(`${scheme}://${host}`))
    throw new ServiceError("BAD_USER_INPUT", "The host of the request is none.", { reason: "REQUEST" });
  return `${scheme}://${host}`;
};

/** The gateways that the engine benchmark compares. */

/** Compared where nothing else is asked. */
export const USUAL_GATEWAYS = ["compiled", "apollo", "stock", "plain"] as const;

/** Ours with one protection taken out, or the sharing of requests to services, to say what it costs. */
export const UNPROTECTED = ["no-policy", "no-signature", "no-limits", "no-log", "no-sharing"] as const;

/** Ours where all that the case asks is the same whoever asks. */
export const OPEN = ["public"] as const;

/** Installed into a folder of their own where they are asked for. */
export const INSTALLED = ["hive", "hive-rust"] as const;

/** All of them, by name. */
export const GATEWAYS = [...USUAL_GATEWAYS, ...UNPROTECTED, ...OPEN, ...INSTALLED] as const;

/**
 * Name of a gateway: `compiled` and `apollo` are ours with either engine, `stock` is ApolloGateway on Apollo Server alone, `plain` a server written for
 * this one query, `no-…` the compiled one without a protection or without sharing, `public` the compiled one where nothing depends on the viewer, `hive` and `hive-rust` Hive Gateway with its own planner and with that of Hive Router.
 */
export type GatewayName = (typeof GATEWAYS)[number];

/** The gateways of BENCH_GATEWAYS: names, `protections` for ours with and without each, or `all`. Throws where one is unknown. */
export const gatewaysOf = (asked: string | undefined): readonly GatewayName[] => {
  const names = (asked ?? USUAL_GATEWAYS.join()).split(",").flatMap((name): readonly string[] => {
    if (name === "all") return GATEWAYS;
    return name === "protections" ? ["compiled", ...UNPROTECTED] : [name];
  });
  const unknown = names.find((name) => !(GATEWAYS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`${unknown} is no gateway: there are ${GATEWAYS.join(", ")}.`);
  return GATEWAYS.filter((name) => names.includes(name));
};

/** The gateways that the engine benchmark compares. */
export const GATEWAYS = ["compiled", "apollo", "stock"] as const;

/** Name of a gateway: `compiled` and `apollo` are ours with either engine, `stock` is ApolloGateway on Apollo Server alone. */
export type GatewayName = (typeof GATEWAYS)[number];

/** The four services of the engine benchmark in one process: each answers from memory what it was asked before, so that the gateway is what is measured. */
import { createServer } from "node:http";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse, type GraphQLSchema } from "graphql";
import { WORLDS, type Product, type Review, type User, type World, type WorldName } from "./worlds.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable"])`;

interface Service {
  readonly sdl: string;
  readonly resolvers: (world: World) => object;
}

type Key = { readonly id: string };
type ProductKey = { readonly upc: string; readonly price?: number; readonly weight?: number };

const SERVICES: Readonly<Record<string, Service>> = {
  accounts: {
    sdl: `type Query { me: User user(id: ID!): User users: [User] } type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
    resolvers: (world) => ({
      Query: {
        me: () => world.users()[0],
        user: (_: unknown, { id }: Key) => world.user(id),
        users: () => world.users(),
      },
      User: { __resolveReference: ({ id }: Key) => world.user(id), birthday: () => 1990 },
    }),
  },
  inventory: {
    sdl: `type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }`,
    resolvers: (world) => ({
      Product: {
        __resolveReference: (key: ProductKey) => {
          const { inStock } = world.product(key.upc)!;
          return { ...key, inStock };
        },
        shippingEstimate: ({ price, weight }: ProductKey) =>
          (price ?? 0) > 1_000 ? 0 : Math.round((weight ?? 0) * 0.5),
      },
    }),
  },
  products: {
    sdl: `type Query { topProducts(first: Int = 5): [Product] } type Product @key(fields: "upc") { upc: String! weight: Int price: Int name: String }`,
    resolvers: (world) => ({
      Query: { topProducts: (_: unknown, { first }: { first: number }) => world.products().slice(0, first) },
      Product: { __resolveReference: ({ upc }: ProductKey) => world.product(upc) },
    }),
  },
  reviews: {
    sdl: `type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
      type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
    resolvers: (world) => ({
      Review: {
        product: ({ product: upc }: Review): Partial<Product> => ({ upc }),
        author: ({ author }: Review): Partial<User> => world.user(author)!,
      },
      User: { __resolveReference: (key: Key) => key, reviews: ({ id }: Key) => world.reviewsOfUser(id) },
      Product: {
        __resolveReference: (key: ProductKey) => key,
        reviews: ({ upc }: ProductKey) => world.reviewsOfProduct(upc),
      },
    }),
  },
};

/** Names of the services. */
export const BENCH_SERVICES = Object.keys(SERVICES);

const createAnswers = (schema: GraphQLSchema): ((body: string) => Promise<Buffer>) => {
  const known = new Map<string, Buffer>();
  return async (body) => {
    const before = known.get(body);
    if (before) return before;
    const { query, variables, operationName } = JSON.parse(body) as {
      query: string;
      variables?: Record<string, unknown>;
      operationName?: string;
    };
    const answer = await graphql({ schema, source: query, variableValues: variables, operationName });
    const made = Buffer.from(JSON.stringify(answer));
    known.set(body, made);
    return made;
  };
};

/** Serves `/accounts` and the others; the process that forks this one names the world, and is told the port and, when it asks, the requests so far. */
const serve = (world: WorldName): void => {
  let requests = 0;
  const answers = new Map(
    Object.entries(SERVICES).map(([name, { sdl, resolvers }]) => [
      `/${name}`,
      createAnswers(
        buildSubgraphSchema([{ typeDefs: parse(`${LINK} ${sdl}`), resolvers: resolvers(WORLDS[world]()) as never }]),
      ),
    ]),
  );
  const server = createServer((request, response) => {
    requests += 1;
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      void answers.get(request.url ?? "")!(Buffer.concat(parts).toString()).then((body) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
        response.end(body);
      });
    });
  });
  process.on("disconnect", () => process.exit());
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send!({ cpuSeconds: (user + system) / 1e6, requests });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => process.send!({ port: (server.address() as { port: number }).port }));
};

if (process.argv[2] === "serve") serve(process.argv[3] as WorldName);

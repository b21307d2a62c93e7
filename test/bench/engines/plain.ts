/** A server written for the public query alone: what a general engine's work is measured against. It validates nothing and knows no policy, limits, signature or log. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";

type Row = Record<string, unknown>;
interface ReviewRow extends Row {
  readonly id: string;
  readonly body: string;
  readonly product?: ProductRow;
  readonly author?: UserRow;
}
interface ProductRow extends Row {
  readonly upc: string;
  readonly reviews?: readonly ReviewRow[];
}
interface UserRow extends Row {
  readonly id: string;
  readonly username?: string;
  readonly reviews?: readonly ReviewRow[];
}

const OF_AUTHOR = "author { id username reviews { id body product { upc } } }";
const REVIEWS = `query($u: [_Any!]!, $p: [_Any!]!) {
  u: _entities(representations: $u) { ... on User { reviews { id body product { upc reviews { id body ${OF_AUTHOR} } } } } }
  p: _entities(representations: $p) { ... on Product { reviews { id body ${OF_AUTHOR} } } }
}`;
const NAMES = "query($u: [_Any!]!) { u: _entities(representations: $u) { ... on User { name } } }";
const PRODUCTS = "query($p: [_Any!]!) { p: _entities(representations: $p) { ... on Product { name price weight } } }";
const STOCK =
  "query($p: [_Any!]!) { p: _entities(representations: $p) { ... on Product { inStock shippingEstimate } } }";

/** Starts it over the four services; gives its address. */
export const startPlain = async (origin: string): Promise<string> => {
  const pool = new Pool(origin, { connections: 32 });
  const ask = async <Data>(service: string, query: string, variables: object = {}): Promise<Data> => {
    const { body } = await pool.request({
      path: `/${service}`,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return (JSON.parse(await body.text()) as { data: Data }).data;
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      JSON.parse(Buffer.concat(parts).toString());
      void answer(ask).then((data) => {
        const body = Buffer.from(JSON.stringify({ data }));
        response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
        response.end(body);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
};

const answer = async (
  ask: <Data>(service: string, query: string, variables?: object) => Promise<Data>,
): Promise<Row> => {
  const [{ users }, { topProducts }] = await Promise.all([
    ask<{ users: UserRow[] }>("accounts", "{ users { id username name } }"),
    ask<{ topProducts: ProductRow[] }>("products", "{ topProducts { upc name price weight } }"),
  ]);
  const reviews = await ask<{ u: UserRow[]; p: ProductRow[] }>("reviews", REVIEWS, {
    u: users.map(({ id }) => ({ __typename: "User", id })),
    p: topProducts.map(({ upc }) => ({ __typename: "Product", upc })),
  });
  const names = new Map<string, unknown>(users.map(({ id, name }) => [id, name]));
  const products = new Map<string, Row>(topProducts.map((product) => [product.upc, product]));
  const [unnamed, unknown, all] = [new Set<string>(), new Set<string>(), new Set(products.keys())];
  const seeProduct = (product: ProductRow): void => {
    all.add(product.upc);
    if (!products.has(product.upc)) unknown.add(product.upc);
    for (const review of product.reviews ?? []) seeReview(review);
  };
  const seeReview = ({ product, author }: ReviewRow): void => {
    if (product) seeProduct(product);
    if (!author) return;
    if (!names.has(author.id)) unnamed.add(author.id);
    for (const review of author.reviews ?? []) seeReview(review);
  };
  for (const user of reviews.u) for (const review of user.reviews ?? []) seeReview(review);
  for (const product of reviews.p) for (const review of product.reviews ?? []) seeReview(review);

  const [ids, upcs] = [[...unnamed], [...unknown]];
  await Promise.all([
    ids.length > 0 &&
      ask<{ u: Row[] }>("accounts", NAMES, { u: ids.map((id) => ({ __typename: "User", id })) }).then(({ u }) =>
        u.forEach(({ name }, index) => names.set(ids[index]!, name)),
      ),
    upcs.length > 0 &&
      ask<{ p: Row[] }>("products", PRODUCTS, { p: upcs.map((upc) => ({ __typename: "Product", upc })) }).then(
        ({ p }) => p.forEach((product, index) => products.set(upcs[index]!, product)),
      ),
  ]);
  const stocked = [...all];
  const stock = await ask<{ p: Row[] }>("inventory", STOCK, {
    p: stocked.map((upc) => {
      const { price, weight } = products.get(upc)!;
      return { __typename: "Product", upc, price, weight };
    }),
  });
  const shown = new Map(
    stocked.map((upc, index) => {
      const { name, price, weight } = products.get(upc)!;
      const { inStock, shippingEstimate } = stock.p[index]!;
      return [upc, { inStock, name, price, shippingEstimate, upc, weight }];
    }),
  );
  const review = ({ id, body, product, author }: ReviewRow): Row => ({
    id,
    body,
    ...(product && {
      product: { ...shown.get(product.upc), ...(product.reviews && { reviews: product.reviews.map(review) }) },
    }),
    ...(author && {
      author: {
        id: author.id,
        username: author.username,
        name: names.get(author.id),
        reviews: author.reviews!.map(review),
      },
    }),
  });
  return {
    users: users.map(({ id, username, name }, index) => ({
      id,
      username,
      name,
      reviews: reviews.u[index]!.reviews!.map(review),
    })),
    topProducts: topProducts.map(({ upc }, index) => ({
      ...shown.get(upc),
      reviews: reviews.p[index]!.reviews!.map(review),
    })),
  };
};

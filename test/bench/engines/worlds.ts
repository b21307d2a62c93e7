/** The data of the engine benchmark: the public case's, in which few entities come again and again, and one in which each is another. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";

/** A user. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}

/** A product; the price decides the estimate. */
export interface Product {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
}

/** A review. */
export interface Review {
  readonly id: string;
  readonly body: string;
  readonly product: string;
  readonly author: string;
}

/** What the four services know. */
export interface World {
  readonly users: () => readonly User[];
  readonly user: (id: string) => User | undefined;
  readonly products: () => readonly Product[];
  readonly product: (upc: string) => Product | undefined;
  readonly reviewsOfUser: (id: string) => readonly Review[];
  readonly reviewsOfProduct: (upc: string) => readonly Review[];
}

/** A file of the public case. */
export const caseFile = (name: string): string => readFileSync(projectPath(`test/bench/engines/case/${name}`), "utf8");

interface Dataset {
  readonly users: readonly User[];
  readonly products: readonly Product[];
  readonly reviews: readonly { id: string; body: string; productUpc: string; authorId: string }[];
}

/** The public case: 6 users, 5 products, 11 reviews. */
export const publicWorld = (): World => {
  const { users, products, reviews: rows } = JSON.parse(caseFile("dataset.json")) as Dataset;
  const reviews = rows.map(({ id, body, productUpc, authorId }) => ({
    id,
    body,
    product: productUpc,
    author: authorId,
  }));
  return {
    users: () => users,
    user: (wanted) => users.find(({ id }) => id === wanted),
    products: () => products,
    product: (wanted) => products.find(({ upc }) => upc === wanted),
    reviewsOfUser: (id) => reviews.filter(({ author }) => author === id),
    reviewsOfProduct: (upc) => reviews.filter(({ product }) => product === upc),
  };
};

/** Reviews of each user and of each product where all entities differ: the answer is about as large as the public one. */
const REVIEWS = { user: 2, product: 2 } as const;

const BODY =
  "What was delivered is what was ordered, in the time that was promised, and the office answered every question. ".repeat(
    4,
  );

/** Every entity differs from every other: its id says where it stands. */
export const distinctWorld = (): World => {
  const userOf = (id: string): User => ({ id, username: `user-${id}`, name: `User ${id}` });
  const productOf = (upc: string): Product => ({
    upc,
    name: `Product ${upc}`,
    price: 100 + (upc.length % 10) * 200,
    weight: 10 + upc.length,
    inStock: upc.length % 2 === 0,
  });
  const reviews = (of: string, count: number): Review[] =>
    Array.from({ length: count }, (_none, index) => {
      const id = `${of}.${index}`;
      return { id, body: `${id} ${BODY}`, product: `${id}p`, author: `${id}u` };
    });
  return {
    users: () => ["1", "2", "3", "4", "5", "6"].map(userOf),
    user: userOf,
    products: () => ["a", "b", "c", "d", "e"].map(productOf),
    product: productOf,
    reviewsOfUser: (id) => reviews(id, REVIEWS.user),
    reviewsOfProduct: (upc) => reviews(upc, REVIEWS.product),
  };
};

/** The worlds by name. */
export const WORLDS = { public: publicWorld, distinct: distinctWorld } as const;

/** Name of a world. */
export type WorldName = keyof typeof WORLDS;

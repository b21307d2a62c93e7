/** Documents of the public graph that no gateway has seen: each selects other fields, so that neither words nor names make two of them alike. */

const PRODUCT = ["inStock", "name", "price", "shippingEstimate", "weight"] as const;
const USER = ["username", "name", "birthday"] as const;

/** The document of a number below 2^28: its bits say which fields are selected at which place. */
export const coldDocument = (number: number): string => {
  let bits = Math.imul(number, 0x9e3779b1) >>> 4;
  const some = (always: string, fields: readonly string[]): string =>
    [
      always,
      ...fields.filter(() => {
        const isAsked = (bits & 1) === 1;
        bits >>>= 1;
        return isAsked;
      }),
    ].join(" ");
  const product = (): string => some("upc", PRODUCT);
  const user = (): string => some("id", USER);
  const review = (): string => some("id", ["body"]);
  return `query TestQuery {
    users { ${user()} reviews { ${review()} product { ${product()} reviews { ${review()} author { ${user()} reviews { ${review()} product { ${product()} } } } } } } }
    topProducts { ${product()} reviews { ${review()} author { ${user()} reviews { id product { upc } } } } }
  }`;
};

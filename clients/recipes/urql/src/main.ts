/** An organisation's penalties by urql with graphcache: keys of the graph's objects, and the notices of an answer. */
import { addMoney, formatMoney, graphcacheKeys, noticesOf, shownAt, uscc } from "@govgraph/client";
import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { graphql } from "./gql/index.js";

const OrganizationPage = graphql(`
  query OrganizationPage($uscc: USCC!) {
    organization(uscc: $uscc) {
      id
      name
      contact
      division {
        code
        name
      }
      penalties(first: 2) {
        nodes {
          id
          fine
        }
      }
    }
  }
`);

const cache = cacheExchange({ keys: graphcacheKeys });
const client = new Client({
  url: process.argv[2] ?? "http://localhost:4000/graphql",
  exchanges: [cache, fetchExchange],
  // Otherwise a short query is a GET, which the graph takes from those alone who say that they are no form.
  preferGetMethod: false,
  fetchOptions: { headers: { accept: "application/graphql-response+json" } },
});

const variables = { uscc: uscc(process.argv[3] ?? "91990101MA9000011P") };
const { data, extensions } = await client.query(OrganizationPage, variables).toPromise();
const again = await client.query(OrganizationPage, variables, { requestPolicy: "cache-only" }).toPromise();
const { name, penalties } = data?.organization ?? {};
const fines = penalties?.nodes.flatMap((penalty) => penalty?.fine ?? []) ?? [];
const contact = shownAt<string>({ data: data ?? null, errors: [], ...noticesOf(extensions) }, [
  "organization",
  "contact",
]);

process.stdout.write(
  `${JSON.stringify({
    name,
    fines: formatMoney(addMoney(...fines)),
    contact: contact.state === "withheld" ? contact.notice.reason : contact.state,
    cached: again.data?.organization?.division?.name,
  })}\n`,
);

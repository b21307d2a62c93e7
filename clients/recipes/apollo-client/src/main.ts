/** An organisation's penalties by Apollo Client 4: keys of the graph's objects, and the notices that the client itself drops. */
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { addMoney, type Disclosed, formatMoney, shownAt, uscc } from "@govgraph/client";
import { createDisclosureLink, typePolicies } from "@govgraph/client/apollo";
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

// In a page: a store by operation name that components subscribe to.
const told = new Map<string, Disclosed<unknown>>();

const client = new ApolloClient({
  cache: new InMemoryCache({ typePolicies }),
  link: ApolloLink.from([
    createDisclosureLink((answer, operationName) => told.set(operationName ?? "", answer)),
    new HttpLink({
      uri: process.argv[2] ?? "http://localhost:4000/graphql",
      headers: { accept: "application/graphql-response+json" },
    }),
  ]),
});

const { data } = await client.query({
  query: OrganizationPage,
  variables: { uscc: uscc(process.argv[3] ?? "91990101MA9000011P") },
});
const { name, penalties } = data?.organization ?? {};
const fines = penalties?.nodes.flatMap((penalty) => penalty?.fine ?? []) ?? [];
const contact = shownAt<string>(told.get("OrganizationPage")!, ["organization", "contact"]);

process.stdout.write(
  `${JSON.stringify({
    name,
    fines: formatMoney(addMoney(...fines)),
    contact: contact.state === "withheld" ? contact.notice.reason : contact.state,
    cached: Object.keys(client.cache.extract() as object).filter((key) => key.startsWith("Division:")),
  })}\n`,
);
client.stop();

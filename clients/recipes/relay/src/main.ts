/** An organisation's penalties by Relay: its store keeps objects by type and key, and notices come beside the data. */
import { addMoney, type Answer, createClient, dataIdOf, formatMoney, shownAt, uscc } from "@govgraph/client";
import relay from "relay-runtime";
import query, { type mainOrganizationQuery } from "./__generated__/mainOrganizationQuery.graphql.js";

const { Environment, Network, RecordSource, Store, fetchQuery, graphql } = relay;

// Where Babel's plugin runs, this tag is the import above.
if (process.argv.includes("--never")) {
  void graphql`
    query mainOrganizationQuery($uscc: USCC!) {
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
  `;
}

const client = createClient({ url: process.argv[2] ?? "http://localhost:4000/graphql" });
const told = new Map<string, Answer<unknown>>();
const source = new RecordSource();
const getDataID = (fields: Record<string, unknown>, typename: string): string | undefined => dataIdOf(fields, typename);
const environment = new Environment({
  store: new Store(source),
  getDataID: getDataID as never,
  network: Network.create(async ({ name, text }, variables) => {
    const answer = await client.ask(text!, variables);
    told.set(name, answer);
    return { data: answer.data as never, errors: [...answer.errors] as never };
  }),
});

const variables = { uscc: uscc(process.argv[3] ?? "91990101MA9000011P") };
const data = await fetchQuery<mainOrganizationQuery>(environment, query, variables).toPromise();
const { name, penalties } = data?.organization ?? {};
const fines = penalties?.nodes.flatMap((penalty) => penalty?.fine ?? []) ?? [];
const contact = shownAt<string>(told.get("mainOrganizationQuery")!, ["organization", "contact"]);

process.stdout.write(
  `${JSON.stringify({
    name,
    fines: formatMoney(addMoney(...fines)),
    contact: contact.state === "withheld" ? contact.notice.reason : contact.state,
    cached: source.getRecordIDs().filter((id) => id.startsWith("Division:")),
  })}\n`,
);
